using System.Net;
using System.Net.Sockets;
using Akka.Actor;

namespace ActorChat.Server.Transport.Connections;

/// <summary>A new connection.</summary>
/// <param name="Socket">The actor of the TCP layer; waits for <see cref="Akka.IO.Tcp.Register"/>.</param>
/// <param name="Peer">The client's address.</param>
internal sealed record AcceptedConnection(IActorRef Socket, IPEndPoint Peer)
{
    /// <summary>The operating system's socket, only to query the state of the peer; null if unknown.</summary>
    public Socket? RawSocket { get; init; }
}
