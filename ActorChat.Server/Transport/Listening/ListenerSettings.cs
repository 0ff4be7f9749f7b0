using System.Net;
using ActorChat.Server.Framing;
using ActorChat.Server.Transport.Connections;
using ActorChat.Server.Transport.Limits;
using Akka.Actor;

namespace ActorChat.Server.Transport.Listening;

/// <summary>
/// The settings of one port, with at least one address of either kind. Port 0 means a free port, shared by all addresses with port 0. The dialect renders the
/// notices to refused clients, and the handler makes the props of a connection's actor.
/// </summary>
internal sealed record ListenerSettings(
    string Name,
    IReadOnlyList<IPEndPoint> EndPoints,
    ConnectionLimits Limits,
    IConnectionDialect Dialect,
    Func<AcceptedConnection, Props> Handler,
    ConnectionSettings Connections)
{
    /// <summary>Binds <see cref="EndPoints"/>; null for Akka.IO.</summary>
    public IActorRef? Transport { get; init; }

    /// <summary>Where the port is encrypted; these have a port number of their own. They share the limits.</summary>
    public IReadOnlyList<IPEndPoint> TlsEndPoints { get; init; } = [];

    /// <summary>Binds <see cref="TlsEndPoints"/>, as Akka.IO does the others.</summary>
    public IActorRef Tls { get; init; } = ActorRefs.Nobody;

    /// <summary>Renders a notice for a client that has sent nothing yet.</summary>
    public byte[] Write(NoticeKind notice) => Dialect.Write(new ConnectionNotice(notice), PeerKind.Unknown);
}
