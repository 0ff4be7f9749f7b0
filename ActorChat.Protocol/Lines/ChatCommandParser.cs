using System.Collections.Frozen;
using System.Globalization;
using ActorChat.Protocol.Text;

namespace ActorChat.Protocol.Lines;

/// <summary>The chat's grammar: a line becomes a command. Pure and total: every string has a command, none throws.</summary>
internal static class ChatCommandParser
{
    /// <summary>The most characters of an unknown verb that are kept, to be shown to its user.</summary>
    public const int MaxVerbLength = 64;

    private const char CommandSign = '/';
    private const char PrivateSign = '#';
    private const char Colon = ':';

    // Verbs of both languages work whatever the language of the server's texts. What follows is ignored where it means nothing.
    private static readonly FrozenDictionary<string, Create> Commands = new Dictionary<string, Create>
    {
        ["/listar"] = static rest => new ChatCommand.List(PageOf(rest)),
        ["/list"] = static rest => new ChatCommand.List(PageOf(rest)),
        ["/username"] = static _ => new ChatCommand.WhoAmI(),
        ["/hora"] = static _ => new ChatCommand.Time(),
        ["/time"] = static _ => new ChatCommand.Time(),
        ["/ayuda"] = static _ => new ChatCommand.Help(),
        ["/help"] = static _ => new ChatCommand.Help(),
        ["/salir"] = static _ => new ChatCommand.Quit(),
        ["/quit"] = static _ => new ChatCommand.Quit(),
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, Create>.AlternateLookup<ReadOnlySpan<char>> CommandsBySpan =
        Commands.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The commands that exist, in both languages.</summary>
    public static IReadOnlyCollection<string> Verbs => Commands.Keys;

    // What follows the verb is given as it stands.
    private delegate ChatCommand Create(ReadOnlySpan<char> rest);

    /// <summary>What a line, without its line end, asks for.</summary>
    /// <remarks>
    /// What stands before the sign, and how wide it is, does not matter: <c> #beto x</c> made public by a space would be a secret told.
    /// </remarks>
    public static ChatCommand Parse(string line)
    {
        string text = DisplayText.Sanitize(line);
        int start = DisplayText.IndexOfVisible(text);
        if (start < 0)
        {
            return new ChatCommand.Nothing();
        }

        char sign = CharacterWidth.Narrow(text[start]);
        return sign switch
        {
            CommandSign or PrivateSign when IsDoubled(text, start) => new ChatCommand.Post(text.Remove(start, 1)),
            CommandSign => ParseCommand(CharacterWidth.Narrow(text[start..])),
            PrivateSign => ParsePrivate(text.AsSpan(start + 1)),
            _ => new ChatCommand.Post(text),
        };
    }

    private static bool IsDoubled(string text, int sign) =>
        sign + 1 < text.Length && CharacterWidth.Narrow(text[sign + 1]) == CharacterWidth.Narrow(text[sign]);

    private static ChatCommand ParseCommand(ReadOnlySpan<char> text)
    {
        ReadOnlySpan<char> verb = text[..EndOfWord(text)];
        return CommandsBySpan.TryGetValue(verb, out Create? create)
            ? create(text[verb.Length..])
            : new ChatCommand.Unknown(Cut(verb).ToString());
    }

    private static ChatCommand ParsePrivate(ReadOnlySpan<char> text)
    {
        int end = EndOfWord(text);
        ReadOnlySpan<char> receiver = WithoutColon(text[..end]);
        ReadOnlySpan<char> message = text[end..].TrimStart();
        return receiver.IsEmpty || DisplayText.IndexOfVisible(message) < 0
            ? new ChatCommand.MalformedPrivate()
            : new ChatCommand.Private(receiver.ToString(), message.ToString());
    }

    // Completion puts a colon behind a nickname, which has none itself.
    private static ReadOnlySpan<char> WithoutColon(ReadOnlySpan<char> receiver)
    {
        while (!receiver.IsEmpty && CharacterWidth.Narrow(receiver[^1]) == Colon)
        {
            receiver = receiver[..^1];
        }

        return receiver;
    }

    private static int PageOf(ReadOnlySpan<char> rest) =>
        int.TryParse(rest, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out int page) && page > 0 ? page : 1;

    private static int EndOfWord(ReadOnlySpan<char> text)
    {
        int end = 0;
        while (end < text.Length && !char.IsWhiteSpace(text[end]))
        {
            end++;
        }

        return end;
    }

    // Never between the halves of a surrogate pair: half a character can't be encoded.
    private static ReadOnlySpan<char> Cut(ReadOnlySpan<char> verb) =>
        verb.Length <= MaxVerbLength ? verb
        : verb[..(char.IsHighSurrogate(verb[MaxVerbLength - 1]) ? MaxVerbLength - 1 : MaxVerbLength)];
}
