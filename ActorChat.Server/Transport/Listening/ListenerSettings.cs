using System.Net;
using ActorChat.Server.Framing;
using ActorChat.Server.Transport.Connections;
using ActorChat.Server.Transport.Limits;
using Akka.Actor;

namespace ActorChat.Server.Transport.Listening;

/// <summary>The settings of one port.</summary>
/// <param name="Name">The name in the actor tree and in the log.</param>
/// <param name="EndPoints">At least one address. Port 0 means a free port, shared by all addresses with port 0.</param>
/// <param name="Limits">The connection limits.</param>
/// <param name="Dialect">Renders the notices to refused clients.</param>
/// <param name="Handler">Makes the props of a connection's actor.</param>
/// <param name="Connections">The settings of the connections.</param>
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
