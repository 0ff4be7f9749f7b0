using System.Net.Sockets;
using Akka.IO;

namespace ActorChat.Server.Net;

/// <summary>Sends small lines at once (TCP_NODELAY): Nagle's algorithm would hold a line back until the one before is acknowledged.</summary>
internal sealed class NoDelay : Inet.SocketOption
{
    /// <inheritdoc/>
    public override void AfterConnect(Socket s) => s.NoDelay = true;
}
