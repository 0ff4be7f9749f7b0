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

    /// <summary>The message is committed.</summary>
    /// <param name="Request">The command that is answered.</param>
    /// <param name="Id">Its place in the one order of all messages.</param>
    /// <param name="SentAt">Local time, as it stands in <c>fecha_envio</c>.</param>
    internal sealed record Stored(PersistenceCommand.Store Request, long Id, DateTime SentAt) : PersistenceEvent;

    /// <summary>The message is not stored, and never will be.</summary>
    /// <param name="Request">The command that is answered.</param>
    /// <param name="Reason">The database's words, for the log.</param>
    internal sealed record NotStored(PersistenceCommand.Store Request, string Reason) : PersistenceEvent;
}
