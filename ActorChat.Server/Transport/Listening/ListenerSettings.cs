using System.Net;
using ActorChat.Server.Framing;
using ActorChat.Server.Transport.Connections;
using ActorChat.Server.Transport.Limits;
using Akka.Actor;

namespace ActorChat.Server.Transport.Listening;

/// <summary>
/// The settings of one port, with at least one address. Port 0 means a free port, shared by all addresses with port 0. The dialect renders the
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
    /// <summary>Renders a notice for a client that has sent nothing yet.</summary>
    public byte[] Write(NoticeKind notice) => Dialect.Write(new ConnectionNotice(notice), PeerKind.Unknown);
}
