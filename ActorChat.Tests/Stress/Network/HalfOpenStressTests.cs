using System.Diagnostics;
using Xunit.Abstractions;

namespace ActorChat.Tests.Stress.Network;

/// <summary>Real cables, or what Linux has in their place, that are pulled while somebody chats over them with the real server.</summary>
[Trait("Category", "Stress")]
[Trait("Needs", "Namespaces")]
public sealed class HalfOpenStressTests(ITestOutputHelper output) : IDisposable
{
    private const string Gone = "* ana se ha desconectado";

    private readonly TemporaryFolder _folder = new();
    private readonly SmallNetwork _network = new();

    // In an idle room TCP asks for a sign of life; in a busy one it waits for the acknowledgement of what was sent.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Who_vanishes_without_a_word_is_found_out_and_the_nickname_is_free(bool busy)
    {
        using var server = await _network.StartServerAsync(
            _folder.Path, "actorchat.limits.keep-alive.idle=1s", "actorchat.limits.keep-alive.interval=1s", "actorchat.limits.keep-alive.probes=2");
        var far = _network.Connect(2);
        var near = _network.Connect(3);
        await using var beto = await SmallNetwork.JoinAsync(near, server, "beto");
        await using var ana = await SmallNetwork.JoinAsync(far, server, "ana");
        await beto.ExpectLineAsync("* ana se ha conectado");

        SmallNetwork.PullCable(far);
        var watch = Stopwatch.StartNew();
        if (busy)
            await beto.SendLineAsync("¿sigues ahí?");
        await beto.ExpectLineAsync(Gone);
        output.WriteLine(FormattableString.Invariant(
            $"Half-open, {(busy ? "busy" : "idle")} room: given up after {watch.Elapsed.TotalSeconds:N1} s (settings: 3 s)"));

        await using var again = await SmallNetwork.JoinAsync(near, server, "ana");
        Assert.Equal(0, (await server.StopAsync()).ExitCode);
    }

    public void Dispose()
    {
        _network.Dispose();
        _folder.Dispose();
    }
}
