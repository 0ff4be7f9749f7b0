using ActorChat.Client.Consoles;
using ActorChat.Client.Wire;

namespace ActorChat.Client.Chat;

/// <summary>
/// The public messages that were handed to the network and of which nothing shows yet that they have arrived. They have no answer; but
/// the server deals with one user's lines in order, so the answer to a later line is one to all before it.
/// </summary>
/// <remarks>Both ways of a connection use it at once.</remarks>
/// <param name="clock">Tells how long ago something was sent.</param>
internal sealed class Outbox(TimeProvider clock)
{
    // Beyond this the oldest are forgotten: to name more of them would help nobody.
    private const int MaxLines = 20;

    private readonly Lock _lock = new();
    private readonly Queue<Entry> _entries = new();

    /// <summary>A line is about to be sent.</summary>
    public void Sent(string line)
    {
        var entry = new Entry(PublicMessage.TextOf(line), AnswerTo(line), clock.GetTimestamp());
        if (entry is { Said: null, Answer: null })
            return;

        lock (_lock)
        {
            if (_entries.Count is MaxLines)
                _entries.Dequeue();
            _entries.Enqueue(entry);
        }
    }

    /// <summary>Lines of the server have arrived.</summary>
    public void Observe(IEnumerable<WireLine> lines)
    {
        lock (_lock)
        {
            foreach (var line in lines.Where(line => _entries.Any(entry => entry.Answer == line.GetType())))
            {
                while (_entries.Dequeue().Answer != line.GetType())
                {
                    // Dealt with before.
                }
            }
        }
    }

    /// <summary>What was sent within <paramref name="time"/> and may not have arrived, oldest first.</summary>
    public IReadOnlyList<string> Since(TimeSpan time)
    {
        lock (_lock)
            return [.. _entries.Where(entry => clock.GetElapsedTime(entry.Timestamp) < time).Select(entry => entry.Said).OfType<string>()];
    }

    // A refusal is not looked for: whose it is cannot be told, and a message too many is named then.
    private static Type? AnswerTo(string line)
    {
        var place = LineSign.Place(line);
        return LineSign.At(line, place) switch
        {
            LineSign.Private when !LineSign.IsDoubled(line, place) => typeof(WireLine.PrivateTo),
            LineSign.Command when ClientCommands.Verb(line).ToUpperInvariant() is "/LISTAR" or "/LIST" => typeof(WireLine.Users),
            _ => null,
        };
    }

    // Said: null for a line that is kept for its answer only.
    private sealed record Entry(string? Said, Type? Answer, long Timestamp);
}
