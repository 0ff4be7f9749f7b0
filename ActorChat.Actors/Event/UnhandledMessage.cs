using Akka.Actor;

namespace Akka.Event;

/// <summary>A message that its receiver's behaviour did not handle.</summary>
/// <param name="message">The message.</param>
/// <param name="sender">Who sent it.</param>
/// <param name="recipient">Who was to receive it.</param>
public sealed class UnhandledMessage(object message, IActorRef? sender, IActorRef recipient) : AllDeadLetters(message, sender, recipient)
{
}
