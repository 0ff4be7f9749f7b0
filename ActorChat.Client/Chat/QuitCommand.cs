namespace ActorChat.Client.Chat;

/// <summary>The server's commands to leave, which the client knows only to tell a wished end of the connection from a loss.</summary>
internal static class QuitCommand
{
    /// <summary>What the client sends when the user leaves by a signal. Every server knows it, whatever its language.</summary>
    public const string Text = "/salir";

    private static readonly string[] Verbs = [Text, "/quit"];

    /// <summary>Whether <paramref name="line"/> asks the server for the end: first word, any case.</summary>
    public static bool Matches(string line)
    {
        var trimmed = line.AsSpan().Trim();
        var end = trimmed.IndexOfAny(' ', '\t');
        var verb = end < 0 ? trimmed : trimmed[..end];
        foreach (var known in Verbs)
        {
            if (verb.Equals(known, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}
