using System.IO.Pipes;
using System.Text.RegularExpressions;
using ActorChat.Server.CommandLine;
using ActorChat.Server.Configuration;
using ActorChat.Server.Hosting;
using ActorChat.Tests.Storage;

namespace ActorChat.Tests.Faults.Actors;

/// <summary>The node itself throws: nothing can go on, and nobody is left in the dark.</summary>
public sealed partial class ThrowingServerTests : IDisposable
{
    private readonly TemporaryDatabase _database = new();
    private readonly AnonymousPipeServerStream _pipe = new(PipeDirection.Out);
    private readonly CollectedText _said;
    private readonly StringWriter _errors = new(CultureInfo.InvariantCulture);

    public ThrowingServerTests() => _said = new CollectedText(new AnonymousPipeClientStream(PipeDirection.In, _pipe.ClientSafePipeHandle));

    public void Dispose()
    {
        _pipe.Dispose();
        _database.Dispose();
        _errors.Dispose();
    }

    [Fact]
    public async Task Everybody_is_told_and_the_process_ends_with_its_own_exit_code()
    {
        var loaded = Assert.IsType<SettingsResult.Loaded>(SettingsLoader.Load(
            [],
            [
                "actorchat.chat.port=0", "actorchat.confirmation.port=0", "actorchat.web.enabled=off", $"actorchat.storage.sqlite.path={_database.File}",
                $"akka.loggers=[\"{typeof(ServerKiller).FullName}, {typeof(ServerKiller).Assembly.GetName().Name}\"]",
            ],
            logLevel: null));
        await using var output = new StreamWriter(_pipe) { AutoFlush = true };
        var host = new ServerHost(loaded.Settings, loaded.Config, TestServer.Texts, output, _errors);
        var run = host.RunAsync(ServerActorSettingsFactory.From(loaded.Settings, TestServer.Texts, TimeProvider.System), new TaskCompletionSource().Task);
        var (chat, confirmation) = (await PortAsync("chat"), await PortAsync("confirmación"));
        await using var ana = await WireClient.JoinAsync(chat, "ana");
        await using var beto = await WireClient.JoinAsync(chat, ServerKiller.Sign);
        await using var silent = await WireClient.ConnectAsync(confirmation);
        await ana.ExpectLineAsync($"* {ServerKiller.Sign} se ha conectado");
        await ana.SendLineAsync("antes");
        await beto.ExpectLineAsync("ana: antes");

        await beto.SendLineAsync("#nadie adiós");
        Assert.Equal(ExitCode.InternalError, await run.WaitAsync(TestTimeout.Limit));
        Assert.EndsWith(TestServer.Texts.ConnectionFailed + "\n", await ana.ReadToEndAsync(), StringComparison.Ordinal);
        Assert.EndsWith(TestServer.Texts.ConnectionFailed + "\n", await beto.ReadToEndAsync(), StringComparison.Ordinal);
        Assert.Contains(TestServer.Texts.ServerFailed, _errors.ToString(), StringComparison.Ordinal);
        Assert.Equal("antes", Assert.Single(_database.Messages()).Content);
    }

    private async Task<IPEndPoint> PortAsync(string name)
    {
        var text = await _said.WaitForAsync($"({name})");
        return new IPEndPoint(IPAddress.Loopback, int.Parse(Port().Matches(text).Single(match => match.Groups[2].Value == name).Groups[1].Value, CultureInfo.InvariantCulture));
    }

    [GeneratedRegex(@":(\d+) \((\w+)\)")]
    private static partial Regex Port();
}
