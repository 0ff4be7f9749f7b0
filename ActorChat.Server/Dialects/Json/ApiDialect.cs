using System.Buffers;
using System.Text;
using System.Text.Json;
using ActorChat.Protocol.Json;
using ActorChat.Server.Chat;
using ActorChat.Server.Chat.Api;
using ActorChat.Server.Chat.Connections;
using ActorChat.Server.Dialects.Lines;

namespace ActorChat.Server.Dialects.Json;

/// <summary>The answer to a request of a program.</summary>
/// <param name="Status">The status of HTTP.</param>
/// <param name="Type">The media type of the body.</param>
/// <param name="Body">The body.</param>
internal sealed record ApiAnswer(int Status, string Type, byte[] Body)
{
    /// <summary>When to ask again; null where that is not known.</summary>
    public int? RetryAfterSeconds { get; init; }
}

/// <summary>What programs send over HTTP, and how they are answered (docs/protocol.md). Pure.</summary>
/// <param name="lines">Has the words of what is only to be shown.</param>
/// <param name="maxText">The greatest length of a text in bytes.</param>
internal sealed class ApiDialect(LineDialect lines, int maxText)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The greatest length of a body that is read.</summary>
    public int MaxBody => JsonDialect.MaxRequest(maxText);

    /// <summary>Reads the message of a program: gives a post, or an event that says what is wrong.</summary>
    /// <param name="body">The body.</param>
    /// <param name="isJson">Whether it is an object; otherwise the text itself.</param>
    /// <param name="refusal">What is wrong; null with a post.</param>
    public ChatCommand.Post? Parse(byte[] body, bool isJson, out ChatEvent? refusal)
    {
        refusal = null;
        ChatCommand? command = null;
        try
        {
            var text = Utf8.GetString(body);
            command = isJson ? JsonCommandParser.ParsePost(text, maxText) : JsonCommandParser.PostOf(text.TrimEnd('\r', '\n'), maxText);
        }
        catch (DecoderFallbackException)
        {
            refusal = new ChatEvent.Rejected(RejectReason.InvalidUtf8);
        }

        if (command is ChatCommand.Invalid invalid)
            refusal = new ChatEvent.Rejected(ClientSession.ReasonOf(invalid.Fault), invalid.Subject);
        return command as ChatCommand.Post;
    }

    public ApiAnswer Write(ChatEvent happened) => happened switch
    {
        ChatEvent.PostedBefore posted => Object(201, json =>
        {
            json.WriteString("room", posted.Room);
            json.WriteNumber("id", posted.Number);
            json.WriteString("at", LineTime.FormatExact(posted.Instant));
        }),
        ChatEvent.HistoryPage page => Object(200, json =>
        {
            json.WriteString("room", page.Room);
            JsonDialect.WriteItems(json, page.Messages, withRoom: false);
            json.WriteBoolean("more", page.HasMore);
        }),
        ChatEvent.Sanctioned sanctioned => Problem(403, sanctioned.IsMute ? "Muted" : "Banned", happened),
        ChatEvent.WriteLater later => Problem(429, nameof(ChatEvent.WriteLater), happened) with { RetryAfterSeconds = later.Seconds },
        ChatEvent.TooFast fast => Problem(429, nameof(ChatEvent.TooFast), happened) with { RetryAfterSeconds = fast.Seconds },
        ChatEvent.ApiRefused refused => Problem(StatusOf(refused.Fault), refused.Fault.ToString(), happened),
        ChatEvent.Rejected rejected => Problem(StatusOf(rejected.Reason), rejected.Reason.ToString(), happened),
        _ => throw new ArgumentOutOfRangeException(nameof(happened)),
    };

    private static int StatusOf(ApiFault fault) => fault switch
    {
        ApiFault.TokenInvalid => 401,
        ApiFault.MethodUnknown => 405,
        ApiFault.RequestTooSlow => 408,
        ApiFault.MediaTypeUnknown => 415,
        ApiFault.ServerBusy => 503,
        _ => throw new ArgumentOutOfRangeException(nameof(fault)),
    };

    private static int StatusOf(RejectReason reason) => reason switch
    {
        RejectReason.RequestInvalid or RejectReason.RequestFieldInvalid or RejectReason.InvalidUtf8 => 400,
        RejectReason.RegisteredOnly => 403,
        RejectReason.RoomUnknown => 404,
        RejectReason.MarkReused or RejectReason.RoomConfusable => 409,
        RejectReason.MessageTooLong => 413,
        RejectReason.Failed => 500,
        _ => 503,
    };

    // RFC 9457. Without a type of its own the title is that of the status, which clients know.
    private ApiAnswer Problem(int status, string code, ChatEvent happened)
    {
        var answer = Object(status, json =>
        {
            json.WriteNumber("status", status);
            json.WriteString("code", JsonNamingPolicy.KebabCaseLower.ConvertName(code));
            json.WriteString("detail", Encoding.UTF8.GetString(lines.Write(happened)).TrimEnd('\n'));
        });
        return answer with { Type = "application/problem+json" };
    }

    private static ApiAnswer Object(int status, Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, JsonDialect.Options))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        buffer.Write("\n"u8);
        return new ApiAnswer(status, "application/json", buffer.WrittenSpan.ToArray());
    }
}
