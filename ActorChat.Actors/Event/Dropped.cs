using Akka.Actor;

namespace Akka.Event;

/// <summary>A message that was thrown away on purpose, because it was too much or came too late.</summary>
/// <param name="message">The message.</param>
/// <param name="reason">Why it was thrown away.</param>
/// <param name="sender">Who sent it.</param>
/// <param name="recipient">Who was to receive it.</param>
public sealed class Dropped(object message, string reason, IActorRef? sender, IActorRef recipient) : AllDeadLetters(message, sender, recipient)
{
    /// <summary>A message whose sender does not matter.</summary>
    public Dropped(object message, string reason, IActorRef recipient)
        : this(message, reason, ActorRefs.NoSender, recipient)
    {
    }

    /// <summary>Why it was thrown away.</summary>
    public string Reason { get; } = reason;
}
