using ActorChat.Client.Consoles;
using ActorChat.Client.Net;
using ActorChat.Client.Resources;
using ActorChat.Client.Wire;

namespace ActorChat.Client.Chat;

/// <summary>The way from the server to the user: what arrives together is understood and shown together.</summary>
internal sealed class ReceiveLoop(
    Connection connection, HandshakeState admission, Outbox outbox, string? lastWords, IChatConsole console, Texts texts, TimeProvider clock)
{
    // A person is shown the beginning of an endless line; a script gets the whole, up to what memory should hold.
    private const int MaxShown = 8 * 1024, MaxCollected = 16 * 1024 * 1024;

    private readonly LineSplitter _splitter = new(console.IsInteractive ? MaxShown : MaxCollected, texts.LineCut);

    /// <summary>Whether the server has said that it turns us out.</summary>
    public bool WasDisconnected { get; private set; }

    /// <summary>The last line of the server; null: there was none.</summary>
    public string? LastWords { get; private set; }

    /// <summary>Shows what arrives until the connection ends.</summary>
    /// <exception cref="ConsoleException">The output cannot be written.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled.</exception>
    public async Task RunAsync(CancellationToken cancellation)
    {
        await foreach (var chunk in connection.ReadAllAsync(cancellation))
            await TakeAsync(_splitter.Add(chunk.Span), cancellation);

        await TakeAsync(_splitter.Finish(), cancellation);
    }

    private async Task TakeAsync(IReadOnlyList<string> arrived, CancellationToken cancellation)
    {
        var lines = arrived.Where(line => line.Length > 0).Select(WireParser.Parse).ToArray();
        var prompt = !admission.IsAdmitted && _splitter.IsAtPrompt ? _splitter.TakePrompt() : null;

        // Shown first: whoever is asked for another nickname must have read why.
        var news = lines[(IsRepeated(lines) ? 1 : 0)..];
        if (news.Length > 0)
        {
            var now = clock.GetLocalNow();
            await console.ShowAsync([.. news.Select(line => new ConsoleEvent.Received(now, line))], cancellation);
        }

        admission.Observe(lines, prompt);
        outbox.Observe(lines);
        WasDisconnected |= Array.Exists(lines, line => line is WireLine.Closing);
        LastWords = lines is [.., var last] ? last.Text : LastWords;
    }

    // A server that stops, or is full, says so again to whoever comes back: once is enough to know it.
    private bool IsRepeated(WireLine[] lines) =>
        !admission.IsAdmitted && LastWords is null && lines is [var first, ..] && first.Text == lastWords;
}
