namespace ActorChat.Server.Resources;

/// <summary>Breaks texts into lines that fit. Pure.</summary>
internal static class WordWrap
{
    /// <summary>What sets the further lines of a text off from the next one.</summary>
    public const int Indent = 2;

    /// <summary>The lines, none for an empty text. A word that is longer than a line has one of its own.</summary>
    /// <param name="text">Words, parted by blanks.</param>
    /// <param name="width">The most columns of a line.</param>
    /// <param name="indent">Blanks before each line but the first.</param>
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
