namespace ActorChat.Server.Storage;

/// <summary>What <see cref="PersistenceActor"/> tells.</summary>
internal abstract record PersistenceEvent
{
    private PersistenceEvent()
    {
    }

    /// <summary>To the parent: the database is open; from the users' actor theirs, then from the whole both.</summary>
    internal sealed record Ready : PersistenceEvent;

    /// <summary>To the parent, at the first start only: a database cannot be opened, and nothing goes on.</summary>
    /// <param name="Reason">Why.</param>
    internal sealed record Unavailable(OpenException Reason) : PersistenceEvent;

    /// <summary>To the parent: nothing more of the users will be written.</summary>
    internal sealed record UsersClosed : PersistenceEvent;

    /// <summary>To the parent: all is written that could be, and the messages' database is closed.</summary>
    internal sealed record Closed : PersistenceEvent;

    /// <summary>Messages are committed: those of one transaction that the receiver asked for one after the other.</summary>
    /// <param name="Messages">At least one, in the order of their ids.</param>
    internal sealed record Stored(IReadOnlyList<StoredMessage> Messages) : PersistenceEvent
    {
        /// <summary>For the log: how many, and their ids.</summary>
        public override string ToString() => $"Stored {{ Count = {Messages.Count}, Ids = {Messages[0].Id}..{Messages[^1].Id} }}";
    }

    /// <summary>The message is not stored, and never will be.</summary>
    /// <param name="Request">The command that is answered.</param>
    /// <param name="Reason">The database's words, for the log.</param>
    internal sealed record NotStored(PersistenceCommand.Store Request, string Reason) : PersistenceEvent;
}
