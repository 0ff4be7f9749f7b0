using Akka.Actor;

namespace Akka.Event;

/// <summary>A dead letter that is no news.</summary>
/// <param name="message">The message.</param>
/// <param name="sender">Who sent it.</param>
/// <param name="recipient">Who was to receive it.</param>
public sealed class SuppressedDeadLetter(IDeadLetterSuppression message, IActorRef? sender, IActorRef recipient) : AllDeadLetters(message, sender, recipient)
{
}
