using System.ComponentModel;
using ActorChat.Tests.EndToEnd;

namespace ActorChat.Tests.Persistence.MySql;

/// <summary>A program of MariaDB's server package.</summary>
internal sealed class MariaDbProcess(string program, IEnumerable<string> arguments) : ChildProcess(Find(program), arguments)
{
    // Where Debian puts what only an administrator runs; not every user's PATH has it.
    private static readonly string[] MoreFolders = ["/usr/sbin", "/usr/local/sbin", "/usr/libexec"];

    /// <summary>Waits until the server answers.</summary>
    public Task WaitUntilReadyAsync() => Errors.WaitForAsync("ready for connections");

    /// <summary>Waits for its end, which must be a success.</summary>
    public async Task SucceedAsync()
    {
        var (exitCode, output, errors) = await ExitAsync();
        if (exitCode != 0)
            throw new InvalidOperationException($"{program} ended with {exitCode}: {output}{errors}");
    }

    private static string Find(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Concat(MoreFolders)
            .Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists)
        ?? throw new Win32Exception($"{program} is missing: ./test.sh installs it (package mariadb-server).");
}
