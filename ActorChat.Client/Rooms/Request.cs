using System.Globalization;

namespace ActorChat.Client.Rooms;

/// <summary>What a request of the client is for.</summary>
internal enum RequestKind
{
    /// <summary>A command whose answer nobody waits for.</summary>
    Command,

    /// <summary>Where a room's history ends, for the next return.</summary>
    Begin,

    /// <summary>Lines that were missed.</summary>
    Missed,

    /// <summary>Lines that the user wants to see.</summary>
    History,

    /// <summary>Lines with some words in them, of any room.</summary>
    Search,
}

/// <summary>A line that the client sends beside those of its user. All but commands are answered by a page, and one at a time is open.</summary>
/// <param name="Line">The line for the server.</param>
/// <param name="Kind">What it is for.</param>
/// <param name="Room">The room of the history; empty where the server knows it.</param>
/// <param name="IsForward">Whether the page goes on towards the present, and not into the past.</param>
internal sealed record Request(string Line, RequestKind Kind = RequestKind.Command, string Room = "", bool IsForward = false)
{
    /// <summary>The room that the user typed; empty for none.</summary>
    public string Typed { get; init; } = "";

    /// <summary>Whether the user has asked for it, who then sees its lines whether or not they were seen before.</summary>
    public bool IsWanted => Kind is RequestKind.History or RequestKind.Search;

    /// <summary>The request that a line of the user is; null: none.</summary>
    public static Request? FromTyped(string line, ChatCommand command) => command switch
    {
        ChatCommand.History history => new Request(line, RequestKind.History, IsForward: history.IsForward) { Typed = history.Room },
        ChatCommand.Search => new Request(line, RequestKind.Search),
        _ => null,
    };

    public static Request Begin(string room) => new($"/historial 1 {room}", RequestKind.Begin, room);

    public static Request Missed(string room, long after) =>
        new(string.Create(CultureInfo.InvariantCulture, $"/historial tras {after} {room}"), RequestKind.Missed, room);

    public static Request Older(JoinedRoom room) => room.Oldest is { } oldest
        ? new Request(string.Create(CultureInfo.InvariantCulture, $"/historial antes {oldest} {room.Name}"), RequestKind.History, room.Name)
        : new Request($"/historial 20 {room.Name}", RequestKind.History, room.Name);
}
