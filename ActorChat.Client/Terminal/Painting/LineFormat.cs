using System.Globalization;
using ActorChat.Client.Consoles;
using ActorChat.Client.Resources;
using ActorChat.Client.Wire;

namespace ActorChat.Client.Terminal.Painting;

/// <summary>
/// How what happens looks on a terminal: the time, a sign where one is needed, and colours. Remembers the day, to say when a new one
/// has begun.
/// </summary>
internal sealed class LineFormat(Theme theme, Texts texts)
{
    // Signs, so that nothing depends on colour: somebody calls us; a word of the client's own; an error.
    private const string CallSign = "!", ClientSign = "--", ErrorSign = "!!";

    private DateOnly? _day;

    /// <summary>The lines for <paramref name="happening"/>, each ended by <c>\n</c>, and whether they want to be heard.</summary>
    /// <param name="happening">What is to be shown.</param>
    /// <param name="me">Our own nickname; null: not known yet.</param>
    public (string Lines, bool Rings) Format(ConsoleEvent happening, string? me)
    {
        var (text, rings) = happening switch
        {
            ConsoleEvent.Received received => Received(received.Line, me),
            ConsoleEvent.Sent sent => ($"{theme.OwnNick(sent.Nick)}: {sent.Said}", false),
            ConsoleEvent.Answered answered => (texts.ServerPrefix + answered.Text, false),
            _ => ("", false),
        };
        if (text.Length is 0)
            return ("", false);

        // The confirmation port's answers have a time of their own.
        var time = happening is ConsoleEvent.Answered ? "" : Time(happening.At);
        return ($"{NewDay(happening.At)}{time}{text}\n", rings);
    }

    /// <summary>The lines for a word of the client's own.</summary>
    public string Say(DateTimeOffset now, string words) =>
        NewDay(now) + string.Concat(words.Split('\n').Select(line => $"{Time(now)}{theme.Notice($"{ClientSign} {line}")}\n"));

    /// <summary>The lines for an error of the client's own.</summary>
    public string Report(DateTimeOffset now, string message) => $"{NewDay(now)}{Time(now)}{theme.Error($"{ErrorSign} {message}")}\n";

    private (string Text, bool Rings) Received(WireLine line, string? me) => line switch
    {
        WireLine.Public said when Mention.Calls(said.Said, me) => ($"{CallSign} {theme.CallingNick(said.Nick)}: {said.Said}", true),
        WireLine.Public said => ($"{theme.Nick(said.Nick)}: {said.Said}", false),
        WireLine.PrivateFrom said => ($"{theme.Private(Bracket(said.Text))} {theme.CallingNick(said.Nick)}: {said.Said}", true),
        WireLine.PrivateTo said => ($"{theme.Private(Bracket(said.Text))} {said.Said}", false),
        WireLine.Joined or WireLine.Left or WireLine.Notice => (theme.Notice(line.Text), false),
        WireLine.Error or WireLine.NicknameRefused or WireLine.Closing => (theme.Error(line.Text), false),
        _ => (line.Text, false),
    };

    // The mark of a private message, in the server's words.
    private static string Bracket(string text) => text[..(text.IndexOf(']', StringComparison.Ordinal) + 1)];

    private string Time(DateTimeOffset at) => theme.Time(at.ToString("HH:mm", CultureInfo.InvariantCulture)) + " ";

    private string NewDay(DateTimeOffset at)
    {
        var today = DateOnly.FromDateTime(at.DateTime);
        var before = _day;
        _day = today;
        return before is null || before == today ? "" : theme.Notice($"{ClientSign} {texts.NewDay(today)}") + "\n";
    }
}
