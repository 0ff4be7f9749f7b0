using ActorChat.Server.Transport;
using Akka.Actor;

namespace ActorChat.Server.Confirmation;

/// <summary>What every connection of the confirmation port is given.</summary>
/// <param name="Persistence">Stores the messages.</param>
/// <param name="Connections">What all connections have in common.</param>
internal sealed record ConfirmationContext(IActorRef Persistence, ConnectionSettings Connections);
