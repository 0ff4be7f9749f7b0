using System.Globalization;
using System.Text.RegularExpressions;

namespace ActorChat.Protocol.Lines;

/// <summary>
/// Recognises the lines of the chat port in either of the server's languages (docs/protocol.md). Pure and total. Users cannot forge a
/// line of the server: their text always follows their nickname, which consists of letters, digits and <c>-_.</c>.
/// </summary>
internal static partial class ServerLineParser
{
    /// <summary>Lines longer than this are not examined, only shown.</summary>
    public const int MaxCharacters = 1024 * 1024;

    /// <summary>Asks for the nickname, in every language.</summary>
    public const string Prompt = "Nickname: ";

    private static readonly string[] Receipts = ["Mensaje recibido: ", "Message received: "];

    // The message was given to the storage, whose answer did not come in time.
    private static readonly string[] Timeouts =
        ["Error: el servidor no ha respondido a tiempo", "Error: the server has not answered what you sent in time"];

    // A nickname or a room. Regular expressions see letters beyond the basic plane as surrogates.
    private const string Name = @"[\p{L}\p{M}\p{N}\p{Cs}._-]{1,64}";

    private static readonly string[] PasswordPrompts = ["Clave: ", "Password: "];

    // They have no line end: a server that does not wait for the answer writes its next line behind it.
    private static readonly string[] Prompts = [Prompt, .. PasswordPrompts];

    // A nickname "Error" cannot be told from the mark. The mark wins, as its line may be about something lost.
    private static readonly (Regex Form, Func<string, Match, ServerLine?> Create)[] Forms =
    [
        (ErrorForm(), static (text, _) => new ServerLine.Error(text)),
        (PublicForm(), static (text, m) => new ServerLine.Public(text, Nick(m), Said(m))),
        (NumberedForm(), NumberedOf),
        (PastForm(), PastOf),
        (HistoryEndForm(), HistoryEndOf),
        (PrivateFromForm(), PrivateFromOf),
        (PrivateToForm(), static (text, m) => new ServerLine.PrivateTo(text, Nick(m), Said(m))),
        (JoinedForm(), static (text, m) => new ServerLine.Joined(text, Nick(m))),
        (LeftForm(), static (text, m) => new ServerLine.Left(text, Nick(m))),
        (NumbersGrantedForm(), static (text, _) => new ServerLine.NumbersGranted(text)),
        (NoticeForm(), static (text, _) => new ServerLine.Notice(text)),
        (WelcomeForm(), static (text, m) => new ServerLine.Welcome(text, Nick(m))),
        (TakenForm(), static (text, _) => new ServerLine.NicknameRefused(text, IsTaken: true)),
        (InvalidForm(), static (text, _) => new ServerLine.NicknameRefused(text, IsTaken: false)),
        (ClosingForm(), static (text, m) => new ServerLine.Closing(text) { Reason = ReasonOf(m) }),
        (UsersForm(), UsersOf),
    ];

    /// <summary>The meaning of <paramref name="line"/>, which has no line end.</summary>
    public static ServerLine Parse(string line)
    {
        if (line.Length > MaxCharacters)
            return new ServerLine.Other(line);
        var said = WithoutPrompts(line);
        return Find(said, line) ?? FindElsewhere(said, line) ?? new ServerLine.Other(line);
    }

    /// <summary>Whether an answer of the confirmation port says that the message is stored.</summary>
    public static bool IsReceipt(string line) => BeginsWithAny(Receipts, line);

    /// <summary>Whether an answer of the confirmation port says that the server does not know whether the message is stored.</summary>
    public static bool IsTimeout(string line) => BeginsWithAny(Timeouts, line);

    /// <summary>Whether a text without a line end asks for a password: the next line is taken for one.</summary>
    public static bool IsPasswordPrompt(string text) => Array.Exists(PasswordPrompts, prompt => text.EndsWith(prompt, StringComparison.Ordinal));

    /// <summary>Whether a line says that the password of a command is that of the nickname now.</summary>
    public static bool AcceptsPassword(string line) => line.Length <= MaxCharacters && AcceptedForm().IsMatch(WithoutPrompts(line));

    private static ServerLine? Find(string said, string line) => Find(RoomForms, said, line) ?? Find(Forms, said, line);

