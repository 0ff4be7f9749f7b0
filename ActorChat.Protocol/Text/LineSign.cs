using System.Globalization;
using System.Text;

namespace ActorChat.Protocol.Text;

/// <summary>
/// What makes a line a command or a private message, where the server sees it: behind white space and what shows nothing, and of any
/// width (docs/protocol.md).
/// </summary>
internal static class LineSign
{
    public const char Command = '/';
    public const char Private = '#';

    /// <summary>Where the line begins to show something; its length for nowhere.</summary>
    public static int Place(string line)
    {
        var place = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (Shows(rune))
                break;
            place += rune.Utf16SequenceLength;
        }

        return place;
    }

    /// <summary>The sign at this place of a line; null for another character, and at the end.</summary>
    public static char? At(string line, int place) =>
        place < line.Length && CharacterWidth.Narrow(line[place]) is Command or Private ? CharacterWidth.Narrow(line[place]) : null;

    /// <summary>Whether the sign at this place stands there twice: then it is text.</summary>
    public static bool IsDoubled(string line, int place) => At(line, place) is { } sign && At(line, place + 1) == sign;

    private static bool Shows(Rune rune) => !Rune.IsWhiteSpace(rune) && !DefaultIgnorable.Contains(rune) && rune.Value != DisplayText.BlankBraille
        && Rune.GetUnicodeCategory(rune) is not (
            UnicodeCategory.Format or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.OtherNotAssigned);
}
