using System.Net;
using ActorChat.Server.Transport.Admission;
using Akka.Actor;

namespace ActorChat.Server.Transport;

/// <summary>What a listener is given.</summary>
/// <param name="Name">Its name in the tree and in the log.</param>
/// <param name="EndPoints">Where to listen, at least one; port 0 for a free one, the same for all that ask for it.</param>
/// <param name="Limits">Who may come in.</param>
/// <param name="Handler">The props of the actor that handles a new connection.</param>
/// <param name="Connections">What its connections have in common.</param>
internal sealed record ListenerSettings(
    string Name, IReadOnlyList<IPEndPoint> EndPoints, ConnectionLimits Limits, Func<AcceptedConnection, Props> Handler, ConnectionSettings Connections);
