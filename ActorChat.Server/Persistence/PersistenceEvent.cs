namespace ActorChat.Server.Persistence;

/// <summary>What <see cref="PersistenceActor"/> tells.</summary>
internal abstract record PersistenceEvent
{
    private PersistenceEvent()
    {
    }

    /// <summary>To the parent: the database is open.</summary>
    internal sealed record Ready : PersistenceEvent;

    /// <summary>To the parent, at the first start only: the database cannot be opened, and the actor has stopped.</summary>
    /// <param name="Reason">Why.</param>
    internal sealed record Unavailable(StorageUnavailableException Reason) : PersistenceEvent;

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
