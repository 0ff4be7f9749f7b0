using System.Text.RegularExpressions;

namespace ActorChat.Client.Wire;

/// <summary>
/// What a line of the chat port means, in either of the server's languages (docs/protocol.md has the words). Pure and total. A user
/// cannot forge a line of the server: what somebody says always comes behind the nickname, which consists of letters, digits and
/// <c>-_.</c>.
/// </summary>
internal static partial class WireParser
{
    /// <summary>The most characters that a line may have to be looked into; a longer one is only shown.</summary>
    public const int MaxCharacters = 1024 * 1024;

    private static readonly string[] Receipts = ["Mensaje recibido: ", "Message received: "];

    // Has no line end: what the server says next stands behind it, when it does not wait for the answer.
    private const string Prompt = "Nickname: ";

    // A nickname called Error cannot be told from the mark: the mark wins, as its line may be about something lost.
    private static readonly (Regex Form, Func<string, Match, WireLine> Create)[] Forms =
    [
        (ErrorForm(), static (text, _) => new WireLine.Error(text)),
        (PublicForm(), static (text, m) => new WireLine.Public(text, Nick(m), Said(m))),
        (PrivateFromForm(), static (text, m) => new WireLine.PrivateFrom(text, Nick(m), Said(m))),
        (PrivateToForm(), static (text, m) => new WireLine.PrivateTo(text, Nick(m), Said(m))),
        (JoinedForm(), static (text, m) => new WireLine.Joined(text, Nick(m))),
        (LeftForm(), static (text, m) => new WireLine.Left(text, Nick(m))),
        (NoticeForm(), static (text, _) => new WireLine.Notice(text)),
        (WelcomeForm(), static (text, m) => new WireLine.Welcome(text, Nick(m))),
        (TakenForm(), static (text, _) => new WireLine.NicknameRefused(text, IsTaken: true)),
        (InvalidForm(), static (text, _) => new WireLine.NicknameRefused(text, IsTaken: false)),
        (ClosingForm(), static (text, _) => new WireLine.Closing(text)),
        (UsersForm(), UsersOf),
    ];

    /// <summary>The meaning of <paramref name="line"/>, which has no line end.</summary>
    public static WireLine Parse(string line)
    {
        if (line.Length > MaxCharacters)
            return new WireLine.Other(line);
        var said = WithoutPrompts(line);
        foreach (var (form, create) in Forms)
        {
            if (form.Match(said) is { Success: true } match)
                return create(said, match) with { Text = line };
        }

        return new WireLine.Other(line);
    }

    /// <summary>Whether an answer of the confirmation port says that a message is stored. Nothing else does: not that the server is full.</summary>
    public static bool IsReceipt(string line) => Array.Exists(Receipts, receipt => line.StartsWith(receipt, StringComparison.Ordinal));

    private static string WithoutPrompts(string line)
    {
        var start = 0;
        while (line.AsSpan(start).StartsWith(Prompt, StringComparison.Ordinal))
            start += Prompt.Length;
        return line[start..];
    }

    private static string Nick(Match match) => match.Groups["nick"].Value;

    // A list that was too long to be kept ends in a note with spaces, which no nickname has.
    private static WireLine.Users UsersOf(string text, Match match)
    {
        var listed = match.Groups["nicks"].Value.Split(", ", StringSplitOptions.RemoveEmptyEntries);
        string[] nicks = [.. listed.Where(nick => !nick.Contains(' '))];
        return new WireLine.Users(text, nicks, IsWhole: nicks.Length == listed.Length && !match.Groups["page"].Success);
    }

    private static string Said(Match match) => match.Groups["said"].Value;

    [GeneratedRegex(@"\AError:")]
    private static partial Regex ErrorForm();

    // Regular expressions know the letters of the higher planes only as surrogates.
    [GeneratedRegex(@"\A(?<nick>[\p{L}\p{M}\p{N}\p{Cs}._-]{1,64}): (?<said>.*)\z", RegexOptions.Singleline)]
    private static partial Regex PublicForm();

    [GeneratedRegex(@"\A\[(?:privado|private)\] (?<nick>[\p{L}\p{M}\p{N}\p{Cs}._-]{1,64}): (?<said>.*)\z", RegexOptions.Singleline)]
    private static partial Regex PrivateFromForm();

    [GeneratedRegex(@"\A\[(?:privado a|private to) (?<nick>[\p{L}\p{M}\p{N}\p{Cs}._-]{1,64})\] (?<said>.*)\z", RegexOptions.Singleline)]
    private static partial Regex PrivateToForm();

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

    [GeneratedRegex(@"\A(?:Usuarios conectados|Connected users) \([\d.,]+\)(?<page>, (?:página \d+ de|page \d+ of) \d+)?: (?<nicks>.*)\z", RegexOptions.Singleline)]
    private static partial Regex UsersForm();

    [GeneratedRegex(@"\A(?:Se cierra la conexión|Closing the connection:|The connection is (?:being )?closed)")]
    private static partial Regex ClosingForm();
}
