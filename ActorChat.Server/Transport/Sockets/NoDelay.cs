using System.Net.Sockets;

namespace ActorChat.Server.Transport.Sockets;

/// <summary>Sends small lines at once (TCP_NODELAY): Nagle's algorithm would hold a line back until the one before is acknowledged.</summary>
internal sealed class NoDelay : InheritedSocketOption
{
    /// <inheritdoc/>
    protected override void Set(Socket socket) => socket.NoDelay = true;
}
