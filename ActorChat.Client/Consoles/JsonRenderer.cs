using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ActorChat.Client.Wire;

namespace ActorChat.Client.Consoles;

/// <summary>One JSON object a line, for programs: docs/client.md lists the members.</summary>
internal sealed class JsonRenderer : IConsoleEventRenderer
{
    // Letters of all scripts stay readable. What the looser encoder leaves as it is matters inside of HTML only.
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <inheritdoc/>
    public string Render(ConsoleEvent happening) => happening switch
    {
        ConsoleEvent.Received { Line: var line } => Line(happening.At, line),
        ConsoleEvent.Settled settled => Write(
            happening.At, "confirmation", ("message", settled.Message), ("outcome", settled.Outcome), ("answer", settled.Answer)),
        ConsoleEvent.Sent or ConsoleEvent.Answered => "",
        _ => throw new ArgumentOutOfRangeException(nameof(happening)),
    };

    private static string Line(DateTimeOffset at, WireLine line) => line switch
    {
        WireLine.Public said => Write(at, "message", ("nick", said.Nick), ("text", said.Said)),
        WireLine.PrivateFrom said => Write(at, "private", ("nick", said.Nick), ("text", said.Said)),
        WireLine.PrivateTo said => Write(at, "private-sent", ("nick", said.Nick), ("text", said.Said)),
        WireLine.Joined joined => Write(at, "joined", ("nick", joined.Nick), ("text", line.Text)),
        WireLine.Left left => Write(at, "left", ("nick", left.Nick), ("text", line.Text)),
        WireLine.Welcome welcome => Write(at, "welcome", ("nick", welcome.Nick), ("text", line.Text)),
        WireLine.Users users => Write(at, "users", ("nicks", new JsonArray([.. users.Nicks.Select(nick => (JsonNode)nick)])), ("text", line.Text)),
        WireLine.NicknameRefused => Write(at, "nickname-refused", ("text", line.Text)),
        WireLine.Notice => Write(at, "notice", ("text", line.Text)),
        WireLine.Error => Write(at, "error", ("text", line.Text)),
        _ => Write(at, "server", ("text", line.Text)),
    };

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
