using System.Globalization;
using ActorChat.Benchmarks.Load.Wire;

namespace ActorChat.Benchmarks.Load.Arguments;

/// <summary>What the command line asks for.</summary>
internal sealed record LoadOptions
{
    /// <summary>What is measured.</summary>
    public LoadKind Kind { get; init; } = LoadKind.Say;

    /// <summary>The port under load, as HOST:PORT; empty: not said yet.</summary>
    public string Server { get; init; } = "";

    /// <summary>Whether the port speaks TLS.</summary>
    public bool Tls { get; init; }

    /// <summary>Whether it is the web port, whose WebSocket is spoken to.</summary>
    public bool WebSocket { get; init; }

    /// <summary>Rooms among which the members are dealt; 1: all stay where they come in.</summary>
    public int Rooms { get; init; } = 1;

    /// <summary>Members that read, speaking or not.</summary>
    public int Members { get; init; } = 100;

    /// <summary>How many of them speak; on the confirmation port, clients at a time.</summary>
    public int Senders { get; init; } = 10;

    /// <summary>Messages of each sender that may not have reached everybody yet; null: one, or as the rate has it.</summary>
    public int? Outstanding { get; init; }

    /// <summary>Messages a second of all senders together, whatever the server makes of them; null: as fast as the outstanding ones let.</summary>
    public double? Rate { get; init; }

    /// <summary>Bytes of each message, without its line end.</summary>
    public int Size { get; init; } = 64;

    /// <summary>Further members, who never read.</summary>
    public int Stalled { get; init; }

    /// <summary>What is measured, after the warm-up.</summary>
    public TimeSpan Length { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>What is not measured, before.</summary>
    public TimeSpan WarmUp { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>When nothing has come for so long, what is still on its way counts as lost; a login or a confirmation has six times as long.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Logins under way at a time.</summary>
    public int Parallel { get; init; } = 50;

    /// <summary>What all nicknames begin with; a number follows.</summary>
    public string Nickname { get; init; } = string.Create(CultureInfo.InvariantCulture, $"c{Random.Shared.Next(100, 1000)}-");

    /// <summary>The server's process, where it runs on this machine.</summary>
    public int? Pid { get; init; }

    /// <summary>Whether the report is one JSON object.</summary>
    public bool Json { get; init; }

    /// <summary>How the port writes.</summary>
    public ChatWire Wire => WebSocket ? ChatWire.Json : ChatWire.Lines;

    /// <summary>The room of a member; the one in which all begin where there is only that.</summary>
    public string RoomOf(int member) => Rooms > 1 ? $"{Nickname}room{member % Rooms}" : "general";
}
