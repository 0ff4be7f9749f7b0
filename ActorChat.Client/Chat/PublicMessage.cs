using System.Globalization;
using System.Text;

namespace ActorChat.Client.Chat;

/// <summary>What everybody else will read, and the line that says it (docs/protocol.md: a doubled first sign is one).</summary>
internal static class PublicMessage
{
    // Letters by their category that show nothing: the fillers of Hangul.
    private static readonly int[] Fillers = [0x115F, 0x1160, 0x3164, 0xFFA0];

    /// <summary>The message of a typed line; null for a command, a private message and an empty line.</summary>
    public static string? Of(string line) => line switch
    {
        _ when string.IsNullOrWhiteSpace(line) => null,
        ['/', '/', ..] or ['#', '#', ..] => line[1..],
        ['/' or '#', ..] => null,
        _ => line,
    };

    /// <summary>The line that says <paramref name="message"/> and does nothing else, whatever it begins with.</summary>
    public static string Line(string message)
    {
        var sign = Sign(message);
        return sign < message.Length && message[sign] is ('/' or '#') ? message.Insert(sign, message[sign].ToString()) : message;
    }

    // Where the server sees the beginning: it removes what shows nothing before it looks for a command.
    private static int Sign(string message)
    {
        var place = 0;
        foreach (var rune in message.EnumerateRunes())
        {
            if (Shows(rune))
                break;
            place += rune.Utf16SequenceLength;
        }

        return place;
    }

    private static bool Shows(Rune rune) => Rune.GetUnicodeCategory(rune) is not (
            UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.OtherNotAssigned)
        && !Fillers.Contains(rune.Value);
}
