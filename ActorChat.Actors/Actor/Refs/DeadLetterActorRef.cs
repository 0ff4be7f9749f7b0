using ActorChat.Actors.Watching;
using Akka.Event;

namespace Akka.Actor;

/// <summary>Where messages go that nobody can receive: published on the event stream as <see cref="DeadLetter"/>.</summary>
internal sealed class DeadLetterActorRef(ActorPath path, InternalActorRef parent, EventStream eventStream, SystemActivity activity) : MinimalActorRef
{
    public override ActorPath Path => path;

    public override InternalActorRef Parent => parent;

    public override void Tell(object message, IActorRef? sender) => Report(Required(message), sender, this);

    /// <summary>Publishes a message that could not be delivered to <paramref name="recipient"/>.</summary>
    public void Report(object message, IActorRef? sender, IActorRef recipient)
    {
        if (message is Identify identify)
            (sender ?? this).Tell(new ActorIdentity(identify.MessageId, null), ActorRefs.NoSender);
        else if (message is AllDeadLetters already)
            PublishAgain(already, recipient);
        else if (message is IDeadLetterSuppression suppressed)
            eventStream.Publish(new SuppressedDeadLetter(suppressed, sender ?? this, recipient));
        else
            PublishNew(new DeadLetter(message, sender ?? this, recipient));
    }

    private void PublishNew(DeadLetter letter)
    {
        activity.CountDeadLetter();
        eventStream.Publish(letter);
    }

    // One that a subscriber to dead letters did not live to see goes no further: it would come back to that subscriber without end.
    private void PublishAgain(AllDeadLetters already, IActorRef recipient)
    {
        if (ReferenceEquals(recipient, this))
            eventStream.Publish(already);
    }
}
