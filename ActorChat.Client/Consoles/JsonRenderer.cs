using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ActorChat.Client.Consoles;

/// <summary>One JSON object a line, for programs: docs/client.md lists the members.</summary>
internal sealed class JsonRenderer : IConsoleEventRenderer
{
    // Keeps letters of all scripts readable. What this encoder does not escape matters only inside HTML.
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public bool ShowsNumbers => true;

    public string Render(ConsoleEvent consoleEvent) => consoleEvent switch
    {
        ConsoleEvent.Received { Line: var line } => Line(consoleEvent.At, line),
        ConsoleEvent.Found { Line: var line } => Line(consoleEvent.At, line),
        ConsoleEvent.PageEnded { Line: var line } => Line(consoleEvent.At, line),
        ConsoleEvent.RoomsChanged changed => Write(consoleEvent.At, "room", ("room", changed.Current), ("rooms", Names(changed.Rooms))),
        ConsoleEvent.PasswordWanted wanted => Write(consoleEvent.At, "password-wanted", ("text", wanted.Prompt)),
        ConsoleEvent.Settled settled => Write(
            consoleEvent.At, "confirmation", ("message", settled.Message), ("outcome", settled.Outcome), ("answer", settled.Answer)),
        ConsoleEvent.Sent or ConsoleEvent.Answered or ConsoleEvent.Learned => "",
        _ => throw new ArgumentOutOfRangeException(nameof(consoleEvent)),
    };

    private static string Line(DateTimeOffset at, ServerLine line) => line switch
    {
        ServerLine.Public said => Write(at, "message", [.. Room(line), ("nick", said.Nick), ("text", said.Said), .. Place(said)]),
        ServerLine.PrivateFrom said => Write(at, "private", [("nick", said.Nick), ("text", said.Said), .. Sent(said.SentAt, said.WasStored)]),
        ServerLine.PrivateTo said => Write(at, "private-sent", ("nick", said.Nick), ("text", said.Said)),
        ServerLine.Joined joined => Write(at, "joined", [.. Room(line), ("nick", joined.Nick), ("text", line.Text)]),
        ServerLine.Left left => Write(at, "left", [.. Room(line), ("nick", left.Nick), ("text", line.Text)]),
        ServerLine.Welcome welcome => Write(at, "welcome", ("nick", welcome.Nick), ("text", line.Text)),
        ServerLine.Users users => Write(at, "users", [.. Room(line), ("nicks", Names(users.Nicks)), ("text", line.Text)]),
        ServerLine.HistoryEnd end => Write(
            at, "history-end", [.. Room(line), ("first", end.First), ("last", end.Last), ("more", end.HasMore)]),
        ServerLine.SearchEnd end => Write(at, "search-end", ("count", end.Count), ("more", end.HasMore)),
        ServerLine.NicknameRefused => Write(at, "nickname-refused", ("text", line.Text)),
        ServerLine.Notice => Write(at, "notice", [.. Room(line), ("text", line.Text)]),
        ServerLine.Error => Write(at, "error", ("text", line.Text)),
        _ => Write(at, "server", ("text", line.Text)),
    };

    private static (string Name, JsonNode? Value)[] Room(ServerLine line) => line.Room.Length == 0 ? [] : [("room", line.Room)];

    private static (string Name, JsonNode? Value)[] Place(ServerLine.Public said) =>
        said.Number is 0 ? [] : [("number", said.Number), .. Sent(said.Instant, said.IsPast)];

    private static (string Name, JsonNode? Value)[] Sent(DateTimeOffset? instant, bool isPast) =>
    [
        .. instant is { } sent ? [("sent", Format(sent.ToLocalTime()))] : Array.Empty<(string, JsonNode?)>(),
        .. isPast ? [("past", true)] : Array.Empty<(string, JsonNode?)>(),
    ];

    private static JsonArray Names(IReadOnlyList<string> names) => [.. names.Select(name => (JsonNode)name)];

    private static string Write(DateTimeOffset at, string type, params (string Name, JsonNode? Value)[] members)
    {
        var json = new JsonObject { ["type"] = type, ["time"] = Format(at) };
        foreach (var (name, value) in members)
            json[name] = value;
        return json.ToJsonString(Readable) + "\n";
    }

    private static string Format(DateTimeOffset time) => time.ToString("yyyy-MM-dd'T'HH:mm:ss.fffzzz", CultureInfo.InvariantCulture);
}
