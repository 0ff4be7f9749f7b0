using ActorChat.Client.Consoles;
using ActorChat.Client.Net;
using ActorChat.Client.Resources;

namespace ActorChat.Client.Chat;

/// <summary>
/// Reads the server's lines and shows what arrives together in one piece. The last line of the connection before is not shown twice.
/// </summary>
internal sealed class ReceiveLoop(
    Connection connection, HandshakeState handshake, Outbox outbox, string? previousLastLine, IChatConsole console, Texts texts,
    TimeProvider clock)
{
    private readonly LineSplitter _splitter = new(console.MaxLineCharacters, texts.LineCut);

    /// <summary>Whether the server has announced that it disconnects us.</summary>
    public bool WasDisconnected { get; private set; }

    /// <summary>The last line of the server; null: there was none.</summary>
    public string? LastLine { get; private set; }

    /// <summary>Runs until the connection ends.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        await foreach (var chunk in connection.ReadAllAsync(cancellation))
            await HandleAsync(_splitter.Add(chunk.Span), cancellation);

        await HandleAsync(_splitter.Finish(), cancellation);
    }

    private async Task HandleAsync(IReadOnlyList<string> arrived, CancellationToken cancellation)
    {
        var lines = arrived.Where(line => line.Length > 0).Select(ServerLineParser.Parse).ToArray();
        var prompt = !handshake.IsAdmitted && _splitter.IsAtPrompt ? _splitter.TakePrompt() : null;

        // Shown first: a user who is asked for another nickname must have read why.
        var news = lines[(IsRepeated(lines) ? 1 : 0)..];
        if (news.Length > 0)
        {
            var now = clock.GetLocalNow();
            await console.ShowAsync([.. news.Select(line => new ConsoleEvent.Received(now, line))], cancellation);
        }

        handshake.Observe(lines, prompt);
        outbox.Observe(lines);
        WasDisconnected |= Array.Exists(lines, line => line is ServerLine.Closing);
        LastLine = lines is [.., var last] ? last.Text : LastLine;
    }

    // A server that stops or is full says so again to a client that comes back. Once is enough.
    private bool IsRepeated(ServerLine[] lines) =>
        !handshake.IsAdmitted && LastLine is null && lines is [var first, ..] && first.Text == previousLastLine;
}
