using ActorChat.Server.Storage;
using ActorChat.Server.Storage.Moderation;

namespace ActorChat.Tests.Server;

/// <summary>A store that refuses a batch when one of its messages is of the wrong kind; every other goes to the real store.</summary>
/// <param name="inner">The real store.</param>
/// <param name="failureFor">What to throw at a message; null for one that is all right.</param>
internal sealed class PickyMessageStore(IMessageStore inner, Func<MessageRecord, Exception?> failureFor) : IMessageStore
{
    /// <summary>One that refuses nothing, but first does what the test wants: wait, say.</summary>
    public PickyMessageStore(IMessageStore inner, Action<IReadOnlyList<MessageRecord>> before)
        : this(inner, _ => null) => Before = before;

    private Action<IReadOnlyList<MessageRecord>>? Before { get; }

    public void Append(IReadOnlyList<MessageRecord> batch)
    {
        Before?.Invoke(batch);
        if (batch.Select(failureFor).FirstOrDefault(failure => failure is not null) is { } failure)
            throw failure;
        inner.Append(batch);
    }

    public void Save(StoredRoom room) => inner.Save(room);

    public void Save(ModerationAct act, string name) => inner.Save(act, name);

    public void Dispose() => inner.Dispose();
}
