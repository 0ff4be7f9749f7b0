using System.Net.Sockets;

namespace ActorChat.Server.Transport.Sockets;

/// <summary>
/// Leaves urgent data where it was sent (SO_OOBINLINE): without it the last byte of telnet's Synch, which is the second half of
/// IAC DM, would be missing from the stream, and its first half would make something else of what follows.
/// </summary>
internal sealed class OutOfBandInline : InheritedSocketOption
{
    /// <inheritdoc/>
    protected override void Set(Socket socket) => socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.OutOfBandInline, true);
}
