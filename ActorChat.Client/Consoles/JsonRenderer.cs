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

    public string Render(ConsoleEvent consoleEvent) => consoleEvent switch
    {
        ConsoleEvent.Received { Line: var line } => Line(consoleEvent.At, line),
        ConsoleEvent.Settled settled => Write(
            consoleEvent.At, "confirmation", ("message", settled.Message), ("outcome", settled.Outcome), ("answer", settled.Answer)),
        ConsoleEvent.Sent or ConsoleEvent.Answered => "",
        _ => throw new ArgumentOutOfRangeException(nameof(consoleEvent)),
    };

    private static string Line(DateTimeOffset at, ServerLine line) => line switch
    {
        ServerLine.Public said => Write(at, "message", [.. Room(line), ("nick", said.Nick), ("text", said.Said)]),
        ServerLine.PrivateFrom said => Write(at, "private", ("nick", said.Nick), ("text", said.Said)),
        ServerLine.PrivateTo said => Write(at, "private-sent", ("nick", said.Nick), ("text", said.Said)),
        ServerLine.Joined joined => Write(at, "joined", [.. Room(line), ("nick", joined.Nick), ("text", line.Text)]),
        ServerLine.Left left => Write(at, "left", [.. Room(line), ("nick", left.Nick), ("text", line.Text)]),
        ServerLine.Welcome welcome => Write(at, "welcome", ("nick", welcome.Nick), ("text", line.Text)),
        ServerLine.Users users => Write(
            at, "users", ("nicks", new JsonArray([.. users.Nicks.Select(nick => (JsonNode)nick)])), ("text", line.Text)),
        ServerLine.NicknameRefused => Write(at, "nickname-refused", ("text", line.Text)),
        ServerLine.Notice => Write(at, "notice", [.. Room(line), ("text", line.Text)]),
        ServerLine.Error => Write(at, "error", ("text", line.Text)),
        _ => Write(at, "server", ("text", line.Text)),
    };

    private static (string Name, JsonNode? Value)[] Room(ServerLine line) => line.Room.Length == 0 ? [] : [("room", line.Room)];

    private static string Write(DateTimeOffset at, string type, params (string Name, JsonNode? Value)[] members)
    {
        var json = new JsonObject
        {
            ["type"] = type,
            ["time"] = at.ToString("yyyy-MM-dd'T'HH:mm:ss.fffzzz", CultureInfo.InvariantCulture),
        };
        foreach (var (name, value) in members)
            json[name] = value;
        return json.ToJsonString(Readable) + "\n";
    }
}
