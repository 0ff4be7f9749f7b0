using System.Net;
using System.Net.Sockets;
using ActorChat.Server.Resources;
using Akka.Actor;

namespace ActorChat.Server.Transport.Connections;

/// <summary>A new connection, whose actor of the TCP layer waits for <see cref="Akka.IO.Tcp.Register"/>.</summary>
internal sealed record AcceptedConnection(IActorRef Socket, IPEndPoint Peer)
{
    /// <summary>Whether it speaks TLS, once it is open.</summary>
    public bool IsEncrypted { get; init; }

    /// <summary>Whether its peer understands no words before a handshake, which is still to come.</summary>
    public bool HasHandshake { get; init; }

    /// <summary>The language that the client wants; null without a wish.</summary>
    public Language? Language { get; init; }

    /// <summary>Whether nobody can read what it carries: it is encrypted, or its peer is on this machine.</summary>
    public bool IsPrivate { get; init; }

    /// <summary>The operating system's socket, only to query the state of the peer; null if unknown.</summary>
    public Socket? RawSocket { get; init; }
}
