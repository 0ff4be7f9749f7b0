namespace ActorChat.Client.Rooms;

/// <summary>A line of the user that a lost connection has left without an answer.</summary>
/// <param name="Line">The line, as the user can send it again.</param>
/// <param name="Room">The room that it should go to; empty for a private message.</param>
/// <param name="IsCertain">Whether it has not arrived for certain. Otherwise nobody can know.</param>
internal sealed record LostLine(string Line, string Room, bool IsCertain);

/// <summary>
/// The user's lines that the server has not answered: public messages, private ones, and entries into rooms. The server takes one user's lines
/// in order, and runs all but public messages alone. So an answer settles the first line that it can be about.
/// </summary>
internal sealed class Outbox
{
    // The server takes no more at once from one connection (max-unconfirmed).
    private const int MaxLines = 64;

    private readonly List<Entry> _entries = [];
    private int _connection;

    // The refusals of messages to a room. They may overtake the echoes of messages sent before.
    private (int Connection, string Room, int Count) _refused = (0, "", 0);

    /// <summary>Whether it is open which room the next message goes to.</summary>
    public bool IsEntering => _entries.Exists(entry => entry.Kind is RefusedKinds.Join);

    /// <summary>Notes a message that is about to be sent.</summary>
    /// <param name="line">The line, as the user can send it again.</param>
    /// <param name="room">The room that it should go to.</param>
    /// <param name="post">What the line means.</param>
    /// <param name="isTraceable">Whether it can be found again after a loss. Otherwise it is never called lost.</param>
    public void Sent(string line, string room, ChatCommand.Post post, bool isTraceable = true) =>
        Add(new Entry(RefusedKinds.Message, line, room, post, _connection) { IsTraceable = isTraceable });

    /// <summary>Notes a private message.</summary>
    public void SentPrivate(string line, ChatCommand.Private message) =>
        Add(new Entry(RefusedKinds.Private, line, "", new ChatCommand.Post(message.Text), _connection));

    /// <summary>Notes the wish to enter a room, as typed.</summary>
    public void Entering(string line, string room) => Add(new Entry(RefusedKinds.Join, line, room, post: null, _connection));

    /// <summary>
    /// Takes a message of ours that the server has stored. The room's earlier ones of this connection were refused. So were those of a lost
    /// one, but the user may not have read that.
    /// </summary>
    /// <remarks>The room was a guess when the message was sent, so one with the same words that should go elsewhere is the second choice.</remarks>
    public void Echoed(string room, string said)
    {
        var alike = _entries.Where(entry => entry.Kind is RefusedKinds.Message && entry.Says(said)).ToArray();
        if ((Array.Find(alike, entry => entry.IsFor(room)) ?? alike.FirstOrDefault()) is not { } echoed)
            return;

        var before = _entries.IndexOf(echoed);
        var settled = _entries.Take(before).Where(entry => entry.Connection == _connection && entry.IsSettledBy(echoed)).ToHashSet();
        if (echoed.IsFor(_refused.Room))
            _refused.Count = Math.Max(0, _refused.Count - settled.Count(entry => entry.Kind is RefusedKinds.Message));
        settled.Add(echoed);
        _entries.RemoveAll(settled.Contains);
        SettleRefused();
    }

    /// <summary>Takes what else the server has answered.</summary>
    public void Receive(ServerLine line)
    {
        if (line is ServerLine.RoomEntered or ServerLine.RoomsOfReader { Room.Length: > 0 })
            SettleUntil(entry => entry.Kind is RefusedKinds.Join && entry.IsFor(line.Room));
        else if (line is ServerLine.PrivateTo delivered)
            SettleUntil(entry => entry.Kind is RefusedKinds.Private && entry.Says(delivered.Said));
        else if (line is ServerLine.RoomLeft)
            Leave(line.Room);
        else if (Refusal.Of(line) is { } refusal)
            Refuse(refusal);
    }

