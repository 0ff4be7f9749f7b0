namespace Akka.Actor;

/// <summary>
/// Messages that an actor has put aside until it can handle them. They go back to the front of its mailbox in the order in which
/// they were put aside, at the latest when the actor is restarted or stopped. Only for use inside the actor.
/// </summary>
public interface IStash
{
    /// <summary>How many messages are put aside.</summary>
    int Count { get; }

    /// <summary>Whether none is put aside.</summary>
    bool IsEmpty { get; }

    /// <summary>Whether any is put aside.</summary>
    bool NonEmpty { get; }

    /// <summary>Whether no further one can be put aside.</summary>
    bool IsFull { get; }

    /// <summary>How many can be put aside; 0 or less for any number.</summary>
    int Capacity { get; }

    /// <summary>Puts the message in work aside.</summary>
    /// <exception cref="IllegalActorStateException">It has been put aside already, or there is none.</exception>
    /// <exception cref="StashOverflowException">The capacity is used up.</exception>
    void Stash();

    /// <summary>Gives the oldest message back to the front of the mailbox; does nothing when there is none.</summary>
    void Unstash();

    /// <summary>Gives all messages back to the front of the mailbox, the oldest first.</summary>
    void UnstashAll();

    /// <summary>Gives the messages that fit back to the front of the mailbox, the oldest first, and forgets the others.</summary>
    void UnstashAll(Func<Envelope, bool> predicate);

    /// <summary>Forgets all messages and hands them out, the oldest first.</summary>
    IEnumerable<Envelope> ClearStash();

    /// <summary>Puts messages aside, ahead of those that are already.</summary>
    void Prepend(IEnumerable<Envelope> envelopes);
}
