using System.Globalization;
using ActorChat.Server.Chat;
using ActorChat.Server.Framing;
using ActorChat.Server.Transport.Connections;

namespace ActorChat.Server.Dialects.Lines;

/// <summary>
/// The dialect of lines for programs that keep track of rooms: each public message names its room, its number and its instant, also to its
/// author. So they know what arrived, and ask for what they missed.
/// </summary>
/// <param name="lines">Writes everything else.</param>
internal sealed class NumberedLineDialect(LineDialect lines) : IChatDialect
{
    public Viewer Viewer { get; } = new("numbered-lines", lines.Viewer.Language);

    public bool EchoesOwn => true;

    public bool NamesRooms => false;

    public bool HasPrompts => true;

    public IMessageDecoder CreateDecoder(int maxBytes) => lines.CreateDecoder(maxBytes);

    public ChatCommand ParseLogin(string message) => lines.ParseLogin(message);

    public ChatCommand Parse(string message) => lines.Parse(message);

    public byte[] Write(ConnectionNotice notice, PeerKind peer) => lines.Write(notice, peer);

    public byte[] Write(ChatEvent happened) => happened switch
    {
        ChatEvent.MessagePosted posted => LineEncoder.EncodePosted($"{Mark(posted, "")}{posted.Author}", posted.Text),
        ChatEvent.Elsewhere { Happened: ChatEvent.MessagePosted posted } => Write(posted),
        ChatEvent.Replay replay => LineEncoder.Encode(string.Join('\n', replay.Messages.Select(PastLine))),
        ChatEvent.HistoryPage page => LineEncoder.Encode(string.Join('\n', [.. page.Messages.Select(PastLine), EndOf(page)])),
        ChatEvent.PrivateReceived { Instant: { } instant } message => LineEncoder.Encode(lines.StoredPrivate(LineTime.FormatExact(instant), message)),
        ChatEvent.SearchPage page => LineEncoder.Encode(string.Join('\n', [.. page.Messages.Select(PastLine), .. lines.NotesOn(page), EndOf(page)])),
        _ => lines.Write(happened),
    };

    private static string Mark(ChatEvent.MessagePosted posted, string past) => string.Create(
        CultureInfo.InvariantCulture, $"[{posted.Room} {posted.Number} {LineTime.FormatExact(posted.Instant)}{past}] ");

    private static string PastLine(ChatEvent.MessagePosted posted) => $"{Mark(posted, " past")}{posted.Author}: {posted.Text}";

    private static string EndOf(ChatEvent.SearchPage page) =>
        string.Create(CultureInfo.InvariantCulture, $"[search past {page.Messages.Length} {(page.More is null ? "end" : "more")}]");

    private static string EndOf(ChatEvent.HistoryPage page)
    {
        var (first, last) = page.Messages is [var oldest, ..] ? (oldest.Number, page.Messages[^1].Number) : (0, 0);
        return string.Create(CultureInfo.InvariantCulture, $"[{page.Room} past {first} {last} {(page.HasMore ? "more" : "end")}]");
    }
}
