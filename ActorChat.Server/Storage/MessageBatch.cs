using System.Collections;
using Akka.Actor;

namespace ActorChat.Server.Storage;

/// <summary>
/// The messages that go into the next transaction, as their senders asked for them; to the store a list of records, made as it reads
/// them, so that a message costs no object on this side of the disk but its answer.
/// </summary>
internal sealed class MessageBatch : IReadOnlyList<MessageRecord>
{
    private readonly List<PersistenceCommand.Store> _waiting = [];
    private DateTime _sentAt;

    /// <inheritdoc/>
    public int Count => _waiting.Count;

    /// <inheritdoc/>
    public MessageRecord this[int index]
    {
        get
        {
            var store = _waiting[index];
            return new MessageRecord(store.Content, _sentAt, store.From, store.Author, store.Room);
        }
    }

    /// <summary>Appends a message.</summary>
    public void Add(PersistenceCommand.Store store) => _waiting.Add(store);

    /// <summary>Gives all of them their time: local, to the second.</summary>
    public void Stamp(DateTime now) => _sentAt = new DateTime(now.Ticks - (now.Ticks % TimeSpan.TicksPerSecond), now.Kind);

    /// <summary>They are on disk: tells their askers, and is empty. A run of messages with one asker gets one answer: a room delivers them together.</summary>
    /// <param name="ids">As the store gave them.</param>
    public void Confirm(IReadOnlyList<long> ids)
    {
        for (int start = 0, length; start < _waiting.Count; start += length)
        {
            length = RunAt(start);
            var run = new StoredMessage[length];
            for (var i = 0; i < length; i++)
                run[i] = new StoredMessage(_waiting[start + i], ids[start + i], _sentAt);
            _waiting[start].ReplyTo.Tell(new PersistenceEvent.Stored(run));
        }

        _waiting.Clear();
    }

    /// <summary>They are not on disk: tells their askers one by one, and is empty.</summary>
    public void Refuse(string reason)
    {
        foreach (var store in _waiting)
            store.ReplyTo.Tell(new PersistenceEvent.NotStored(store, reason));
        _waiting.Clear();
    }

    /// <inheritdoc/>
    public IEnumerator<MessageRecord> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
            yield return this[i];
    }

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private int RunAt(int start)
    {
        var end = start + 1;
        while (end < _waiting.Count && ReferenceEquals(_waiting[end].ReplyTo, _waiting[start].ReplyTo))
            end++;
        return end - start;
    }
}
