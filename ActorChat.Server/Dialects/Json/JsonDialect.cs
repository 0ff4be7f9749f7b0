using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ActorChat.Protocol.Json;
using ActorChat.Server.Chat;
using ActorChat.Server.Dialects.Lines;
using ActorChat.Server.Framing;
using ActorChat.Server.Transport.Connections;

namespace ActorChat.Server.Dialects.Json;

/// <summary>The chat as JSON objects, a line each, for pages and programs: <c>actorchat.v1</c> (docs/protocol.md).</summary>
/// <param name="lines">Has the words of what is only to be shown.</param>
/// <param name="maxText">The greatest length of a text in bytes.</param>
internal sealed class JsonDialect(LineDialect lines, int maxText) : IChatDialect
{
    // JSON needs up to six bytes for one; the rest is for the other fields.
    private const int BytesPerByte = 6, OtherFields = 1024;

    // The page writes no HTML of it, and other readers need none either: so most letters stay as they are.
    internal static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public Viewer Viewer { get; } = new("json", lines.Viewer.Language);

    public bool EchoesOwn => true;

    public bool NamesRooms => true;

    public bool HasPrompts => false;

    /// <summary>The greatest length of a request whose texts have at most that many bytes.</summary>
    public static int MaxRequest(int maxText) => (BytesPerByte * maxText) + OtherFields;

    public IMessageDecoder CreateDecoder(int maxBytes) => new LineDecoder(maxBytes);

    public ChatCommand ParseLogin(string message) => Parse(message);

    public ChatCommand Parse(string message) => JsonCommandParser.Parse(message, maxText);

    public byte[] Write(ConnectionNotice notice, PeerKind peer) => notice.Kind switch
    {
        NoticeKind.AreYouThere => Object("ping", static _ => { }),
        NoticeKind.SendsTooFast => Notice(Words(lines.Write(notice, peer))),
        _ => Bye(notice.Kind.ToString(), Words(lines.Write(notice, peer))),
    };

    public byte[] Write(ChatEvent happened) => Write(happened, room: null, request: null);

    private byte[] Write(ChatEvent happened, string? room, long? request) => happened switch
    {
        ChatEvent.Reply reply => Write(reply.Answer, room, reply.Request),
        ChatEvent.Elsewhere elsewhere => Write(elsewhere.Happened, elsewhere.Room, request),
        ChatEvent.NicknameWanted or ChatEvent.NumbersGranted => [],
        ChatEvent.MessagePosted posted => Object("msg", json =>
        {
            json.WriteString("room", posted.Room);
            WriteMessage(json, posted);
        }),
        ChatEvent.Replay replay => [.. replay.Messages.SelectMany(Write)],
        ChatEvent.Done => Object("ok", request, static _ => { }),
        ChatEvent.PostedBefore before => Object("ok", request, json =>
        {
            json.WriteString("room", before.Room);
            json.WriteNumber("id", before.Number);
            json.WriteString("at", LineTime.FormatExact(before.Instant));
        }),
        ChatEvent.Pong => Object("pong", request, static _ => { }),
        ChatEvent.Welcome welcome => Object("welcome", json =>
        {
            json.WriteString("nick", welcome.Nickname);
            json.WriteString("room", RoomName.General.Value);
            json.WriteNumber("count", welcome.Members);
        }),
        ChatEvent.RoomEntered entered => Object("joined", json =>
        {
            json.WriteString("room", entered.Room);
            json.WriteNumber("count", entered.Members);
            json.WriteString("topic", entered.Topic);
        }),
        ChatEvent.RoomLeft left => Object("parted", request, json => json.WriteString("room", left.Room)),
        ChatEvent.CurrentRoom current => Object("current", request, json =>
        {
            json.WriteString("room", current.Current);
            WriteNames(json, "rooms", current.Rooms);
        }),
        ChatEvent.MemberJoined joined => Object("in", json =>
        {
            json.WriteString("room", room ?? RoomName.General.Value);
            json.WriteString("nick", joined.Nickname);
            json.WriteBoolean("login", joined.IsLogin);
        }),
        ChatEvent.MembersJoined joined => Object("in", json =>
        {
            json.WriteString("room", room ?? RoomName.General.Value);
            json.WriteNumber("count", joined.Count);
            json.WriteBoolean("login", joined.AreLogins);
        }),
        ChatEvent.MemberParted parted => Object("out", json =>
        {
            json.WriteString("room", room ?? RoomName.General.Value);
            json.WriteString("nick", parted.Nickname);
            json.WriteBoolean("logout", parted.IsLogout);
        }),
        ChatEvent.MembersParted parted => Object("out", json =>
        {
            json.WriteString("room", room ?? RoomName.General.Value);
            json.WriteNumber("count", parted.Count);
            json.WriteBoolean("logout", parted.AreLogouts);
        }),
        ChatEvent.RoomTopic topic => Object("topic", request, json =>
        {
            json.WriteString("room", topic.Room);
            json.WriteString("text", topic.Text);
        }),
        ChatEvent.TopicChanged changed => Object("topic", json =>
        {
            json.WriteString("room", room ?? RoomName.General.Value);
            json.WriteString("nick", changed.Nickname);
            json.WriteString("text", changed.Text);
        }),
        ChatEvent.PrivateReceived message => Object("whisper", json =>
        {
            json.WriteString("nick", message.From);
            json.WriteString("text", message.Text);
            if (message.Instant is { } instant)
                json.WriteString("at", LineTime.FormatExact(instant));
        }),
        ChatEvent.PrivateSent message => Object("whispered", request, json =>
        {
            json.WriteString("to", message.To);
            json.WriteString("text", message.Text);
        }),
        ChatEvent.PrivateKept kept => Object("kept", request, json => json.WriteString("to", kept.To)),
        ChatEvent.OwnNickname own => Object("nick", request, json => json.WriteString("nick", own.Nickname)),
        ChatEvent.MemberList list => Object("members", request, json =>
        {
            json.WriteString("room", list.Room.Length == 0 ? RoomName.General.Value : list.Room);
            WritePage(json, list.Count, list.Page, list.Pages);
            WriteNames(json, "names", list.Names);
        }),
        ChatEvent.RoomList list => Object("rooms", request, json => WriteRooms(json, list)),
        ChatEvent.HistoryPage page => Object("history", request, json =>
        {
            json.WriteString("room", page.Room);
            WriteItems(json, page.Messages, withRoom: false);
            json.WriteBoolean("more", page.HasMore);
        }),
        ChatEvent.SearchPage page => Object("found", request, json => WriteFound(json, page)),
        ChatEvent.Rejected { Reason: RejectReason.Displaced or RejectReason.TooManyNicknames } rejected =>
            Bye(rejected.Reason.ToString(), Words(lines.Write(happened))),
        ChatEvent.PutOff => Bye(nameof(ChatEvent.PutOff), Words(lines.Write(happened))),
        ChatEvent.Goodbye => Bye(nameof(ChatEvent.Goodbye), Words(lines.Write(happened))),
        ChatEvent.Rejected rejected => Error(request, rejected.Reason.ToString(), happened),
        ChatEvent.PasswordWanted => Error(request, nameof(ChatEvent.PasswordWanted), happened),
        ChatEvent.Sanctioned sanctioned => Error(request, sanctioned.IsMute ? "Muted" : "Banned", happened),
        ChatEvent.WriteLater => Error(request, nameof(ChatEvent.WriteLater), happened),
        ChatEvent.OrderUsage => Error(request, nameof(ChatEvent.OrderUsage), happened),
        _ => Notice(Words(lines.Write(happened)), room, request),
    };

