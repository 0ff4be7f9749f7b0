using System.Net;
using ActorChat.Server.Framing;
using ActorChat.Server.Transport.Connections;
using ActorChat.Server.Transport.Limits;
using Akka.Actor;

namespace ActorChat.Server.Transport.Listening;

/// <summary>The settings of one port.</summary>
/// <param name="Name">Its name in the tree and in the log.</param>
/// <param name="EndPoints">Where to listen, at least one; port 0 for a free one, the same for all that ask for it.</param>
/// <param name="Limits">Who may come in.</param>
/// <param name="Dialect">How it speaks to newcomers that it refuses.</param>
/// <param name="Handler">Gives the props of a new connection's actor.</param>
/// <param name="Connections">What its connections have in common.</param>
internal sealed record ListenerSettings(
    string Name, IReadOnlyList<IPEndPoint> EndPoints, ConnectionLimits Limits, IConnectionDialect Dialect, Func<AcceptedConnection, Props> Handler, ConnectionSettings Connections)
{
    /// <summary>Writes a notice for somebody who has not said anything yet.</summary>
    public byte[] Write(NoticeKind notice) => Dialect.Write(new ConnectionNotice(notice), PeerKind.Unknown);
}
