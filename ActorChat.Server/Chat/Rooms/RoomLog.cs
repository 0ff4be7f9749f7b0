using ActorChat.Server.Storage;

namespace ActorChat.Server.Chat.Rooms;

/// <summary>
/// Numbers the messages of a room. One batch at a time is with the storage, and only its answer tells which number comes next: so the numbers
/// have no gaps. Pure: knows no clock and no actors.
/// </summary>
/// <param name="room">The room's name.</param>
/// <param name="stored">Holds the batch that is with the storage; outlives a failure of the room.</param>
internal sealed class RoomLog(string room, RoomLog.StoredBatch stored)
{
    // As many as the storage takes in one transaction.
    private const int MaxBatch = 1000;

    private readonly Queue<RoomCommand.Post> _waiting = [];

    /// <summary>The last message in the table; null while it is not known.</summary>
    public RoomPosition? Position { get; set; }

    /// <summary>The batch that is with the storage; null when there is none.</summary>
    public PostBatch? InFlight => stored.Batch;

    /// <summary>Has a message wait for its turn.</summary>
    public void Add(RoomCommand.Post post) => _waiting.Enqueue(post);

    /// <summary>Makes the next batch of those who wait. Null while one is with the storage, or nobody waits, or the position is not known.</summary>
    public PostBatch? TryBegin(DateTimeOffset now)
    {
        if (InFlight is not null || _waiting.Count == 0 || Position is not { } last)
            return null;

        // A clock that is set back does not make a message older than the one before.
        var instant = Math.Max(now.ToUnixTimeMilliseconds(), last.Instant);
        var posts = new RoomCommand.Post[Math.Min(_waiting.Count, MaxBatch)];
        for (var i = 0; i < posts.Length; i++)
            posts[i] = _waiting.Dequeue();
        return stored.Batch = new PostBatch(stored.Request + 1, posts, last.Number + 1, now, instant);
    }

    /// <summary>Takes the answer that the batch is stored. Null when it is not about the batch that is with the storage.</summary>
    public PostBatch? Commit(long request)
    {
        if (InFlight is not { } batch || batch.Request != request)
            return null;
        Position = batch.End;
        stored.Batch = null;
        return batch;
    }

    /// <summary>Takes the answer that the batch is not stored; as <see cref="Commit"/>.</summary>
    public PostBatch? Refuse(long request)
    {
        if (InFlight is not { } batch || batch.Request != request)
            return null;
        stored.Batch = null;
        return batch;
    }

    /// <summary>Puts a batch that is not stored back, before all others: it gets other numbers.</summary>
    public void PutBack(PostBatch batch)
    {
        var later = _waiting.ToArray();
        _waiting.Clear();
        foreach (var post in batch.Posts.Concat(later))
            _waiting.Enqueue(post);
    }

    /// <summary>Takes all that wait.</summary>
    public IReadOnlyList<RoomCommand.Post> TakeWaiting()
    {
        var all = _waiting.ToArray();
        _waiting.Clear();
        return all;
    }

    /// <summary>Makes the rows of a batch.</summary>
    public MessageRecord[] RowsOf(PostBatch batch)
    {
        var rows = new MessageRecord[batch.Posts.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            var post = batch.Posts[i];
            rows[i] = new MessageRecord(post.Text, batch.SentAt, post.Address, post.Member.Nickname.Value, room, batch.First + i) { Instant = batch.Instant };
        }

        return rows;
    }

    /// <summary>The place of the batch that is with the storage.</summary>
    internal sealed class StoredBatch
    {
        private PostBatch? _batch;

        /// <summary>The number of the last request to the storage.</summary>
        public long Request { get; private set; }

        /// <summary>The batch; null when there is none.</summary>
        public PostBatch? Batch
        {
            get => _batch;
            set
            {
                Request = value?.Request ?? Request;
                _batch = value;
            }
        }
    }
}

/// <summary>Messages that are stored together.</summary>
/// <param name="Request">The number of the request to the storage.</param>
/// <param name="Posts">At least one.</param>
/// <param name="First">The number of the first.</param>
/// <param name="SentAt">The time of all by the clock.</param>
/// <param name="Instant">The same in Unix ms, but never before that of the message before.</param>
internal sealed record PostBatch(long Request, RoomCommand.Post[] Posts, long First, DateTimeOffset SentAt, long Instant)
{
    /// <summary>The position of the last of them.</summary>
    public RoomPosition End => new(First + Posts.Length - 1, Instant);

    /// <summary>The events that tell of them.</summary>
    public ChatEvent.MessagePosted[] Events()
    {
        var events = new ChatEvent.MessagePosted[Posts.Length];
        for (var i = 0; i < events.Length; i++)
        {
            var post = Posts[i];
            events[i] = new ChatEvent.MessagePosted(post.Member.Session, post.Command, First + i, Instant, post.Member.Nickname.Value, post.Text);
        }

        return events;
    }
}
