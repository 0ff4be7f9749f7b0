namespace ActorChat.Client.Terminal.Painting;

/// <summary>Whether a message names somebody.</summary>
internal static class Mention
{
    /// <summary>
    /// Whether <paramref name="nick"/> stands in <paramref name="said"/> as a word of its own, in any case: <c>ana</c> is called by
    /// "¡Ana!" and not by "mañana".
    /// </summary>
    public static bool Calls(string said, string? nick)
    {
        if (string.IsNullOrEmpty(nick))
            return false;

        for (var at = Find(said, nick, 0); at >= 0; at = Find(said, nick, at + 1))
        {
            if (!IsName(said, at - 1) && !IsName(said, at + nick.Length) && !IsNameAfterSign(said, at + nick.Length))
                return true;
        }

        return false;
    }

    private static int Find(string said, string nick, int from) => said.IndexOf(nick, from, StringComparison.OrdinalIgnoreCase);

    private static bool IsName(string text, int place) =>
        place >= 0 && place < text.Length && (char.IsLetterOrDigit(text[place]) || text[place] is '_');

    // "ana-2" is another nickname, "ana-" and "ana." are ends of sentences.
    private static bool IsNameAfterSign(string text, int place) =>
        place < text.Length && text[place] is ('-' or '.') && IsName(text, place + 1);
}
