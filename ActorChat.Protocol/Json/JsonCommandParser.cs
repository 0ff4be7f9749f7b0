using System.Text;
using System.Text.Json;
using ActorChat.Protocol.Lines;
using ActorChat.Protocol.Text;

namespace ActorChat.Protocol.Json;

/// <summary>Reads the requests of the WebSocket protocol <c>actorchat.v1</c> (docs/protocol.md): a JSON object each. Never fails.</summary>
internal static class JsonCommandParser
{
    /// <summary>The greatest length of a client's own mark for a message, in UTF-16 units.</summary>
    public const int MaxMark = 64;

    // A page of history on the line port has no more either.
    internal const int MaxHistory = 100, DefaultHistory = 50;

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 8 };

    /// <summary>Parses a request. The answer has its number, where it has one.</summary>
    /// <param name="json">The object.</param>
    /// <param name="maxText">The greatest length of a text in bytes of UTF-8.</param>
    public static ChatCommand Parse(string json, int maxText) =>
        string.IsNullOrWhiteSpace(json) ? new ChatCommand.Nothing() : Read(json, maxText, Parse);

    /// <summary>Parses the message of a program: an object with its text, and perhaps a mark. Gives a post, or what is wrong.</summary>
    /// <param name="json">The object.</param>
    /// <param name="maxText">The greatest length of the text in bytes of UTF-8.</param>
    public static ChatCommand ParsePost(string json, int maxText) => Read(json, maxText, fields =>
    {
        try
        {
            return Say(fields);
        }
        catch (FieldException invalid)
        {
            return invalid.Fault;
        }
    });

    /// <summary>Makes the message of a program of its text alone; as <see cref="ParsePost"/>.</summary>
    public static ChatCommand PostOf(string text, int maxText) =>
        Encoding.UTF8.GetByteCount(text) > maxText ? new ChatCommand.Invalid(RequestFault.TextTooLong)
        : DisplayText.Sanitize(text) is var shown && DisplayText.IndexOfVisible(shown) >= 0 ? new ChatCommand.Post(shown)
        : new ChatCommand.Invalid(RequestFault.BadField, "text");

    private static ChatCommand Read(string json, int maxText, Func<Fields, ChatCommand> parse)
    {
        try
        {
            using var document = JsonDocument.Parse(Encoding.UTF8.GetBytes(json), Options);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? parse(new Fields(document.RootElement, maxText))
                : new ChatCommand.Invalid(RequestFault.NotObject);
        }
        catch (JsonException)
        {
            return new ChatCommand.Invalid(RequestFault.NotObject);
        }
    }

    private static ChatCommand Parse(Fields fields)
    {
        long? request = null;
        ChatCommand command;
        try
        {
            request = fields.Number("n", long.MinValue, long.MaxValue);
            command = ByType(fields);
        }
        catch (FieldException invalid)
        {
            command = invalid.Fault;
        }

        return request is { } number ? new ChatCommand.Numbered(number, command) : command;
    }

    private static ChatCommand ByType(Fields fields) => fields.Text("type") switch
    {
        "hello" when fields.TextOrNull("password") is { Length: > 0 } password =>
            new ChatCommand.Account(AccountAction.Identify, [fields.Text("nick"), password]),
        "hello" => new ChatCommand.Hello(fields.Text("nick")),
        "register" => new ChatCommand.Account(AccountAction.Register, [fields.Text("nick"), fields.Text("password")]),
        "say" => In(fields, Say(fields)),
        "whisper" => Whisper(fields),
        "join" => new ChatCommand.Join(fields.Text("room")),
        "part" => In(fields, new ChatCommand.Part(fields.Text("room"))),
        "history" => History(fields),
        "search" => new ChatCommand.Search(fields.Shown("text"), fields.Number("before", 1, long.MaxValue) ?? long.MaxValue),
        "members" => In(fields, new ChatCommand.List(Page(fields))),
        "rooms" => new ChatCommand.Rooms(Page(fields)),
        "topic" => In(fields, Topic(fields.TextOrNull("text"))),
        "line" => Line(fields),
        "time" => new ChatCommand.Time(),
        "ping" => new ChatCommand.Ping(),
        "pong" => new ChatCommand.Nothing(),
        var type => new ChatCommand.Invalid(RequestFault.UnknownType, DisplayText.Sanitize(type[..Math.Min(type.Length, MaxMark)])),
    };

    private static ChatCommand.In In(Fields fields, ChatCommand what) => new(fields.Text("room"), what);

    private static ChatCommand.Post Say(Fields fields) => new(Visible(fields)) { Mark = Mark(fields) };

    private static ChatCommand.Private Whisper(Fields fields) => new(fields.Text("to"), Visible(fields));

    private static string Visible(Fields fields) =>
        fields.Shown("text") is var text && DisplayText.IndexOfVisible(text) >= 0 ? text : throw FieldException.Bad("text");

    private static string? Mark(Fields fields) => fields.TextOrNull("cid") switch
    {
        null => null,
        { Length: > 0 and <= MaxMark } mark when Array.TrueForAll([.. mark], char.IsAsciiLetterOrDigit) => mark,
        _ => throw FieldException.Bad("cid"),
    };

    private static ChatCommand.History History(Fields fields)
    {
        var after = fields.Number("after", 0, long.MaxValue);
        var before = fields.Number("before", 1, long.MaxValue);
        var limit = fields.Number("limit", 1, MaxHistory) ?? DefaultHistory;
        return new ChatCommand.History(after ?? before ?? long.MaxValue, after is not null, (int)limit, fields.Text("room"));
    }

    private static int Page(Fields fields) => (int)(fields.Number("page", 1, int.MaxValue) ?? 1);

    // As the line port has it: nothing asks, a hyphen removes.
    private static ChatCommand.Topic Topic(string? text) => new(text is null ? "" : text.Trim() is "" ? "-" : DisplayText.Sanitize(text).Trim());

    private static ChatCommand Line(Fields fields)
    {
        var command = ChatCommandParser.Parse(fields.Text("text"));
        return fields.TextOrNull("room") is { Length: > 0 } room ? new ChatCommand.In(room, command) : command;
    }

    private readonly ref struct Fields(JsonElement element, int maxText)
    {
        public string Text(string name) => TextOrNull(name) ?? throw FieldException.Bad(name);

        public string Shown(string name) => DisplayText.Sanitize(Text(name));

        public string? TextOrNull(string name)
        {
            if (!TryGet(name, out var value))
                return null;
            if (value.ValueKind != JsonValueKind.String)
                throw FieldException.Bad(name);
            var text = Read(value, name);
            return Encoding.UTF8.GetByteCount(text) <= maxText ? text : throw new FieldException(new ChatCommand.Invalid(RequestFault.TextTooLong));
        }

        public long? Number(string name, long least, long most) =>
            !TryGet(name, out var value) ? null
            : value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number) && number >= least && number <= most ? number
            : throw FieldException.Bad(name);

        private static string Read(JsonElement value, string name)
        {
            try
            {
                return value.GetString()!;
            }
            catch (InvalidOperationException)
            {
                // Half a surrogate pair, which JSON can write and nobody can show.
                throw FieldException.Bad(name);
            }
        }

        private bool TryGet(string name, out JsonElement value) => element.TryGetProperty(name, out value) && value.ValueKind != JsonValueKind.Null;
    }

    private sealed class FieldException(ChatCommand.Invalid fault) : Exception(fault.Subject)
    {
        public ChatCommand.Invalid Fault => fault;

        public static FieldException Bad(string name) => new(new ChatCommand.Invalid(RequestFault.BadField, name));
    }
}