    private byte[] Error(long? request, string code, ChatEvent happened) => Object("err", request, json =>
    {
        json.WriteString("code", JsonNamingPolicy.KebabCaseLower.ConvertName(code));
        json.WriteString("text", Words(lines.Write(happened)));
    });

    private static byte[] Notice(string text, string? room = null, long? request = null) => Object("notice", request, json =>
    {
        if (room is not null)
            json.WriteString("room", room);
        json.WriteString("text", text);
    });

    private static byte[] Bye(string code, string text) => Object("bye", json =>
    {
        json.WriteString("code", JsonNamingPolicy.KebabCaseLower.ConvertName(code));
        json.WriteString("text", text);
    });

    private static string Words(byte[] lines) => Encoding.UTF8.GetString(lines).TrimEnd('\n');

    private static void WriteMessage(Utf8JsonWriter json, ChatEvent.MessagePosted posted)
    {
        json.WriteNumber("id", posted.Number);
        json.WriteString("at", LineTime.FormatExact(posted.Instant));
        json.WriteString("nick", posted.Author);
        json.WriteString("text", posted.Text);
        if (posted.Mark is not null)
            json.WriteString("cid", posted.Mark);
    }

    /// <summary>Writes messages as the field <c>items</c>.</summary>
    internal static void WriteItems(Utf8JsonWriter json, ChatEvent.MessagePosted[] messages, bool withRoom)
    {
        json.WriteStartArray("items");
        foreach (var message in messages)
        {
            json.WriteStartObject();
            if (withRoom)
                json.WriteString("room", message.Room);
            WriteMessage(json, message);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteFound(Utf8JsonWriter json, ChatEvent.SearchPage page)
    {
        WriteItems(json, page.Messages, withRoom: true);
        if (page.More is { } more)
            json.WriteNumber("more", more);
        else
            json.WriteNull("more");
        json.WriteNumber("indexed", page.Indexed);
    }

    private static void WriteRooms(Utf8JsonWriter json, ChatEvent.RoomList list)
    {
        WritePage(json, list.Count, list.Page, list.Pages);
        json.WriteStartArray("rooms");
        foreach (var room in list.Rooms)
        {
            json.WriteStartObject();
            json.WriteString("room", room.Room);
            json.WriteNumber("count", room.Members);
            json.WriteString("topic", room.Topic);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WritePage(Utf8JsonWriter json, int count, int page, int pages)
    {
        json.WriteNumber("count", count);
        json.WriteNumber("page", page);
        json.WriteNumber("pages", pages);
    }

    private static void WriteNames(Utf8JsonWriter json, string field, IReadOnlyList<string> names)
    {
        json.WriteStartArray(field);
        foreach (var name in names)
            json.WriteStringValue(name);
        json.WriteEndArray();
    }

    private static byte[] Object(string type, Action<Utf8JsonWriter> write) => Object(type, request: null, write);

    private static byte[] Object(string type, long? request, Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("type", type);
            if (request is { } number)
                json.WriteNumber("n", number);
            write(json);
            json.WriteEndObject();
        }

        buffer.Write("\n"u8);
        return buffer.WrittenSpan.ToArray();
    }
}
