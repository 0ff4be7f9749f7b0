using System.Collections.Frozen;
using System.Globalization;
using ActorChat.Protocol.Text;

namespace ActorChat.Protocol.Lines;

/// <summary>The chat's grammar: turns a typed line into a command. Pure and total: every string has a command, none throws.</summary>
internal static class ChatCommandParser
{
    /// <summary>How much of an unknown verb is kept, to be shown to its user.</summary>
    public const int MaxVerbLength = 64;

    public const char CommandSign = '/', PrivateSign = '#', RoomSign = '@';

    /// <summary>The verb that every server knows, whatever its language.</summary>
    public const string QuitVerb = "/salir";

    /// <summary>Asks for the numbers of messages, before login.</summary>
    public const string NumbersLine = "/cliente numeros";

    // Messages of a page of history: by default, and at most.
    private const int DefaultPage = 20, MaxPage = 100;

    private const char Colon = ':';
    private const NumberStyles PageStyle = NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite;

    // Verbs of both languages work in every language of texts. Arguments that mean nothing are ignored.
    private static readonly (string[] Verbs, Create Create)[] Rows =
    [
        (["/entrar", "/join"], static rest => new ChatCommand.Join(Argument(rest))),
        (["/dejar", "/part"], static rest => new ChatCommand.Part(Argument(rest))),
        (["/sala", "/room"], static rest => new ChatCommand.Focus(Argument(rest))),
        (["/salas", "/rooms"], static rest => new ChatCommand.Rooms(PageOf(rest))),
        (["/tema", "/topic"], static rest => new ChatCommand.Topic(Argument(rest))),
        (["/historial", "/history"], ParseHistory),
        (["/buscar", "/search"], ParseSearch),
        (["/expulsar", "/kick"], static rest => AboutSomebody(ModerationKind.Kick, rest)),
        (["/vetar", "/ban"], static rest => AboutSomebody(ModerationKind.Ban, rest)),
        (["/desvetar", "/unban"], static rest => AboutSomebody(ModerationKind.Unban, rest)),
        (["/vetos", "/bans"], static rest => AboutSomebody(ModerationKind.ListBans, rest)),
        (["/silenciar", "/mute"], static rest => AboutSomebody(ModerationKind.Mute, rest)),
        (["/dessilenciar", "/unmute"], static rest => AboutSomebody(ModerationKind.Unmute, rest)),
        (["/operador", "/op"], static rest => AboutSomebody(ModerationKind.AddOperator, rest)),
        (["/quitar-operador", "/deop"], static rest => AboutSomebody(ModerationKind.RemoveOperator, rest)),
        (["/lento", "/slow"], static rest => new ChatCommand.Order(ModerationKind.Slow, false, "", Argument(rest))),
        (["/solo-registrados", "/registered-only"], static rest => new ChatCommand.Order(ModerationKind.RegisteredOnly, false, "", Argument(rest))),
        (["/avisar", "/announce"], static rest => new ChatCommand.Order(ModerationKind.Announce, true, "", Argument(rest))),
        (["/listar", "/list"], static rest => new ChatCommand.List(PageOf(rest))),
        (["/cliente", "/client"], static rest => new ChatCommand.Client(IsNumbers(rest))),
        (["/registrar", "/register"], static rest => AccountOf(AccountAction.Register, rest)),
        (["/identificar", "/identify"], static rest => AccountOf(AccountAction.Identify, rest)),
        (["/clave", "/password"], static rest => AccountOf(AccountAction.ChangePassword, rest)),
        (["/baja", "/unregister"], static rest => AccountOf(AccountAction.Unregister, rest)),
        (["/username"], static _ => new ChatCommand.WhoAmI()),
        (["/hora", "/time"], static _ => new ChatCommand.Time()),
        (["/ayuda", "/help"], static rest => new ChatCommand.Help(IsOrder(rest))),
        ([QuitVerb, "/quit"], static _ => new ChatCommand.Quit()),
    ];

    private static readonly FrozenDictionary<string, Create> Commands = Rows
        .SelectMany(row => row.Verbs, (row, verb) => KeyValuePair.Create(verb, row.Create))
        .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, Create>.AlternateLookup<ReadOnlySpan<char>> CommandsBySpan =
        Commands.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>All verbs, in both languages.</summary>
    public static IReadOnlyCollection<string> Verbs => Commands.Keys;