    private static ServerLine? Find((Regex Form, Func<string, Match, ServerLine?> Create)[] forms, string said, string line)
    {
        foreach (var (form, create) in forms)
        {
            if (form.Match(said) is { Success: true } match && create(said, match) is { } found)
                return found with { Text = line };
        }

        return null;
    }

    // No room has the name of the mark of a private message.
    private static ServerLine? FindElsewhere(string said, string line)
    {
        var elsewhere = ElsewhereForm().Match(said);
        var found = elsewhere.Success ? Find(elsewhere.Groups["rest"].Value, line) : null;
        return found is ServerLine.Public or ServerLine.Joined or ServerLine.Left or ServerLine.Notice
            ? found with { Room = Room(elsewhere) }
            : null;
    }

    private static bool BeginsWithAny(string[] starts, string line) =>
        Array.Exists(starts, start => line.StartsWith(start, StringComparison.Ordinal));

    private static string WithoutPrompts(string line)
    {
        var start = 0;
        while (PromptLength(line.AsSpan(start)) is > 0 and var length)
            start += length;
        return line[start..];
    }

    private static int PromptLength(ReadOnlySpan<char> text)
    {
        foreach (var prompt in Prompts)
        {
            if (text.StartsWith(prompt, StringComparison.Ordinal))
                return prompt.Length;
        }

        return 0;
    }

    private static ServerLine.PrivateFrom PrivateFromOf(string text, Match match)
    {
        var sent = match.Groups["sent"];
        return new ServerLine.PrivateFrom(text, Nick(match), Said(match)) { WasStored = sent.Success, SentAt = InstantOf(sent) };
    }

    // A number or a time that is none leaves the line unknown.
    private static ServerLine.Public? NumberedOf(string text, Match match) =>
        TryGetNumber(match, "number", out var number) && InstantOf(match.Groups["time"]) is { } instant
            ? new ServerLine.Public(text, Nick(match), Said(match))
            {
                Room = Room(match),
                Number = number,
                Instant = instant,
                IsPast = match.Groups["past"].Success,
            }
            : null;

    // What a search has found has its number.
    private static ServerLine.Public PastOf(string text, Match match) => new(text, Nick(match), Said(match))
    {
        Room = Room(match),
        Number = TryGetNumber(match, "number", out var number) ? number : 0,
        IsPast = true,
    };

    private static ServerLine.HistoryEnd? HistoryEndOf(string text, Match match) =>
        TryGetNumber(match, "first", out var first) && TryGetNumber(match, "last", out var last)
            ? new ServerLine.HistoryEnd(text, first, last, HasMore: match.Groups["more"].Success) { Room = Room(match) }
            : null;

