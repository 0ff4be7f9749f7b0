using ActorChat.Client.Consoles;
using ActorChat.Client.Net;
using ActorChat.Client.Resources;
using ActorChat.Client.Rooms;

namespace ActorChat.Client.Chat;

/// <summary>
/// Reads the server's lines and shows what arrives together in one piece. The last line of the connection before is not shown twice.
/// </summary>
internal sealed class ReceiveLoop(
    Connection connection, HandshakeState handshake, Conversation conversation, RememberedPassword password, string? previousLastLine,
    IChatConsole console, Texts texts, TimeProvider clock, Func<string, Task> onAdmitted)
{
    private readonly LineSplitter _splitter = new(console.MaxLineCharacters, texts.LineCut);

    /// <summary>Whether the server has announced that it disconnects us.</summary>
    public bool WasDisconnected { get; private set; }

    /// <summary>Why it has done so.</summary>
    public ClosingReason Reason { get; private set; }

    /// <summary>The last line of the server; null: there was none.</summary>
    public string? LastLine { get; private set; }

    /// <summary>Runs until the connection ends.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        await foreach (var chunk in connection.ReadAllAsync(cancellation))
            await HandleAsync(_splitter.Add(chunk.Span), cancellation);

        await HandleAsync(_splitter.Finish(), cancellation);
        await console.ShowAsync(conversation.TakeHeld(clock.GetLocalNow()), cancellation);
    }

    private async Task HandleAsync(IReadOnlyList<string> arrived, CancellationToken cancellation)
    {
        var prompt = !handshake.IsAdmitted && _splitter.IsAtPrompt ? _splitter.TakePrompt() : null;
        List<ConsoleEvent> news = [];
        ServerLine[] lines = [.. arrived.Where(line => line.Length > 0).Select(ServerLineParser.Parse)];
        foreach (var (place, line) in lines.Index())
        {
            if (handshake.TakesAnswer(line, isAskedAgain: prompt is not null || IsPrompted(lines.ElementAtOrDefault(place + 1))))
            {
                if (line is ServerLine.NumbersGranted)
                    conversation.UseNumbers();
                continue;
            }

            var isRepeated = IsRepeated(line);
            (LastLine, WasDisconnected) = (line.Text, WasDisconnected | line is ServerLine.Closing);
            Reason = line is ServerLine.Closing closing ? closing.Reason : Reason;
            if (!isRepeated)
                await ReceiveAsync(line, isAskedAgain: prompt is not null, news, cancellation);
        }

        // Shown before the question: a user who is asked for another nickname must have read why.
        await ShowAsync(news, cancellation);
        if (prompt is not null)
            handshake.Ask(prompt);
    }

    private async Task ReceiveAsync(ServerLine line, bool isAskedAgain, List<ConsoleEvent> news, CancellationToken cancellation)
    {
        if (ServerLineParser.AcceptsPassword(line.Text))
            password.Accept();
        news.AddRange(conversation.Receive(line, clock.GetLocalNow()));
        if (handshake.Observe(line, isAskedAgain) is not { } nick)
            return;

        password.Accept();

        // Said between the welcome and what was missed.
        await ShowAsync(news, cancellation);
        await onAdmitted(nick);
    }

    private async Task ShowAsync(List<ConsoleEvent> news, CancellationToken cancellation)
    {
        if (news.Count > 0)
            await console.ShowAsync([.. news], cancellation);
        news.Clear();

        var lost = conversation.TakeLost();
        foreach (var line in lost)
            await ReportAsync(line);
        if (lost is [{ IsCertain: true } only] && conversation.IsCurrent(only.Room))
            await console.OfferAsync(only.Line);
    }

    private Task ReportAsync(LostLine lost)
    {
        var excerpt = Excerpt.Truncate(lost.Line);
        return console.ReportAsync((lost.IsCertain, conversation.IsCurrent(lost.Room)) switch
        {
            (true, true) => texts.NotArrived(excerpt),
            (true, false) => texts.NotArrivedIn(excerpt, lost.Room),
            (false, false) when lost.Room.Length > 0 => texts.ArrivalUnknownIn(excerpt, lost.Room),
            _ => texts.ArrivalUnknown(excerpt),
        });
    }

    // A prompt that waited for nobody stands before the next line.
    private static bool IsPrompted(ServerLine? next) =>
        next is not null && next.Text.StartsWith(ServerLineParser.Prompt, StringComparison.Ordinal);

    // A server that stops or is full says so again to a client that comes back. Once is enough. A welcome is news each time.
    private bool IsRepeated(ServerLine line) => LastLine is null && line is not ServerLine.Welcome && line.Text == previousLastLine;
}
