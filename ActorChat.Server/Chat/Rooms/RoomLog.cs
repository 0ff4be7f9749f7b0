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

    /// <summary>What was stored lately with a mark.</summary>
    public PostMarks Marks { get; } = new();

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
        return backlog.Batch = new PostBatch(NextRequest(), TakeBatch(), last.Number + 1, now, instant);
    }

    /// <summary>Takes a queued message that was stored before, as its author has marked it; null when there is none.</summary>
    public RoomCommand.Post? TryTakeRepeated(out StoredMark stored)
    {
        foreach (var (post, _) in backlog.Waiting)
        {
            if (Marks.TryFind(post, out stored))
            {
                Remove(post);
                return post;
            }
        }

        stored = default;
        return null;
    }

    /// <summary>Completes the batch in flight as stored. Null if the reply is for another request.</summary>
    public PostBatch? Commit(long request)
    {
        if (InFlight is not { } batch || batch.Request != request)
            return null;
        Position = batch.End;
        Marks.Add(batch);
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
            rows[i] = new MessageRecord(post.Text, batch.SentAt, post.Address, post.Member.Nickname.Value, room, batch.First + i)
            {
                Instant = batch.Instant,
                Mark = post.Mark,
            };
        }

        return rows;
    }

    // Ends before a message that repeats one of the batch: when that is stored, it is known what to answer.
    private RoomCommand.Post[] TakeBatch()
    {
        var posts = new List<RoomCommand.Post>(Math.Min(backlog.Waiting.Count, MaxBatch));
        HashSet<(string, string)>? marks = null;
        while (posts.Count < MaxBatch && backlog.Waiting.TryPeek(out var next))
        {
            if (PostMarks.KeyOf(next.Post) is { } mark && !(marks ??= []).Add(mark))
                break;
            posts.Add(backlog.Waiting.Dequeue().Post);
        }

        return [.. posts];
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
            events[i] = new ChatEvent.MessagePosted(post.Member.Session, post.Command, room, First + i, Instant, post.Member.Nickname.Value, post.Text)
            {
                Mark = post.Mark,
            };
        }

        return events;
    }
}

/// <summary>
/// The marks of a room's last messages. A client gives its message a mark and sends it again where it has no answer, so that the message counts
/// once. Pure.
/// </summary>
internal sealed class PostMarks
{
    // Matches what the storage is asked for.
    private const int Capacity = 1000;

    private readonly Dictionary<(string Author, string Mark), StoredMark> _stored = [];
    private readonly Queue<(string Author, string Mark)> _oldest = [];

    /// <summary>The key of a message; null without a mark. Nobody can use up the marks of others.</summary>
    public static (string Author, string Mark)? KeyOf(RoomCommand.Post post) => post.Mark is { } mark ? (post.Member.Nickname.Casefolded, mark) : null;

    /// <summary>Begins anew with what the storage has.</summary>
    public void Reset(IReadOnlyList<StoredMessage> stored)
    {
        _stored.Clear();
        _oldest.Clear();
        foreach (var message in stored)
        {
            if (message.Mark is { } mark && Nickname.TryParse(message.Author, out var author))
                Add((author.Casefolded, mark), new StoredMark(message.Number, message.Instant, HashOf(message.Content)));
        }
    }

    /// <summary>Notes what is stored.</summary>
    public void Add(PostBatch batch)
    {
        for (var i = 0; i < batch.Posts.Length; i++)
        {
            if (KeyOf(batch.Posts[i]) is { } key)
                Add(key, new StoredMark(batch.First + i, batch.Instant, HashOf(batch.Posts[i].Text)));
        }
    }

    /// <summary>Finds the stored message with the mark of this one.</summary>
    public bool TryFind(RoomCommand.Post post, out StoredMark stored)
    {
        stored = default;
        return KeyOf(post) is { } key && _stored.TryGetValue(key, out stored);
    }

    private static int HashOf(string text) => text.GetHashCode(StringComparison.Ordinal);

    private void Add((string, string) key, StoredMark stored)
    {
        if (_stored.TryAdd(key, stored))
            _oldest.Enqueue(key);
        if (_oldest.Count > Capacity)
            _stored.Remove(_oldest.Dequeue());
    }
}

/// <summary>A stored message with a mark.</summary>
/// <param name="Number">Its number in the room.</param>
/// <param name="Instant">When it was stored, in Unix ms.</param>
/// <param name="TextHash">Tells another text from the same; only this process has such hashes.</param>
internal readonly record struct StoredMark(long Number, long Instant, int TextHash)
{
    /// <summary>Whether it is the same message that is sent again.</summary>
    public bool Has(string text) => TextHash == text.GetHashCode(StringComparison.Ordinal);
}
