namespace ActorChat.Server.Storage;

/// <summary>
/// The durable list of messages. Synchronous and for one caller at a time: its owner runs it on a thread of its own.
/// </summary>
internal interface IMessageStore : IDisposable
{
    /// <summary>Stores the messages in one transaction; when this returns they are on disk.</summary>
    /// <param name="batch">The messages, in the order in which everybody will see them; may be empty.</param>
    /// <returns>One id for each message, in the same order and ascending, greater than any id before.</returns>
    /// <exception cref="WriteException">Nothing of the batch was stored. The store remains usable.</exception>
    IReadOnlyList<long> Append(IReadOnlyList<MessageRecord> batch);
}