    private delegate ChatCommand Create(ReadOnlySpan<char> rest);

    /// <summary>Parses a line without its line end. A doubled sign stands for one, and makes the line a message.</summary>
    /// <remarks>
    /// White space before the sign, and the sign's width, do not matter: a space must not make the private message <c> #beto x</c> public.
    /// </remarks>
    public static ChatCommand Parse(string line)
    {
        var text = DisplayText.Sanitize(line);
        var start = DisplayText.IndexOfVisible(text);
        if (start < 0)
            return new ChatCommand.Nothing();

        var sign = CharacterWidth.Narrow(text[start]);
        return sign switch
        {
            _ when IsSign(sign) && IsDoubled(text, start) => new ChatCommand.Post(text.Remove(start, 1)),
            CommandSign => ParseCommand(CharacterWidth.Narrow(text[start..])),
            PrivateSign => ParsePrivate(text.AsSpan(start + 1)),
            RoomSign => new ChatCommand.Post(text, ParseAddressed(text.AsSpan(start + 1))),
            _ => new ChatCommand.Post(text),
        };
    }

    /// <summary>The verb of a command with its <c>/</c>, in small letters; empty where the line is none.</summary>
    public static string VerbOf(string line)
    {
        var text = DisplayText.Sanitize(line);
        var start = DisplayText.IndexOfVisible(text);
        if (start < 0 || CharacterWidth.Narrow(text[start]) != CommandSign || IsDoubled(text, start))
            return "";

        var command = CharacterWidth.Narrow(text[start..]);
        return command[..EndOfWord(command)].ToLowerInvariant();
    }

    /// <summary>The line that posts <paramref name="text"/> and does nothing else, whatever it begins with.</summary>
    public static string FormatPost(string text)
    {
        var shown = DisplayText.Sanitize(text);
        var start = DisplayText.IndexOfVisible(shown);
        if (start < 0 || !IsSign(shown[start]))
            return text;

        // Only characters that show nothing precede the sign, so it is the first one of the text.
        var sign = Enumerable.Range(0, text.Length).First(place => IsSign(text[place]));
        return text.Insert(sign, text[sign].ToString());
    }

    private static bool IsSign(char character) => CharacterWidth.Narrow(character) is CommandSign or PrivateSign or RoomSign;

    private static bool IsDoubled(string text, int sign) =>
        sign + 1 < text.Length && CharacterWidth.Narrow(text[sign + 1]) == CharacterWidth.Narrow(text[sign]);

    private static ChatCommand ParseCommand(ReadOnlySpan<char> text)
    {
        var verb = text[..EndOfWord(text)];
        return CommandsBySpan.TryGetValue(verb, out var create)
            ? create(text[verb.Length..])
            : new ChatCommand.Unknown(Cut(verb).ToString());
    }

    // The place is a word that nobody can have as a nickname.
    private static ChatCommand.Order AboutSomebody(ModerationKind kind, ReadOnlySpan<char> rest)
    {
        var words = rest.Trim();
        var isForServer = IsServer(words[..EndOfWord(words)]);
        if (isForServer)
            words = words[EndOfWord(words)..].TrimStart();
        var end = EndOfWord(words);
        return new ChatCommand.Order(kind, isForServer, words[..end].ToString(), Argument(words[end..]));
    }

    private static bool IsOrder(ReadOnlySpan<char> rest) => IsOneOf(rest.Trim(), "orden", "order");

    private static bool IsServer(ReadOnlySpan<char> word) => IsOneOf(word, "servidor", "server");

    private static ChatCommand ParsePrivate(ReadOnlySpan<char> text)
    {
        var (receiver, message) = SplitAddress(text);
        return message.Length > 0 ? new ChatCommand.Private(receiver, message) : new ChatCommand.MalformedPrivate();
    }

    private static AddressedPost? ParseAddressed(ReadOnlySpan<char> text)
    {
        var (room, message) = SplitAddress(text);
        return message.Length > 0 ? new AddressedPost(room, message) : null;
    }

