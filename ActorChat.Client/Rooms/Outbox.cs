namespace ActorChat.Client.Rooms;

/// <summary>
/// The public messages that the server has not echoed. An echo settles its message, and the room's earlier ones of that connection.
/// Those were refused, as the server deals with one user's lines in order.
/// </summary>
internal sealed class Outbox
{
    // The server takes no more at once from one connection (max-unconfirmed).
    private const int MaxMessages = 64;

    private readonly List<Entry> _entries = [];
    private int _connection;

    /// <summary>Notes a message that is about to be sent.</summary>
    /// <param name="line">The line, as the user can send it again.</param>
    /// <param name="room">The room that it should go to.</param>
    /// <param name="post">What the line means.</param>
    public void Sent(string line, string room, ChatCommand.Post post)
    {
        if (_entries.Count is MaxMessages)
            _entries.RemoveAt(0);
        _entries.Add(new Entry(line, room, post, _connection));
    }

    /// <summary>Takes a message of ours that the server has stored.</summary>
    /// <remarks>The room was a guess when the message was sent, so one with the same words that should go elsewhere is the second choice.</remarks>
    public void Echoed(string room, string said)
    {
        var alike = _entries.Where(entry => entry.Says(said)).ToArray();
        if ((Array.Find(alike, entry => entry.IsFor(room)) ?? alike.FirstOrDefault()) is not { } echoed)
            return;

        var until = _entries.IndexOf(echoed) + 1;
        var settled = _entries.Take(until).Where(echoed.IsLike).ToHashSet();
        _entries.RemoveAll(settled.Contains);
    }

    /// <summary>Takes the lines that the server cannot have stored. What was missed has been fetched.</summary>
    public IReadOnlyList<string> TakeLost()
    {
        var lost = _entries.Where(entry => entry.Connection < _connection).ToArray();
        _entries.RemoveAll(lost.Contains);
        return [.. lost.Select(entry => entry.Line)];
    }

    /// <summary>The connection is gone: what has not been echoed may not have arrived.</summary>
    public void Cut() => _connection++;

    // Two messages of the same words are two, so this is no record.
    private sealed class Entry(string line, string room, ChatCommand.Post post, int connection)
    {
        private readonly string _room = room;

        public string Line => line;

        public int Connection => connection;

        public bool Says(string said) => post.Text == said || post.Addressed?.Text == said;

        public bool IsFor(string room) => CaseFolding.Comparer.Equals(_room, room);

        public bool IsLike(Entry other) => other.Connection == connection && other.IsFor(_room);
    }
}
