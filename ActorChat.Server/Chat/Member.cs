using Akka.Actor;

namespace ActorChat.Server.Chat;

/// <summary>A member of a room.</summary>
/// <param name="Who">The nickname, as its user spelt it.</param>
/// <param name="Connection">Its connection.</param>
internal sealed record Member(Nickname Who, IActorRef Connection);
