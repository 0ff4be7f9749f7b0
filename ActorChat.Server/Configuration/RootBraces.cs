namespace ActorChat.Server.Configuration;

/// <summary>
/// A file may stand in braces as a whole, as JSON does. Texts that are put one after the other must not: behind the closing
/// brace nothing more is read.
/// </summary>
internal static class RootBraces
{
    private const string Triple = "\"\"\"";

    /// <summary>
    /// The text with blanks in the place of the braces around it, so that every other character stays where it was. A text
    /// without them, or whose first brace is never closed, stays as it is.
    /// </summary>
    public static string Remove(string text)
    {
        var opening = SkipToMeaning(text, 0);
        if (opening >= text.Length || text[opening] != '{' || Closing(text, opening) is not { } closing)
            return text;

        var bare = text.ToCharArray();
        bare[opening] = bare[closing] = ' ';
        return new string(bare);
    }

    private static int? Closing(string text, int opening)
    {
        var depth = 0;
        for (var at = opening; at < text.Length; at = SkipToMeaning(text, Next(text, at)))
        {
            if (text[at] == '{')
                depth++;
            else if (text[at] == '}' && --depth == 0)
                return at;
        }

        return null;
    }

    private static int Next(string text, int at)
    {
        if (text[at] != '"')
            return at + 1;
        if (string.CompareOrdinal(text, at, Triple, 0, Triple.Length) != 0)
            return AfterString(text, at + 1);

        var end = text.IndexOf(Triple, at + Triple.Length, StringComparison.Ordinal);
        return end < 0 ? text.Length : end + Triple.Length;
    }

    private static int AfterString(string text, int at)
    {
        while (at < text.Length && text[at] is not ('"' or '\n'))
            at += text[at] == '\\' ? 2 : 1;
        return at + 1;
    }

    private static int SkipToMeaning(string text, int at)
    {
        while (at < text.Length)
        {
            if (text[at] == '#' || string.CompareOrdinal(text, at, "//", 0, 2) == 0)
                at = text.IndexOf('\n', at) is var end and >= 0 ? end : text.Length;
            else if (char.IsWhiteSpace(text[at]) || text[at] == '\uFEFF')
                at++;
            else
                break;
        }

        return at;
    }
}
