using System.Globalization;
using System.Text;
using ActorChat.Client.Consoles;
using ActorChat.Client.Resources;

namespace ActorChat.Client.Terminal.Painting;

/// <summary>Formats lines for a terminal: the time, a sign where one is needed, and colours. Announces new days.</summary>
internal sealed class LineFormat(Theme theme, Texts texts)
{
    // Signs for a mention, for the client's own words and for errors: nothing may depend on colour.
    private const string CallSign = "!", PastSign = "<", ClientSign = "--", ErrorSign = "!!";

    private const string PreviewMargin = "   | ";
    private const int MaxPreviewLines = 20, MaxPreviewCharacters = 500;

    private DateOnly? _day;

    /// <summary>The first of some pasted lines, each ended by <c>\n</c>, and how many more there are.</summary>
    public static (string Lines, int More) Preview(IReadOnlyList<string> pasted)
    {
        var shown = new StringBuilder();
        foreach (var line in pasted.Take(MaxPreviewLines))
            shown.Append(PreviewMargin).Append(line.Length > MaxPreviewCharacters ? Excerpt.Truncate(line) : line).Append('\n');
        return (shown.ToString(), Math.Max(0, pasted.Count - MaxPreviewLines));
    }

    /// <summary>The lines for an event, each ended by <c>\n</c>, and whether to ring the bell.</summary>
    public (string Lines, bool Rings) Format(ConsoleEvent consoleEvent, string? me, RoomsView rooms)
    {
        var (text, rings) = consoleEvent switch
        {
            ConsoleEvent.Received { Line: ServerLine.Public { IsPast: true } past } =>
                (Past(consoleEvent.At, past, RoomOf(past.Room, rooms), me), false),
            ConsoleEvent.Found { Line: var found } one =>
                (Past(one.At, found, one.IsSearch ? Mark($"{found.Room} {found.Number}") : RoomOf(found.Room, rooms), me), false),
            ConsoleEvent.Received { Line: ServerLine.PrivateFrom { SentAt: { } sent } late } => (Stored(consoleEvent.At, sent, late), true),
            ConsoleEvent.Received received => Received(received.Line, me, rooms),
            ConsoleEvent.PageEnded ended => (ended.Describe(texts) is { Length: > 0 } words ? theme.Notice($"{ClientSign} {words}") : "", false),
            ConsoleEvent.Sent sent => ($"{RoomOf(sent.Room, rooms)}{theme.OwnNick(sent.Nick)}: {sent.Said}", false),
            ConsoleEvent.Answered answered => (texts.ServerPrefix + answered.Text, false),
            _ => ("", false),
        };
        if (text.Length is 0)
            return ("", false);

        // The confirmation port's answers contain a time, and so do lines of the past.
        var hasTime = consoleEvent is ConsoleEvent.Answered or ConsoleEvent.Found or ConsoleEvent.Received
        {
            Line: ServerLine.Public { IsPast: true } or ServerLine.PrivateFrom { SentAt: not null },
        };
        var time = hasTime ? "" : Time(consoleEvent.At);
        return ($"{NewDay(consoleEvent.At)}{time}{text}\n", rings);
    }

    /// <summary>The lines for the client's own words.</summary>
    public string Say(DateTimeOffset now, string words) =>
        NewDay(now) + string.Concat(words.Split('\n').Select(line => $"{Time(now)}{theme.Notice($"{ClientSign} {line}")}\n"));

    /// <summary>The lines for an error of the client's own.</summary>
    public string Report(DateTimeOffset now, string message) => $"{NewDay(now)}{Time(now)}{theme.Error($"{ErrorSign} {message}")}\n";

    private (string Text, bool Rings) Received(ServerLine line, string? me, RoomsView rooms)
    {
        var (text, rings) = Meaning(line, me);
        return line is ServerLine.Public said ? (RoomOf(said.Room, rooms) + text, rings) : (text, rings);
    }

    // A line of the past rings no bell: what it asks for is over.
    private string Past(DateTimeOffset now, ServerLine.Public line, string mark, string? me) =>
        line.Instant is { } sent ? $"{PastTime(now, sent)}{PastSign} {mark}{Meaning(line, me).Text}" : line.Text;

    private string Stored(DateTimeOffset now, DateTimeOffset sent, ServerLine.PrivateFrom line) =>
        $"{PastTime(now, sent)}{PastSign} {theme.Private($"{line.Text.Split(' ')[0]}]")} {theme.CallingNick(line.Nick)}: {line.Said}";

    private string RoomOf(string room, RoomsView rooms) => rooms.IsCurrent(room) ? "" : Mark(room);

    private string Mark(string room) => theme.Notice($"[{room}]") + " ";

    private (string Text, bool Rings) Meaning(ServerLine line, string? me) => line switch
    {
        ServerLine.Public said when CaseFolding.Comparer.Equals(said.Nick, me) => ($"{theme.OwnNick(said.Nick)}: {said.Said}", false),
        ServerLine.Public said when Mention.Calls(said.Said, me) => ($"{CallSign} {theme.CallingNick(said.Nick)}: {said.Said}", true),
        ServerLine.Public said => ($"{theme.Nick(said.Nick)}: {said.Said}", false),
        ServerLine.PrivateFrom said => ($"{theme.Private(Bracket(said.Text))} {theme.CallingNick(said.Nick)}: {said.Said}", true),
        ServerLine.PrivateTo said => ($"{theme.Private(Bracket(said.Text))} {said.Said}", false),
        ServerLine.Joined or ServerLine.Left or ServerLine.Notice => (theme.Notice(line.Text), false),
        ServerLine.Error or ServerLine.NicknameRefused or ServerLine.Closing => (theme.Error(line.Text), false),
        _ => (line.Text, false),
    };

    // The server's mark of a private message.
    private static string Bracket(string text) => text[..(text.IndexOf(']', StringComparison.Ordinal) + 1)];

    private string Time(DateTimeOffset at) => theme.Time(at.ToString("HH:mm", CultureInfo.InvariantCulture)) + " ";

    private string PastTime(DateTimeOffset now, DateTimeOffset sent)
    {
        var local = sent.ToLocalTime();
        return theme.Time(local.ToString(local.Date == now.Date ? "HH:mm" : "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)) + " ";
    }

    private string NewDay(DateTimeOffset at)
    {
        var today = DateOnly.FromDateTime(at.DateTime);
        var before = _day;
        _day = today;
        return before is null || before == today ? "" : theme.Notice($"{ClientSign} {texts.NewDay(today)}") + "\n";
    }
}
