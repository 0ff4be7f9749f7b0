using System.Globalization;
using Wcwidth;

namespace ActorChat.Protocol.Text;

/// <summary>Measures texts in terminal cells, as most terminals count: by user-perceived characters (UAX #29).</summary>
internal static class CellWidth
{
    public static int Measure(ReadOnlySpan<char> text)
    {
        var cells = 0;
        while (!text.IsEmpty)
        {
            var length = StringInfo.GetNextTextElementLength(text);
            cells += MeasureCluster(text[..length]);
            text = text[length..];
        }

        return cells;
    }

    /// <summary>The cells of one user-perceived character; control characters take none.</summary>
    // Wcwidth 4.0.1 takes the Ethiopic letter U+1200 for a mark. U+1201 is as wide as it should be.
    public static int MeasureCluster(ReadOnlySpan<char> cluster) =>
        Math.Max(0, UnicodeCalculator.GetWidth(cluster.ToString().Replace('\u1200', '\u1201')));
}
