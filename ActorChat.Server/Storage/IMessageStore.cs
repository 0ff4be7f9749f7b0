using ActorChat.Server.Resources;
using ActorChat.Server.Storage.Errors;
using ActorChat.Server.Storage.Moderation;

namespace ActorChat.Server.Storage;

/// <summary>
/// Writes the tables <c>mensajes</c> and <c>salas</c>. Synchronous and for one caller at a time: its owner runs it on a thread of its own.
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

    /// <summary>Keeps the topic of a room, in a transaction of its own.</summary>
    /// <exception cref="WriteException">As <see cref="Append"/>.</exception>
    void Save(StoredRoom room);

    /// <summary>Keeps an act of order and its entry in the audit table, in a transaction of its own.</summary>
    /// <param name="act">The act.</param>
    /// <param name="name">The name of its room as shown.</param>
    /// <exception cref="WriteException">As <see cref="Append"/>.</exception>
    void Save(ModerationAct act, string name);
}

/// <summary>What is kept of a room while nobody is in it.</summary>
/// <param name="Key">Its name as compared.</param>
/// <param name="Name">Its name as shown.</param>
/// <param name="Topic">Its topic; empty for none.</param>
/// <param name="TopicAuthor">Who has set the topic.</param>
/// <param name="TopicInstant">When, in Unix ms.</param>
internal sealed record StoredRoom(string Key, string Name, string Topic, string TopicAuthor, long TopicInstant)
{
    /// <summary>The account that the room belongs to; empty for none.</summary>
    public string Owner { get; init; } = "";

    /// <summary>The accounts that keep order in it.</summary>
    public string[] Operators { get; init; } = [];

    /// <summary>The seconds between two messages of one member; 0 for any.</summary>
    public int SlowSeconds { get; init; }

    /// <summary>Whether only identified users come in.</summary>
    public bool IsRegisteredOnly { get; init; }

    /// <summary>Who is banned or muted in it.</summary>
    public Sanction[] Sanctions { get; init; } = [];
}
