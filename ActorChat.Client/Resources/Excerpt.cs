namespace ActorChat.Client.Resources;

/// <summary>Quotes texts of any length and content in messages of one line.</summary>
internal static class Excerpt
{
    private const int MaxCharacters = 60;

    /// <summary>The beginning of <paramref name="text"/> without control characters. An ellipsis shows a cut.</summary>
    public static string Truncate(string text)
    {
        var start = text.AsSpan(0, Math.Min(text.Length, MaxCharacters));
        if (start.Length < text.Length && char.IsHighSurrogate(start[^1]))
            start = start[..^1];

        var shown = EscapeFilter.ToLine(start);
        return start.Length < text.Length ? shown + '…' : shown;
    }
}
