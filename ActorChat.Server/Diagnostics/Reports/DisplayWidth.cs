using System.Globalization;

namespace ActorChat.Server.Diagnostics.Reports;

internal static class DisplayWidth
{
    /// <summary>Cuts the middle of a text that is too wide: both ends of a path matter.</summary>
    public static string Fit(string text, int columns)
    {
        if (CellWidth.Measure(text) <= columns)
            return text;
        var tail = (columns - 1) / 2;
        return string.Concat([.. Within(columns - 1 - tail, Characters(text)), "…", .. Within(tail, Characters(text).Reverse()).Reverse()]);
    }

    private static IEnumerable<string> Within(int columns, IEnumerable<string> characters) =>
        characters.TakeWhile(character => (columns -= CellWidth.MeasureCluster(character)) >= 0);

    private static IEnumerable<string> Characters(string text)
    {
        for (var characters = StringInfo.GetTextElementEnumerator(text); characters.MoveNext();)
            yield return characters.GetTextElement();
    }
}
