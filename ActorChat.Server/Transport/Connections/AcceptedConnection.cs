using System.Net;
using System.Net.Sockets;
using Akka.Actor;

namespace ActorChat.Server.Transport.Connections;

/// <summary>A new connection.</summary>
/// <param name="Socket">The connection, as the TCP layer gives it; waits to be registered with.</param>
/// <param name="Peer">Who connected.</param>
internal sealed record AcceptedConnection(IActorRef Socket, IPEndPoint Peer)
{
    /// <summary>The socket itself, to ask the system about the peer and for nothing else; null where it is not known.</summary>
    public Socket? RawSocket { get; init; }
}
