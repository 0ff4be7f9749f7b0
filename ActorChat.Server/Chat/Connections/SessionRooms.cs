using System.Diagnostics.CodeAnalysis;
using Akka.Actor;

namespace ActorChat.Server.Chat.Connections;

/// <summary>The rooms that a session is in. Plain text goes to the current one: the one that was entered or chosen last.</summary>
internal sealed class SessionRooms
{
    private readonly List<JoinedRoom> _rooms = [];
    private bool _mustChoose;

    public int Count => _rooms.Count;

    /// <summary>The current room; null in no room, or where one has to be chosen.</summary>
    public JoinedRoom? Current => _rooms.Count > 0 && !_mustChoose ? _rooms[^1] : null;

    public IReadOnlyList<JoinedRoom> All => _rooms;

    /// <summary>Why there is no current room.</summary>
    public ChatEvent.Rejected Absence => new(_rooms.Count > 0 ? RejectReason.NoCurrentRoom : RejectReason.InNoRoom);

    /// <summary>The names of the rooms, in alphabetical order.</summary>
    public string[] Names => [.. _rooms.Select(room => room.Name).Order().Select(name => name.Value)];

    /// <summary>Adds a room, which becomes the current one.</summary>
    public void Add(JoinedRoom room)
    {
        _rooms.Add(room);
        _mustChoose = false;
    }

    /// <summary>Makes one of the rooms the current one.</summary>
    public void Focus(JoinedRoom room)
    {
        _rooms.Remove(room);
        Add(room);
    }

    /// <summary>Removes a room, if the session is in it. The one that was the current one before becomes the current one.</summary>
    public bool TryRemove(RoomName room, out bool wasCurrent)
    {
        wasCurrent = Current?.Name == room;
        return _rooms.RemoveAll(joined => joined.Name == room) > 0;
    }

    /// <summary>Removes a room that the user was put out of. Where it was the current one, none is until one is chosen.</summary>
    /// <returns>Whether one has to be chosen.</returns>
    public bool Lose(RoomName room)
    {
        TryRemove(room, out var wasCurrent);
        _mustChoose |= wasCurrent;
        return _mustChoose && _rooms.Count > 0;
    }

    /// <summary>Finds a room by any spelling of its name.</summary>
    public bool TryFind(string typed, [MaybeNullWhen(false)] out JoinedRoom room)
    {
        room = RoomName.TryParse(typed, out var name) ? _rooms.Find(joined => joined.Name == name) : null;
        return room is not null;
    }
}

/// <summary>A room that a session is in.</summary>
internal sealed record JoinedRoom(RoomName Name, IActorRef LocalRoom);
