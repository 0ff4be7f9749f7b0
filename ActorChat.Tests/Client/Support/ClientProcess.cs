using ActorChat.Client;

namespace ActorChat.Tests.Client.Support;

/// <summary>The real client, in pipes, where the language of the system is none that it knows.</summary>
internal sealed class ClientProcess : ChildProcess
{
    private ClientProcess(IEnumerable<string> command)
        : base("env", ["LC_ALL=C.UTF-8", .. command])
    {
    }

    private static string Assembly => typeof(ExitCode).Assembly.Location;

    public static ClientProcess Start(params string[] arguments) => new([Host, Assembly, .. arguments]);

    /// <summary>Starts it with the variable that asks .NET not to use ICU.</summary>
    public static ClientProcess StartInvariant(params string[] arguments) =>
        new(["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1", Host, Assembly, .. arguments]);

    /// <summary>Starts it before a reader that has had enough after one line; standard error tells its exit code then.</summary>
    public static ClientProcess StartBeforeHead(WireServer server, params string[] arguments) => new(
        [
            "sh", "-c", "{ \"$@\"; echo \"EXIT $?\" >&2; } | head -n 1", "sh", Host, Assembly, .. arguments,
            "--port", server.Port.ToString(CultureInfo.InvariantCulture),
        ]);

    /// <summary>Starts it before a server with standard streams as a shell's <paramref name="redirection"/> makes them.</summary>
    public static ClientProcess StartRedirected(string redirection, WireServer server, params string[] arguments) =>
        StartRedirected(redirection, [.. arguments, "--port", server.Port.ToString(CultureInfo.InvariantCulture)]);

    /// <summary>Starts it with standard streams as a shell's <paramref name="redirection"/> makes them.</summary>
    public static ClientProcess StartRedirected(string redirection, params string[] arguments) =>
        new(["sh", "-c", $"exec \"$@\" {redirection}", "sh", Host, Assembly, .. arguments]);

    public static ClientProcess Start(WireServer server, params string[] arguments) =>
        Start([.. arguments, "--port", server.Port.ToString(CultureInfo.InvariantCulture)]);

    public async Task<ClientRun> FinishAsync()
    {
        var (code, output, errors) = await ExitAsync();
        return new ClientRun((ExitCode)code, output, errors);
    }
}
