using System.Text;

namespace ActorChat.Protocol.Text;

/// <summary>The scripts of marks: Scripts.txt of the Unicode Character Database, of the version that its head names.</summary>
internal static class Scripts
{
    private static readonly Range[] Ranges = [.. UnicodeTable.Read("Scripts.txt").SelectMany(RangesOf).OrderBy(range => range.First)];

    /// <summary>
    /// Whether a mark is of the letter's script, or of no particular one, as accents are. A visarga on a Latin letter would be drawn like
    /// a colon.
    /// </summary>
    public static bool AllowMark(Rune mark, Rune letter) => Find(mark) is not { } script || script == Find(letter);

    // Null for a script without marks of its own, and for what scripts share.
    private static string? Find(Rune rune)
    {
        var place = Array.BinarySearch(Ranges, new Range(rune.Value, rune.Value, ""));
        var candidate = place >= 0 ? place : ~place - 1;
        return candidate >= 0 && rune.Value <= Ranges[candidate].Last ? Ranges[candidate].Script : null;
    }

    private static IEnumerable<Range> RangesOf((string Script, string[] Ranges) row) =>
        row.Ranges.Select(range => range.Split('-')).Select(ends =>
            new Range(UnicodeTable.ParseCodePoint(ends[0]), UnicodeTable.ParseCodePoint(ends[1]), row.Script));

    private readonly record struct Range(int First, int Last, string Script) : IComparable<Range>
    {
        public int CompareTo(Range other) => First.CompareTo(other.First);
    }
}
