using System.Globalization;
using ActorChat.Client;
using ActorChat.Tests.EndToEnd;

namespace ActorChat.Tests.Client.Support;

/// <summary>The real client, in pipes, where the language of the system is none that it knows.</summary>
internal sealed class ClientProcess : ChildProcess
{
    private ClientProcess(IEnumerable<string> arguments)
        : base("env", ["LC_ALL=C.UTF-8", Host, typeof(ExitCode).Assembly.Location, .. arguments])
    {
    }

    public static ClientProcess Start(params string[] arguments) => new(arguments);

    public static ClientProcess Start(WireServer server, params string[] arguments) =>
        Start([.. arguments, "--port", server.Port.ToString(CultureInfo.InvariantCulture)]);

    public async Task<ClientRun> FinishAsync()
    {
        var (code, output, errors) = await ExitAsync();
        return new ClientRun((ExitCode)code, output, errors);
    }
}
