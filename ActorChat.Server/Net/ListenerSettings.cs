using System.Net;
using ActorChat.Server.Net.Doors;
using Akka.Actor;

namespace ActorChat.Server.Net;

/// <summary>What a listener is given.</summary>
/// <param name="Name">Its name in the tree and in the log.</param>
/// <param name="EndPoint">Where to listen; port 0 for a free one.</param>
/// <param name="Door">Who may come in.</param>
/// <param name="Handler">The props of the actor that handles a new connection.</param>
/// <param name="Connections">What its connections have in common.</param>
internal sealed record ListenerSettings(string Name, IPEndPoint EndPoint, DoorLimits Door, Func<ConnectionStart, Props> Handler, ConnectionSettings Connections);
