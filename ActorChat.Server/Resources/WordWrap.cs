namespace ActorChat.Server.Resources;

/// <summary>Wraps texts at blanks. Pure.</summary>
internal static class WordWrap
{
    /// <summary>The hanging indent of reports and help.</summary>
    public const int Indent = 2;

    /// <summary>
    /// Returns no lines for an empty text. A word that is too long gets its own line. The indent precedes each line except the first.
    /// </summary>
    public static IReadOnlyList<string> Lines(string text, int width, int indent = 0)
    {
        var lines = new List<string>();
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (lines.Count > 0 && lines[^1].Length + 1 + word.Length <= width)
                lines[^1] += " " + word;
            else
                lines.Add(lines.Count == 0 ? word : new string(' ', indent) + word);
        }

        return lines;
    }
}
