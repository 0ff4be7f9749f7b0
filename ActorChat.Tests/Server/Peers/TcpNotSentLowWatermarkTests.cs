using ActorChat.Server.Transport.Sockets;

namespace ActorChat.Tests.Server.Peers;

public class TcpNotSentLowWatermarkTests
{
    // By itself the kernel takes several megabytes.
    [Fact]
    public async Task The_kernel_takes_little_for_a_peer_that_takes_nothing()
    {
        using var peer = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 4096 };
        using var accepted = await Acceptance.WithAsync(InheritedSocketOption.NotSentLowWatermark, peer);
        accepted.Blocking = false;

        var taken = 0;
        SocketError error;
        do
            taken += accepted.Send(new byte[64 * 1024], SocketFlags.None, out error);
        while (error == SocketError.Success);
        Assert.Equal(SocketError.WouldBlock, error);
        Assert.InRange(taken, 64 * 1024, 512 * 1024);
    }
}
