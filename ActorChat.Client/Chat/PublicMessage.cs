namespace ActorChat.Client.Chat;

/// <summary>What of a typed line everybody else will read.</summary>
internal static class PublicMessage
{
    /// <summary>The message; null for a command, a private message and an empty line. A doubled first sign is one (docs/protocol.md).</summary>
    public static string? Of(string line) => line switch
    {
        _ when string.IsNullOrWhiteSpace(line) => null,
        ['/', '/', ..] or ['#', '#', ..] => line[1..],
        ['/' or '#', ..] => null,
        _ => line,
    };
}