    // The text is empty if anything is missing.
    private static (string Name, string Text) SplitAddress(ReadOnlySpan<char> text)
    {
        var end = EndOfWord(text);
        var name = WithoutColon(text[..end]);
        var message = text[end..].TrimStart();
        return name.IsEmpty || DisplayText.IndexOfVisible(message) < 0 ? ("", "") : (name.ToString(), message.ToString());
    }

    // Completion appends a colon to a nickname. Nicknames have none themselves.
    private static ReadOnlySpan<char> WithoutColon(ReadOnlySpan<char> receiver)
    {
        while (!receiver.IsEmpty && CharacterWidth.Narrow(receiver[^1]) == Colon)
            receiver = receiver[..^1];

        return receiver;
    }

    // As the server writes it where there is more: before, a number, the words.
    private static ChatCommand.Search ParseSearch(ReadOnlySpan<char> rest)
    {
        var text = rest.Trim();
        var word = text[..EndOfWord(text)];
        var behind = text[word.Length..].TrimStart();
        var number = behind[..EndOfWord(behind)];
        return IsOneOf(word, "antes", "before") && TryParseNumber(number, out var before)
            ? new ChatCommand.Search(behind[number.Length..].TrimStart().ToString(), before)
            : new ChatCommand.Search(text.ToString(), long.MaxValue);
    }

    private static string Argument(ReadOnlySpan<char> rest) => rest.Trim().ToString();

    // A number comes first, so that a room whose name begins like one needs it before its name.
    private static ChatCommand ParseHistory(ReadOnlySpan<char> rest)
    {
        var words = Argument(rest).Split((char[]?)null, 3, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return words switch
        {
            [] => new ChatCommand.History(long.MaxValue, IsForward: false, DefaultPage, ""),
            [var word, .. var more] when IsOneOf(word, "antes", "before") => HistoryFrom(more, isForward: false, DefaultPage),
            [var word, .. var more] when IsOneOf(word, "tras", "after") => HistoryFrom(more, isForward: true, MaxPage),
            [[>= '0' and <= '9' or '-' or '+', ..] count, .. var room] => TryParseNumber(count, out var number) && number > 0 && room.Length < 2
                ? new ChatCommand.History(long.MaxValue, IsForward: false, (int)Math.Min(number, MaxPage), RoomOf(room))
                : new ChatCommand.MalformedHistory(),
            _ => new ChatCommand.History(long.MaxValue, IsForward: false, DefaultPage, Argument(rest)),
        };
    }

    private static ChatCommand HistoryFrom(string[] words, bool isForward, int count) => words is [var word, .. var room]
        && TryParseNumber(word, out var number)
            ? new ChatCommand.History(number, isForward, count, RoomOf(room))
            : new ChatCommand.MalformedHistory();

    private static bool TryParseNumber(ReadOnlySpan<char> word, out long number) =>
        long.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    private static string RoomOf(string[] words) => words is [var room, ..] ? room : "";

    private static bool IsOneOf(ReadOnlySpan<char> word, string spanish, string english) =>
        word.Equals(spanish, StringComparison.OrdinalIgnoreCase) || word.Equals(english, StringComparison.OrdinalIgnoreCase);

    private static bool IsNumbers(ReadOnlySpan<char> rest) => Argument(rest).ToUpperInvariant() is "NUMEROS" or "NÚMEROS" or "NUMBERS";

    private static ChatCommand.Account AccountOf(AccountAction action, ReadOnlySpan<char> rest) =>
        new(action, rest.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static int PageOf(ReadOnlySpan<char> rest) =>
        int.TryParse(rest, PageStyle, CultureInfo.InvariantCulture, out var page) && page > 0 ? page : 1;

    private static int EndOfWord(ReadOnlySpan<char> text)
    {
        var end = 0;
        while (end < text.Length && !char.IsWhiteSpace(text[end]))
            end++;

        return end;
    }

    // Does not split a surrogate pair: half a character cannot be encoded.
    private static ReadOnlySpan<char> Cut(ReadOnlySpan<char> verb) =>
        verb.Length <= MaxVerbLength ? verb
        : verb[..(char.IsHighSurrogate(verb[MaxVerbLength - 1]) ? MaxVerbLength - 1 : MaxVerbLength)];
}
