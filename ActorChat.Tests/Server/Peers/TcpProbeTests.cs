using ActorChat.Server.Transport.Liveness;
using ActorChat.Server.Transport.Sockets;

namespace ActorChat.Tests.Server.Peers;

/// <summary>What real sockets tell the probe.</summary>
public sealed class TcpProbeTests : IAsyncLifetime
{
    private readonly Socket _peer = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private Socket _accepted = null!;

    public async Task InitializeAsync() =>
        _accepted = await Acceptance.WithAsync(new KeepAlive(TimeSpan.FromSeconds(600), TimeSpan.FromSeconds(15), 4), _peer);

    [Fact]
    public async Task A_peer_that_says_nothing_is_there_and_afterwards_everything_is_as_before()
    {
        var probe = TcpProbe.For(_accepted)!;
        probe.Begin();
        Assert.Equal(PeerLiveness.Present, await FoundAsync(probe));
        probe.End();

        Assert.Equal(600, _accepted.GetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveTime));
        Assert.Equal(15, _accepted.GetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveInterval));
        Assert.Equal(0, _peer.Available);
    }

    [Fact]
    public async Task A_peer_that_does_not_read_is_there()
    {
        _accepted.Blocking = false;
        _accepted.Send(new byte[64 << 20], SocketFlags.None, out _);
        var probe = TcpProbe.For(_accepted)!;
        probe.Begin();

        Assert.Equal(PeerLiveness.Present, await FoundAsync(probe));
    }

    [Fact]
    public async Task A_peer_that_knows_nothing_of_the_connection_is_gone()
    {
        var probe = TcpProbe.For(_accepted)!;
        _peer.LingerState = new LingerOption(enable: true, seconds: 0);
        _peer.Dispose();
        probe.Begin();

        Assert.Equal(PeerLiveness.Gone, await FoundAsync(probe));
        probe.End();
    }

    [Fact]
    public void A_connection_that_has_ended_here_has_no_peer()
    {
        var probe = TcpProbe.For(_accepted)!;
        _accepted.Dispose();
        probe.Begin();

        Assert.Equal(PeerLiveness.Gone, probe.Check());
        probe.End();
    }

    public Task DisposeAsync()
    {
        _peer.Dispose();
        _accepted.Dispose();
        return Task.CompletedTask;
    }

    private static async Task<PeerLiveness> FoundAsync(IPeerProbe probe)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            if (probe.Check() is not PeerLiveness.None and var found)
                return found;
            await Task.Delay(TimeSpan.FromMilliseconds(10), limit.Token);
        }
    }
}
