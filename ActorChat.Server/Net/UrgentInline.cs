using System.Net.Sockets;
using Akka.IO;

namespace ActorChat.Server.Net;

/// <summary>
/// Leaves urgent data where it was sent (SO_OOBINLINE): without it the last byte of telnet's Synch, which is the second half of
/// IAC DM, would be missing from the stream, and its first half would make something else of what follows.
/// </summary>
internal sealed class UrgentInline : Inet.SocketOption
{
    /// <inheritdoc/>
    public override void AfterConnect(Socket s) => s.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.OutOfBandInline, true);
}
