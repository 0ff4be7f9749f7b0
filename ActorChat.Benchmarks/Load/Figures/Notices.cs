using System.Text;

namespace ActorChat.Benchmarks.Load.Figures;

/// <summary>
/// What the server says besides deliveries: a limit that was met, a reason for closing. Most of it is the same line for many members, so
/// only the first few are kept, with their numbers.
/// </summary>
internal sealed class Notices
{
    private const int MostKept = 5;
    private const int MostShown = 200;

    private readonly Dictionary<string, long> _lines = [];

    /// <summary>Lines that are none of those kept.</summary>
    public long Others { get; private set; }

    /// <summary>The first few different lines, and how often each came.</summary>
    public IReadOnlyDictionary<string, long> Lines => _lines;

    /// <summary>Notes a line, without its line end.</summary>
    public void Add(ReadOnlySpan<byte> line)
    {
        var text = Encoding.UTF8.GetString(line[..Math.Min(line.Length, MostShown)]).Trim();
        if (text.Length == 0)
            return;
        if (_lines.TryGetValue(text, out var count) || _lines.Count < MostKept)
            _lines[text] = count + 1;
        else
            Others++;
    }
}
