using System.Diagnostics;
using Xunit.Abstractions;

namespace ActorChat.Tests.Stress.Network;

/// <summary>
/// Somebody whose cable was pulled comes back from the same address, long before the keep-alive would have given the old connection up.
/// </summary>
[Trait("Category", "Stress")]
[Trait("Needs", "Namespaces")]
public sealed class GhostStressTests(ITestOutputHelper output) : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private readonly SmallNetwork _network = new();
    private ServerProcess _server = null!;
    private NetworkNamespace _far = null!;
    private WireClient _ana = null!;
    private WireClient _beto = null!;

    public async Task InitializeAsync()
    {
        _server = await _network.StartServerAsync(_folder.Path);
        _far = _network.Connect(2);
        _beto = await SmallNetwork.JoinAsync(_network.Connect(3), _server, "beto");
        _ana = await SmallNetwork.JoinAsync(_far, _server, "ana");
        await _beto.ExpectLineAsync("* ana se ha conectado");
    }

    // With what was sent to it still under way (busy) or not; after a power cut, when the machine says that it knows of no such
    // connection, or with nothing to be heard of it at all, as behind a router.
    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public async Task Who_comes_back_gets_the_nickname_of_the_own_ghost(bool busy, bool silent)
    {
        SmallNetwork.PullCable(_far);
        if (busy)
            await _beto.SendLineAsync("¿sigues ahí?");
        if (silent)
            _network.Silence((IPEndPoint)_ana.Local);

        var watch = Stopwatch.StartNew();
        await using var again = await SmallNetwork.JoinAsync(_network.Connect(2), _server, "ana");
        output.WriteLine(FormattableString.Invariant(
            $"Ghost, {(busy ? "busy" : "idle")} room, {(silent ? "nothing heard of the old machine" : "machine started anew")}: nickname back after {watch.Elapsed.TotalSeconds:N1} s"));
        Assert.Equal(["* ana se ha desconectado", "* ana se ha conectado"], await _beto.ReadLinesAsync(2));
        var (_, _, log) = await StopAsync();
        if (silent)
            Assert.Contains("nickname ana, mensajes 0, bytes 4, motivo: ya no había nadie al otro lado", log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_there_keeps_the_nickname_whoever_comes_from_the_same_machine()
    {
        await using var other = await SmallNetwork.ConnectAsync(_far, _server);
        await other.SendLineAsync("ana");
        await other.ExpectAsync("Nickname: El nickname 'ana' ya está en uso.");

        await _ana.SendLineAsync("hola");
        await _beto.ExpectLineAsync("ana: hola");
        await StopAsync();
    }

    public async Task DisposeAsync()
    {
        await _ana.DisposeAsync();
        await _beto.DisposeAsync();
        _server.Dispose();
        _network.Dispose();
        _folder.Dispose();
    }

    private async Task<(int ExitCode, string Output, string Errors)> StopAsync()
    {
        var end = await _server.StopAsync();
        Assert.Equal(0, end.ExitCode);
        return end;
    }
}
