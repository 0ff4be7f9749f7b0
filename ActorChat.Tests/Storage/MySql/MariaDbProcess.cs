using System.ComponentModel;

namespace ActorChat.Tests.Storage.MySql;

/// <summary>A program of MariaDB's server package. It ends with this process at the latest, however that ends.</summary>
internal sealed class MariaDbProcess(string program, IEnumerable<string> arguments) : ChildProcess("sh", ["-c", Guarded, Find(program), .. arguments])
{
    // Its standard input ends when we do: then its child, which waits for just that, kills it. (The signal for a parent's death would
    // come with the end of the thread that started it.) A child whose parent is gone must not kill whoever has the number now.
    private const string Guarded = """
        program=$$
        exec 3<&0
        {
            read -r _ <&3
            read -r _ _ _ parent _ </proc/self/stat
            [ "$parent" = "$program" ] && kill -9 "$program"
        } >/dev/null 2>&1 &
        exec "$0" "$@"
        """;

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