    /// <summary>Takes the public messages that were not echoed on an earlier connection. What was missed has been fetched.</summary>
    /// <param name="isIn">Whether the user is in a room, so that what was missed there is known.</param>
    public IReadOnlyList<LostLine> TakeLost(Predicate<string> isIn)
    {
        var lost = _entries.Where(entry => entry.Connection < _connection).ToArray();
        _entries.RemoveAll(lost.Contains);
        return [.. lost.Select(entry => new LostLine(entry.Line, entry.Room, entry.IsTraceable && isIn(entry.Room)))];
    }

    /// <summary>Takes the private messages without an answer. The connection is gone.</summary>
    public IReadOnlyList<LostLine> TakePrivate()
    {
        var unknown = _entries.Where(entry => entry.Kind is RefusedKinds.Private).ToArray();
        _entries.RemoveAll(unknown.Contains);
        return [.. unknown.Select(entry => new LostLine(entry.Line, entry.Room, IsCertain: false))];
    }

    /// <summary>The connection is gone: what has not been echoed may not have arrived.</summary>
    public void Cut()
    {
        _entries.RemoveAll(entry => entry.Kind is not RefusedKinds.Message);
        _connection++;
    }

    private void Add(Entry entry)
    {
        if (_entries.Count is MaxLines)
            _entries.RemoveAt(0);
        _entries.Add(entry);
    }

    // What was said there last can no longer be looked up.
    private void Leave(string room)
    {
        foreach (var entry in _entries.Where(entry => entry.IsFor(room)))
            entry.IsTraceable = false;
    }

    // The user has read it, so the line is not lost. What the server is not certain of may still be echoed.
    private void Refuse(Refusal refusal)
    {
        if (_entries.Find(entry => entry.MayBeMeantBy(refusal, _connection)) is not { } meant)
            return;

        if (meant.Kind is not RefusedKinds.Message)
        {
            _entries.Remove(meant);
            return;
        }

        // Those were answered in words that are not known.
        var before = _entries.IndexOf(meant);
        var answered = _entries.Take(before).Where(entry => entry.Kind is not RefusedKinds.Message).ToHashSet();
        _entries.RemoveAll(answered.Contains);
        if (refusal.IsUncertain)
            meant.IsOverdue = true;
        else
            _refused = (_connection, meant.Room, _connection == _refused.Connection && meant.IsFor(_refused.Room) ? _refused.Count + 1 : 1);
        SettleRefused();
    }

    // The first one with that answer; those of its kind before it have had another.
    private void SettleUntil(Predicate<Entry> isAnswered)
    {
        if (_entries.Find(isAnswered) is not { } answered)
            return;

        var until = _entries.IndexOf(answered) + 1;
        var settled = _entries.Take(until).Where(entry => entry.Kind == answered.Kind).ToHashSet();
        _entries.RemoveAll(settled.Contains);
    }

    // Which of several messages was refused shows only when the others are echoed, or when there were as many refusals.
    private void SettleRefused()
    {
        var waiting = _entries.Where(entry => entry.IsWaiting(_refused.Connection) && entry.IsFor(_refused.Room)).ToHashSet();
        if (_refused.Count < waiting.Count)
            return;
        _entries.RemoveAll(waiting.Contains);
        _refused.Count = 0;
    }

    // Two messages of the same words are two, so this is no record.
    private sealed class Entry(RefusedKinds kind, string line, string room, ChatCommand.Post? post, int connection)
    {
        public RefusedKinds Kind => kind;

        public string Line => line;

        public string Room => room;

        public int Connection => connection;

        public bool IsTraceable { get; set; } = true;

        /// <summary>Whether the server has said that it does not know what became of it.</summary>
        public bool IsOverdue { get; set; }

        public bool Says(string said) => post is not null && (post.Text == said || post.Addressed?.Text == said);

        public bool IsFor(string other) => CaseFolding.Comparer.Equals(room, other);

        public bool IsWaiting(int on) => kind is RefusedKinds.Message && connection == on && !IsOverdue;

        public bool IsSettledBy(Entry echoed) => connection == echoed.Connection && (kind is not RefusedKinds.Message || IsFor(echoed.Room));

        public bool MayBeMeantBy(Refusal refusal, int now) => refusal.Kinds.HasFlag(kind) && connection == now && !IsOverdue
            && (refusal.Room.Length is 0 || kind is not RefusedKinds.Message || IsFor(refusal.Room) || !IsTraceable);
    }
}