    private static DateTimeOffset? InstantOf(Group time)
    {
        const string Format = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";
        return DateTimeOffset.TryParseExact(time.ValueSpan, Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            ? instant
            : null;
    }

    private static bool TryGetNumber(Match match, string group, out long number) =>
        long.TryParse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    private static string Nick(Match match) => match.Groups["nick"].Value;

    // A list that was too long to be kept ends in a note with spaces, which no nickname has.
    private static ServerLine.Users UsersOf(string text, Match match)
    {
        var listed = match.Groups["nicks"].Value.Split(", ", StringSplitOptions.RemoveEmptyEntries);
        string[] nicks = [.. listed.Where(nick => !nick.Contains(' '))];
        return new ServerLine.Users(text, nicks, IsWhole: nicks.Length == listed.Length && !match.Groups["page"].Success) { Room = Room(match) };
    }

    private static ClosingReason ReasonOf(Match match) =>
        match.Groups["displaced"].Success ? ClosingReason.Displaced
        : match.Groups["out"].Success ? ClosingReason.PutOut
        : match.Groups["late"].Success ? ClosingReason.NoNickname
        : ClosingReason.Other;

    private static string Said(Match match) => match.Groups["said"].Value;

    [GeneratedRegex(@"\AError:")]
    private static partial Regex ErrorForm();

    [GeneratedRegex($@"\A(?<nick>{Name}): (?<said>.*)\z", RegexOptions.Singleline)]
    private static partial Regex PublicForm();

    [GeneratedRegex(
        $@"\A\[(?<room>{Name}) (?<number>[0-9]{{1,19}}) (?<time>[0-9-]{{10}}T[0-9:]{{8}}\.[0-9]{{3}}Z)(?<past> past)?\] "
            + $@"(?<nick>{Name}): (?<said>.*)\z",
        RegexOptions.Singleline)]
    private static partial Regex NumberedForm();

    // A private message that was stored has its mark in the place of the room, which no room is called.
    [GeneratedRegex(
        $@"\A\[(?:(?!(?:privado|private) )(?<room>{Name}) (?:(?<number>[0-9]{{1,19}}) )?)?[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}} [0-9]{{2}}:[0-9]{{2}}\] "
            + $@"(?<nick>{Name}): (?<said>.*)\z",
        RegexOptions.Singleline)]
    private static partial Regex PastForm();

    [GeneratedRegex($@"\A\[(?<room>{Name}) past (?<first>[0-9]{{1,19}}) (?<last>[0-9]{{1,19}}) (?:(?<more>more)|end)\]\z")]
    private static partial Regex HistoryEndForm();

    [GeneratedRegex(@"\A\* numeros\z")]
    private static partial Regex NumbersGrantedForm();

    [GeneratedRegex($@"\A\[(?:privado|private)(?: (?<sent>[0-9-]{{10}}[ T][0-9:.]{{5,12}}Z?))?\] (?<nick>{Name}): (?<said>.*)\z", RegexOptions.Singleline)]
    private static partial Regex PrivateFromForm();

    [GeneratedRegex($@"\A\[(?:privado a|private to) (?<nick>{Name})\] (?<said>.*)\z", RegexOptions.Singleline)]
    private static partial Regex PrivateToForm();

    [GeneratedRegex($@"\A\[(?<room>{Name})\] (?<rest>.*)\z", RegexOptions.Singleline)]
    private static partial Regex ElsewhereForm();

    [GeneratedRegex(@"\A\* (?<nick>\S{1,64}) (?:se ha conectado|has connected)\z")]
    private static partial Regex JoinedForm();

    [GeneratedRegex(@"\A\* (?<nick>\S{1,64}) (?:se ha desconectado|has disconnected)\z")]
    private static partial Regex LeftForm();

    [GeneratedRegex(@"\A\* ")]
    private static partial Regex NoticeForm();

    [GeneratedRegex(@"\A(?:Bienvenido|Welcome), (?<nick>\S{1,64}?)\.(?: .*)?\z", RegexOptions.Singleline)]
    private static partial Regex WelcomeForm();

    [GeneratedRegex(@"\A(?:El nickname '\S*' ya está en uso|The nickname '\S*' is already in use)")]
    private static partial Regex TakenForm();

    [GeneratedRegex(@"\A(?:Nickname no válido:|Invalid nickname:|El nickname '\S*' está reservado|The nickname '\S*' is reserved)")]
    private static partial Regex InvalidForm();

    [GeneratedRegex(
        @"\A(?:Usuarios conectados|Connected users|(?:Usuarios en|Users in) (?<room>\S{1,64})) \([\d.,]+\)"
            + @"(?<page>, (?:página \d+ de|page \d+ of) \d+)?: (?<nicks>.*)\z",
        RegexOptions.Singleline)]
    private static partial Regex UsersForm();

    [GeneratedRegex(
        @"\A(?:El nickname '\S{1,64}' es tuyo|La clave de '\S{1,64}' es ahora la nueva"
            + @"|The nickname '\S{1,64}' is yours|The password of '\S{1,64}' is the new one)")]
    private static partial Regex AcceptedForm();

    [GeneratedRegex(
        @"\A(?:Se cierra la conexión(?:(?<displaced>: el dueño de tu nickname )|(?<out>: te han expulsado|\. En este servidor hay un veto contra ti)"
            + @"|(?<late>: no has elegido un nickname))?"
            + @"|Closing the connection(?:(?<displaced>: the owner of your nickname )|(?<out>: you were kicked|\. You are banned)"
            + @"|(?<late>: you did not choose a nickname)|:)"
            + @"|The connection is (?:being )?closed)")]
    private static partial Regex ClosingForm();
}
