using Akka.Actor;

namespace Akka.Event;

/// <summary>A message for an actor that does not exist or has stopped.</summary>
/// <param name="message">The message.</param>
/// <param name="sender">Who sent it.</param>
/// <param name="recipient">Who was to receive it.</param>
public sealed class DeadLetter(object message, IActorRef? sender, IActorRef recipient) : AllDeadLetters(message, sender, recipient)
{
}
