using Akka.Actor;

namespace Akka.Event;

/// <summary>A message that did not reach a behaviour.</summary>
public abstract class AllDeadLetters : IWrappedMessage
{
    /// <summary>A message with its sender and its receiver.</summary>
    protected AllDeadLetters(object message, IActorRef? sender, IActorRef recipient) => (Message, Sender, Recipient) = (message, sender, recipient);

    /// <summary>The message.</summary>
    public object Message { get; }

    /// <summary>Who was to receive it.</summary>
    public IActorRef Recipient { get; }

    /// <summary>Who sent it.</summary>
    public IActorRef? Sender { get; }

    /// <inheritdoc/>
    public override string ToString() => $"{GetType().Name} from {Sender} to {Recipient}: <{Message}>";
}
