using System.Net.Sockets;

namespace ActorChat.Server.Transport.Sockets;

/// <summary>
/// Keeps the kernel from taking megabytes for a reader that takes nothing (TCP_NOTSENT_LOWAT): what waits for a reader is to wait here,
/// where it is counted and has an end. What is on its way is not limited by this, so nobody who reads is slowed down. Only Linux has it.
/// </summary>
internal sealed class TcpNotSentLowWatermark : InheritedSocketOption
{
    // Of linux/tcp.h.
    private const int NotSentLowWaterMark = 25;

    // Twice the largest write, so that there is always something to send while the next write is made.
    private const int Bytes = 128 * 1024;

    /// <inheritdoc/>
    protected override void Set(Socket socket) => OptionalSocketOption.SetOnLinux(socket, NotSentLowWaterMark, Bytes);
}
