using System.Net.Sockets;

namespace ActorChat.Server.Transport.Sockets;

/// <summary>
/// Limits unsent bytes in the kernel (TCP_NOTSENT_LOWAT, Linux). Data for a slow reader then queues in our process, where it counts against
/// max-queued. Bytes in flight are not limited, so throughput does not suffer.
/// </summary>
internal sealed class TcpNotSentLowWatermark : InheritedSocketOption
{
    // Constant of linux/tcp.h.
    private const int NotSentLowWaterMark = 25;

    // Twice the largest write, so that the kernel never runs dry between writes.
    private const int Bytes = 128 * 1024;

    /// <inheritdoc/>
    protected override void Set(Socket socket) => OptionalSocketOption.SetOnLinux(socket, NotSentLowWaterMark, Bytes);
}
