using System.Text.RegularExpressions;

namespace ActorChat.Tests.Fuzz.Checks;

/// <summary>What a line of the chat may look like to a member, of those that others bring about: see docs/protocol.md.</summary>
internal static partial class DocumentedLines
{
    /// <summary>The nickname and the text of a public message; null for any other line.</summary>
    public static (string Who, string Text)? AsPublic(string line) =>
        Public().Match(line) is { Success: true } match ? (match.Groups["who"].Value, match.Groups["text"].Value) : null;

    /// <summary>The nickname and the text of a private message to the reader; null for any other line.</summary>
    public static (string Who, string Text)? AsPrivate(string line) =>
        Private().Match(line) is { Success: true } match ? (match.Groups["who"].Value, match.Groups["text"].Value) : null;

    /// <summary>Who came or went; null for any other line.</summary>
    public static string? AsComingOrGoing(string line) => Coming().Match(line) is { Success: true } match ? match.Groups["who"].Value : null;

    /// <summary>Whether there is anything in it, but for line ends, that steers a terminal or was made of bytes that are no UTF-8.</summary>
    public static bool HasWhatNoTerminalShouldSee(string text) => text.Any(character => char.IsControl(character) && character != '\n');

    /// <summary>A text for a message of ours: what cannot be seen is written out.</summary>
    public static string Visible(string text) => string.Concat(text.Select(
        character => char.IsControl(character) || char.GetUnicodeCategory(character) is UnicodeCategory.Format or UnicodeCategory.LineSeparator ? $"\\u{(int)character:x4}" : character.ToString()));

    /// <summary>Whether a line that begins so, with a colon behind, is the server's own.</summary>
    public static bool IsServerWord(string who) => who.ToUpperInvariant() is "ERROR" or "NICKNAME";

    /// <summary>A nickname has 1 to 32 code points.</summary>
    public static bool IsNickname(string who) => Nickname().IsMatch(who) && who.EnumerateRunes().Count() <= 32;

    [GeneratedRegex(@"^(?<who>[^\s:\[\]*]+): (?<text>.*)$", RegexOptions.Singleline)]
    private static partial Regex Public();

    [GeneratedRegex(@"^\[privado\] (?<who>[^\s:]+): (?<text>.*)$", RegexOptions.Singleline)]
    private static partial Regex Private();

    [GeneratedRegex(@"^\* (?<who>\S+) se ha (des)?conectado$")]
    private static partial Regex Coming();

    // The categories of C# know the letters of the higher planes only as surrogates.
    [GeneratedRegex(@"^[\p{L}\p{N}\p{M}\p{Cs}._-]+$")]
    private static partial Regex Nickname();
}
