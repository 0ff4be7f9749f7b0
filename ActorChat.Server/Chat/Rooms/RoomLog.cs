using ActorChat.Server.Storage;

namespace ActorChat.Server.Chat.Rooms;

/// <summary>
/// Numbers the messages of a room. One batch at a time is with the storage, and only its answer tells which number comes next: so the numbers
/// have no gaps. Pure: knows no clock and no actors.
/// </summary>
/// <param name="room">The room's name.</param>
/// <param name="backlog">Holds what is not in the table yet; outlives a failure of the room.</param>
internal sealed class RoomLog(string room, RoomLog.Backlog backlog)
{
    // As many as the storage takes in one transaction.
    private const int MaxBatch = 1000;

    /// <summary>The last message in the table; null while it is not known.</summary>
    public RoomPosition? Position { get; set; }

    /// <summary>The batch that is with the storage; null when there is none.</summary>
    public PostBatch? InFlight => backlog.Batch;

    /// <summary>Whether there is a next batch: some wait, none is with the storage, and the position is known.</summary>
    public bool CanBegin => InFlight is null && Position is not null && backlog.Waiting.Count > 0;

    /// <summary>Numbers the next request to the storage.</summary>
    public long NextRequest() => ++backlog.LastRequest;

    /// <summary>Has a message wait for its turn.</summary>
    public void Add(RoomCommand.Post post, TimeSpan now) => backlog.Waiting.Enqueue((post, now));

    /// <summary>Takes the oldest of those who wait, if it has waited since then; null when it has not.</summary>
    public RoomCommand.Post? TryTakeOlder(TimeSpan since) =>
        backlog.Waiting.TryPeek(out var oldest) && oldest.Since <= since ? backlog.Waiting.Dequeue().Post : null;

    /// <summary>Makes the next batch, where <see cref="CanBegin"/>.</summary>
    public PostBatch Begin(DateTimeOffset now)
    {
        var last = Position!.Value;

        // A clock that is set back does not make a message older than the one before.
        var instant = Math.Max(now.ToUnixTimeMilliseconds(), last.Instant);
        var posts = new RoomCommand.Post[Math.Min(backlog.Waiting.Count, MaxBatch)];
        for (var i = 0; i < posts.Length; i++)
            posts[i] = backlog.Waiting.Dequeue().Post;
        return backlog.Batch = new PostBatch(NextRequest(), posts, last.Number + 1, now, instant);
    }

    /// <summary>Takes the answer that the batch is stored. Null when it is not about the batch that is with the storage.</summary>
    public PostBatch? Commit(long request)
    {
        if (InFlight is not { } batch || batch.Request != request)
            return null;
        Position = batch.End;
        backlog.Batch = null;
        return batch;
    }

    /// <summary>Takes the answer that the batch is not stored; as <see cref="Commit"/>.</summary>
    public PostBatch? Refuse(long request)
    {
        if (InFlight is not { } batch || batch.Request != request)
            return null;
        backlog.Batch = null;
        return batch;
    }

    /// <summary>Takes all that wait.</summary>
    public IReadOnlyList<RoomCommand.Post> TakeWaiting()
    {
        var posts = backlog.Waiting.Select(waiting => waiting.Post).ToArray();
        backlog.Waiting.Clear();
        return posts;
    }

    /// <summary>Puts a batch that is not stored back, before all others: it gets other numbers.</summary>
    public void PutBack(PostBatch batch, TimeSpan now) => Replace([.. batch.Posts.Select(post => (post, now)), .. backlog.Waiting]);

    /// <summary>Forgets a message that waits.</summary>
    public void Remove(RoomCommand.Post post) => Replace([.. backlog.Waiting.Where(waiting => !ReferenceEquals(waiting.Post, post))]);

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

    private void Replace((RoomCommand.Post, TimeSpan)[] waiting)
    {
        backlog.Waiting.Clear();
        foreach (var post in waiting)
            backlog.Waiting.Enqueue(post);
    }

    /// <summary>What was posted and is not in the table yet.</summary>
    internal sealed class Backlog
    {
        /// <summary>Those that wait for their turn, and since when.</summary>
        public Queue<(RoomCommand.Post Post, TimeSpan Since)> Waiting { get; } = [];

        /// <summary>Those that are with the storage; null for none.</summary>
        public PostBatch? Batch { get; set; }

        /// <summary>The number of the last request to the storage.</summary>
        public long LastRequest { get; set; }
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
