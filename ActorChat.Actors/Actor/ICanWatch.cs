namespace Akka.Actor;

/// <summary>Watches actors for their end.</summary>
public interface ICanWatch
{
    /// <summary>From now on: one <see cref="Terminated"/> when the subject stops, also if it is dead already.</summary>
    IActorRef Watch(IActorRef subject);

    /// <summary>As <see cref="Watch"/>, with a message of one's own in place of <see cref="Terminated"/>.</summary>
    IActorRef WatchWith(IActorRef subject, object message);

    /// <summary>No longer: not even a notification that already waits in the mailbox arrives.</summary>
    IActorRef Unwatch(IActorRef subject);
}
