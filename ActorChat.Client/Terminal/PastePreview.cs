using System.Text;

namespace ActorChat.Client.Terminal;

/// <summary>How several pasted lines are shown.</summary>
internal static class PastePreview
{
    private const int MaxLines = 20;
    private const int MaxCharacters = 500;
    private const string Margin = "   | ";

    /// <summary>The first lines, each ended by <c>\n</c>, and how many more there are.</summary>
    public static (string Lines, int More) Show(IReadOnlyList<string> lines)
    {
        var shown = new StringBuilder();
        foreach (var line in lines.Take(MaxLines))
            shown.Append(Margin).Append(line.Length > MaxCharacters ? Rendering.Excerpt.Truncate(line) : line).Append('\n');
        return (shown.ToString(), Math.Max(0, lines.Count - MaxLines));
    }
}
