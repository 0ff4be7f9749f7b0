namespace ActorChat.Client.Chat;

/// <summary>What everybody else will read, and the line that says it (docs/protocol.md: a doubled first sign is one).</summary>
internal static class PublicMessage
{
    /// <summary>The message of a typed line; null for a command, a private message and a line that shows nothing.</summary>
    public static string? TextOf(string line)
    {
        var place = LineSign.Place(line);
        if (LineSign.IsDoubled(line, place))
            return line.Remove(place, 1);
        return place == line.Length || LineSign.At(line, place) is not null ? null : line;
    }

    /// <summary>The line that says <paramref name="message"/> and does nothing else, whatever it begins with.</summary>
    public static string Line(string message)
    {
        var place = LineSign.Place(message);
        return LineSign.At(message, place) is null ? message : message.Insert(place, message[place].ToString());
    }
}
