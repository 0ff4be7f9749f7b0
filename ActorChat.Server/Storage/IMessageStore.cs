using ActorChat.Server.Resources;
using ActorChat.Server.Storage.Errors;

namespace ActorChat.Server.Storage;

/// <summary>
/// Writes the table <c>mensajes</c>. Synchronous and for one caller at a time: its owner runs it on a thread of its own.
/// </summary>
internal interface IMessageStore : IDisposable
{
    /// <summary>What the operator should mend, though the store works; null where there is nothing.</summary>
    Func<Texts, string>? Caution => null;

    /// <summary>Stores the messages in one transaction; when this returns they are durable.</summary>
    /// <param name="batch">May be empty. Messages of one room are in the order of their numbers.</param>
    /// <exception cref="WriteException">
    /// Nothing of the batch was stored, except where <see cref="WriteErrors.MayBeStored"/> says otherwise.
    /// </exception>
    void Append(IReadOnlyList<MessageRecord> batch);
}
