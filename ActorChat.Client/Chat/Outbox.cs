namespace ActorChat.Client.Chat;

/// <summary>
/// The public messages sent lately that nothing shows to have arrived. They have no answer; but the server handles one user's lines in
/// order, so the answer to a later line confirms all before it.
/// </summary>
/// <remarks>Used by both directions of a connection at once.</remarks>
internal sealed class Outbox(TimeProvider clock)
{
    // Beyond this the oldest are forgotten: naming more of them would help nobody.
    private const int MaxLines = 20;

    private readonly Lock _lock = new();
    private readonly Queue<Entry> _entries = new();

    /// <summary>Notes a line that is about to be sent.</summary>
    public void Sent(ChatCommand line)
    {
        var entry = new Entry((line as ChatCommand.Post)?.Text, AnswerTo(line), clock.GetTimestamp());
        if (entry is { Said: null, Answer: null })
            return;

        lock (_lock)
        {
            if (_entries.Count is MaxLines)
                _entries.Dequeue();
            _entries.Enqueue(entry);
        }
    }

    /// <summary>Takes lines of the server.</summary>
    public void Observe(IEnumerable<ServerLine> lines)
    {
        lock (_lock)
        {
            foreach (var line in lines.Where(line => _entries.Any(entry => entry.Answer == line.GetType())))
            {
                while (_entries.Dequeue().Answer != line.GetType())
                {
                    // Confirmed, as it was sent before.
                }
            }
        }
    }

    /// <summary>The messages sent within <paramref name="time"/> that may not have arrived, oldest first.</summary>
    public IReadOnlyList<string> Since(TimeSpan time)
    {
        lock (_lock)
            return [.. _entries.Where(entry => clock.GetElapsedTime(entry.Timestamp) < time).Select(entry => entry.Said).OfType<string>()];
    }

    // Refusals are ignored: one does not tell which line it answers. At worst a message too many is named.
    private static Type? AnswerTo(ChatCommand line) => line switch
    {
        ChatCommand.Private => typeof(ServerLine.PrivateTo),
        ChatCommand.List => typeof(ServerLine.Users),
        _ => null,
    };

    // Said is null for a line that is kept for its answer only.
    private sealed record Entry(string? Said, Type? Answer, long Timestamp);
}
