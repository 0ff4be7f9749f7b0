using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using ActorChat.Server.Chat.Nicknames;
using ActorChat.Server.Chat.Moderation;
using ActorChat.Server.Storage;
using Akka.Actor;

namespace ActorChat.Server.Chat.Rooms;

/// <summary>The rooms that there are: open ones, and those of which the storage keeps something. No two names are confusable.</summary>
/// <param name="names">Follows the names.</param>
internal sealed class RoomRegistry(RoomNames names)
{
    private readonly Dictionary<RoomName, KnownRoom> _rooms = [];
    private readonly Dictionary<IActorRef, KnownRoom> _byActor = [];
    private readonly Skeletons _skeletons = new();

    /// <summary>Whether the storage's rooms are known.</summary>
    public bool KnowsStored { get; private set; }

    public int Count => _rooms.Count;

    public IEnumerable<KnownRoom> Open => _rooms.Values.Where(room => room.IsOpen);

    /// <param name="names">Follows the names.</param>
    /// <param name="stored">The rooms that the storage keeps; null for not known yet.</param>
    public static RoomRegistry Of(RoomNames names, StoredRoom[]? stored)
    {
        var rooms = new RoomRegistry(names);
        if (stored is not null)
            rooms.AddStored(stored);
        return rooms;
    }

    public bool TryFind(RoomName name, [MaybeNullWhen(false)] out KnownRoom room) => _rooms.TryGetValue(name, out room);

    /// <summary>Whether the name of a new room would be confusable with another.</summary>
    public bool Resembles(RoomName name) => _skeletons.Resembles(name.AsNickname);

    public KnownRoom Add(RoomName name)
    {
        var room = new KnownRoom(name);
        _rooms.Add(name, room);
        _skeletons.Add(name.AsNickname);
        names.Add(name);
        return room;
    }

    public void OnStarted(KnownRoom room, IActorRef actor, IActorRef localRoom)
    {
        (room.Room, room.LocalRoom) = (actor, localRoom);
        _byActor.Add(actor, room);
        _byActor.Add(localRoom, room);
    }

    /// <summary>Notes that an actor has ended. True if its room is closed now: both actors have ended.</summary>
    public bool TryClose(IActorRef ended, [MaybeNullWhen(false)] out KnownRoom room)
    {
        if (!_byActor.Remove(ended, out room) || _byActor.ContainsKey(room.Room) || _byActor.ContainsKey(room.LocalRoom))
            return false;
        room.Close();
        return true;
    }

    /// <summary>Forgets a room that is neither open nor kept.</summary>
    public void RemoveUnlessNeeded(KnownRoom room)
    {
        if (room.IsOpen || room.IsKept || !_rooms.Remove(room.Name))
            return;
        _skeletons.Remove(room.Name.AsNickname);
        names.Remove(room.Name);
    }

    /// <summary>Adds the rooms that the storage keeps. What an open room has been given meanwhile is newer.</summary>
    public void AddStored(IEnumerable<StoredRoom> stored)
    {
        KnowsStored = true;
        foreach (var kept in stored)
        {
            if (!RoomName.TryParse(kept.Name, out var name))
                continue;
            var room = TryFind(name, out var known) ? known : Add(name);
            if (room.Topic.Length == 0)
                room.Topic = kept.Topic;
            if (!room.Moderation.IsKept)
                room.Moderation = RoomModeration.From(kept);
        }
    }

    /// <summary>How many rooms belong to an account.</summary>
    public int CountOf(string owner) => _rooms.Values.Count(room => room.Moderation.Owner == owner);

    /// <summary>The rooms in which an account has an office.</summary>
    public IEnumerable<KnownRoom> WithOffice(string account) =>
        _rooms.Values.Where(room => room.Moderation.Owner == account || room.Moderation.Operators.Contains(account));

    /// <summary>Lists one page of rooms, the fullest first.</summary>
    /// <param name="number">From 1; clamped to the last.</param>
    /// <param name="size">Rooms per page; positive.</param>
    public ChatEvent.RoomList Page(int number, int size)
    {
        var rooms = _rooms.Values.Where(room => room.IsKept || !room.IsEnding).ToArray();
        var sorted = rooms.OrderByDescending(room => room.Members).ThenBy(room => room.Name);
        var (page, pages, listed) = Paging.Of(sorted, rooms.Length, number, size);
        return new ChatEvent.RoomList(
            rooms.Length, page, pages, listed.Select(room => new RoomSummary(room.Name.Value, room.Members, room.Topic)).ToArray());
    }
}

/// <summary>The names of the rooms that there are, for connections: a question to <see cref="RoomsActor"/> would hold up a message. Thread-safe.</summary>
internal sealed class RoomNames
{
    private readonly ConcurrentDictionary<string, RoomName> _names = new(StringComparer.Ordinal);

    public void Add(RoomName room) => _names[room.Casefolded] = room;

    public void Remove(RoomName room) => _names.TryRemove(room.Casefolded, out _);

    /// <summary>Whether there is a room of a name, in any spelling.</summary>
    public bool Contains(string typed) => RoomName.TryParse(typed, out var room) && _names.ContainsKey(room.Casefolded);
}

/// <summary>A room, open or kept.</summary>
internal sealed class KnownRoom(RoomName name)
{
    public RoomName Name => name;

    public IActorRef Room { get; set; } = ActorRefs.Nobody;

    public IActorRef LocalRoom { get; set; } = ActorRefs.Nobody;

    public bool IsOpen => !LocalRoom.IsNobody();

    /// <summary>Whether its actors are being stopped.</summary>
    public bool IsEnding { get; set; }

    public int Members { get; set; }

    /// <summary>The topic; empty for none. With one the room keeps its name while nobody is in it.</summary>
    public string Topic { get; set; } = "";

    /// <summary>Who is in charge of it, and what is not permitted in it.</summary>
    public RoomModeration Moderation { get; set; } = RoomModeration.None;

    /// <summary>Whether it exists while nobody is in it.</summary>
    public bool IsKept => Topic.Length > 0 || Moderation.IsKept;

    /// <summary>The number of joins, and of orders without a member, that the local room was sent.</summary>
    public long Joins { get; set; }

    /// <summary>Those that came while it ended; at most one join per session.</summary>
    public List<LocalRoomCommand> Held { get; } = [];

    /// <summary>Resets what belongs to its actors.</summary>
    public void Close()
    {
        Room = LocalRoom = ActorRefs.Nobody;
        (Members, Joins, IsEnding) = (0, 0, false);
    }
}
