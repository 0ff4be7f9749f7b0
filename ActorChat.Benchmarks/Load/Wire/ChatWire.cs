using System.Text;

namespace ActorChat.Benchmarks.Load.Wire;

/// <summary>How a port writes what the load is made of: as lines, or as JSON objects, one a line.</summary>
internal sealed class ChatWire
{
    private ChatWire()
    {
    }

    /// <summary>The chat port.</summary>
    public static ChatWire Lines { get; } = new()
    {
        NewLogin = static () => new LoginTalk(),
        Hello = static nickname => $"{nickname}\n",
        Move = static room => $"/part\n/join {room}\n",
        BeforeText = static _ => "",
        AfterText = "",
    };

    /// <summary>The WebSocket of the web port.</summary>
    public static ChatWire Json { get; } = new()
    {
        NewLogin = static () => new JsonLoginTalk(),
        Hello = static nickname => $$"""{"type":"hello","nick":"{{nickname}}"}""" + "\n",
        Move = static room => $$"""{"type":"part","room":"general"}{{"\n"}}{"type":"join","room":"{{room}}"}""" + "\n",
        BeforeText = static room => "{\"type\":\"say\",\"room\":\"" + room + "\",\"text\":\"",
        AfterText = "\"}",
    };

    /// <summary>Makes the login of a member.</summary>
    public required Func<ILoginTalk> NewLogin { get; init; }

    /// <summary>What a member sends to come in by a nickname.</summary>
    public required Func<string, string> Hello { get; init; }

    /// <summary>What it sends to change to a room.</summary>
    public required Func<string, string> Move { get; init; }

    /// <summary>What stands before the text of a message for a room.</summary>
    public required Func<string, string> BeforeText { get; init; }

    /// <summary>What stands behind it, in both directions.</summary>
    public required string AfterText { get; init; }

    /// <summary>Cuts off what stands behind the text, where a line may be a message.</summary>
    public ReadOnlySpan<byte> CutEnd(ReadOnlySpan<byte> line)
    {
        if (line is [.. var before, (byte)'\r'])
            line = before;
        return AfterText.Length > 0 && line is [.. var text, (byte)'"', (byte)'}'] ? text : line;
    }

    /// <summary>The bytes of a text.</summary>
    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
