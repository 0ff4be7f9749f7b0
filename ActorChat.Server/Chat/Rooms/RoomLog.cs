using ActorChat.Server.Storage;

namespace ActorChat.Server.Chat.Rooms;

/// <summary>
/// Numbers the messages of a room. Keeps one batch in flight and continues only after the storage's reply, so that numbers have no gaps. Pure:
/// knows no clock and no actors.
/// </summary>
/// <param name="room">The room's name.</param>
/// <param name="backlog">Holds messages not stored yet; survives a restart of the room.</param>
internal sealed class RoomLog(string room, RoomLog.Backlog backlog)
{
    // Matches the storage's transaction size.
    private const int MaxBatch = 1000;

    /// <summary>The position of the last stored message; null while unknown.</summary>
    public RoomPosition? Position { get; set; }

    /// <summary>The batch sent to the storage and not answered; null for none.</summary>
    public PostBatch? InFlight => backlog.Batch;

    /// <summary>Whether a batch can be sent: messages wait, none is in flight, the position is known.</summary>
    public bool CanBegin => InFlight is null && Position is not null && HasWaiting;

    /// <summary>Whether messages wait.</summary>
    public bool HasWaiting => backlog.Waiting.Count > 0;

    /// <summary>Returns a new request number for the storage.</summary>
    public long NextRequest() => ++backlog.LastRequest;

    /// <summary>Queues a message.</summary>
    public void Add(RoomCommand.Post post, TimeSpan now) => backlog.Waiting.Enqueue((post, now));

    /// <summary>Takes the oldest queued message if it was queued by then; otherwise null.</summary>
    public RoomCommand.Post? TryTakeOlder(TimeSpan since) =>
        backlog.Waiting.TryPeek(out var oldest) && oldest.Since <= since ? backlog.Waiting.Dequeue().Post : null;

    /// <summary>Puts queued messages in flight; requires <see cref="CanBegin"/>.</summary>
    public PostBatch Begin(DateTimeOffset now)
    {
        var last = Position!.Value;

        // Keeps instants from decreasing when the clock is set back.
        var instant = Math.Max(now.ToUnixTimeMilliseconds(), last.Instant);
        var posts = new RoomCommand.Post[Math.Min(backlog.Waiting.Count, MaxBatch)];
        for (var i = 0; i < posts.Length; i++)
            posts[i] = backlog.Waiting.Dequeue().Post;
        return backlog.Batch = new PostBatch(NextRequest(), posts, last.Number + 1, now, instant);
    }

    /// <summary>Completes the batch in flight as stored. Null if the reply is for another request.</summary>
    public PostBatch? Commit(long request)
    {
        if (InFlight is not { } batch || batch.Request != request)
            return null;
        Position = batch.End;
        backlog.Batch = null;
        return batch;
    }

    /// <summary>Completes the batch in flight as not stored; as <see cref="Commit"/>.</summary>
    public PostBatch? Refuse(long request)
    {
        if (InFlight is not { } batch || batch.Request != request)
            return null;
        backlog.Batch = null;
        return batch;
    }

    /// <summary>Takes all queued messages.</summary>
    public IReadOnlyList<RoomCommand.Post> TakeWaiting()
    {
        var posts = backlog.Waiting.Select(waiting => waiting.Post).ToArray();
        backlog.Waiting.Clear();
        return posts;
    }

    /// <summary>Requeues a batch ahead of the others, to be numbered again.</summary>
    public void PutBack(PostBatch batch, TimeSpan now) => Replace([.. batch.Posts.Select(post => (post, now)), .. backlog.Waiting]);

    /// <summary>Removes a queued message.</summary>
    public void Remove(RoomCommand.Post post) => Replace([.. backlog.Waiting.Where(waiting => !ReferenceEquals(waiting.Post, post))]);

    /// <summary>Makes the table rows of a batch.</summary>
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

    /// <summary>Messages posted and not stored yet.</summary>
    internal sealed class Backlog
    {
        /// <summary>The queued messages with the time of queuing.</summary>
        public Queue<(RoomCommand.Post Post, TimeSpan Since)> Waiting { get; } = [];

        /// <summary>The batch in flight; null for none.</summary>
        public PostBatch? Batch { get; set; }

        public long LastRequest { get; set; }
    }
}

/// <summary>Messages stored in one request.</summary>
/// <param name="Request">The request number.</param>
/// <param name="Posts">At least one.</param>
/// <param name="First">The room's number of the first message.</param>
/// <param name="SentAt">The time by the clock.</param>
/// <param name="Instant">The same in Unix ms, but never decreasing within the room.</param>
internal sealed record PostBatch(long Request, RoomCommand.Post[] Posts, long First, DateTimeOffset SentAt, long Instant)
{
    /// <summary>The position of the last message.</summary>
    public RoomPosition End => new(First + Posts.Length - 1, Instant);

    /// <summary>Makes the events to publish.</summary>
    /// <param name="room">The room's name as shown.</param>
    public ChatEvent.MessagePosted[] Events(string room)
    {
        var events = new ChatEvent.MessagePosted[Posts.Length];
        for (var i = 0; i < events.Length; i++)
        {
            var post = Posts[i];
            events[i] = new ChatEvent.MessagePosted(post.Member.Session, post.Command, room, First + i, Instant, post.Member.Nickname.Value, post.Text);
        }

        return events;
    }
}
