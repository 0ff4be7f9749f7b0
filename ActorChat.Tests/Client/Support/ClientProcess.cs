using System.Globalization;
using ActorChat.Client;
using ActorChat.Tests.EndToEnd;

namespace ActorChat.Tests.Client.Support;

/// <summary>The real client.</summary>
internal sealed class ClientProcess : ChildProcess
{
    private ClientProcess(IEnumerable<string> arguments)
        : base([typeof(ExitCode).Assembly.Location, .. arguments])
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
