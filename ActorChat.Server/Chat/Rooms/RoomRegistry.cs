using System.Diagnostics.CodeAnalysis;
using ActorChat.Server.Chat.Nicknames;
using Akka.Actor;

namespace ActorChat.Server.Chat.Rooms;

/// <summary>
/// The rooms that there are: open ones, with members, and those of which the storage keeps a topic. No name of an open room is confusable with
/// another.
/// </summary>
internal sealed class RoomRegistry
{
    private readonly Dictionary<string, OpenRoom> _byCasefold = new(StringComparer.Ordinal);
    private readonly Dictionary<IActorRef, OpenRoom> _byActor = [];
    private readonly Dictionary<RoomName, string> _topics = [];
    private readonly HashSet<RoomName> _names = [];
    private readonly Skeletons _skeletons = new();

    /// <summary>Whether the storage's rooms are known.</summary>
    public bool KnowsStored { get; private set; }

    public int Count => _names.Count;

    public IReadOnlyCollection<OpenRoom> All => _byCasefold.Values;

    /// <summary>Whether there is no such room, open or kept.</summary>
    public bool IsNew(RoomName room) => !_names.Contains(room);

    /// <summary>Whether a name that is not open is confusable with another room's.</summary>
    public bool Resembles(RoomName room) => IsNew(room) && _skeletons.Resembles(room.AsNickname);

    public bool TryFind(RoomName room, [MaybeNullWhen(false)] out OpenRoom open) => _byCasefold.TryGetValue(room.Casefolded, out open);

    public void Add(OpenRoom room)
    {
        room.Topic = _topics.GetValueOrDefault(room.Name, "");
        _byCasefold.Add(room.Name.Casefolded, room);
        _byActor.Add(room.Room, room);
        _byActor.Add(room.LocalRoom, room);
        AddName(room.Name);
    }

    /// <summary>Notes that an actor has ended. True, and the room is removed, if both actors of its room have.</summary>
    public bool TryRemoveEnded(IActorRef actor, [MaybeNullWhen(false)] out OpenRoom room)
    {
        if (!_byActor.Remove(actor, out room) || _byActor.ContainsKey(room.Room) || _byActor.ContainsKey(room.LocalRoom))
            return false;
        _byCasefold.Remove(room.Name.Casefolded);
        if (room.Topic.Length == 0 && _names.Remove(room.Name))
            _skeletons.Remove(room.Name.AsNickname);
        return true;
    }

    /// <summary>Adds the rooms that the storage keeps.</summary>
    public void AddStored(IEnumerable<(RoomName Room, string Topic)> rooms)
    {
        KnowsStored = true;
        foreach (var (room, topic) in rooms)
        {
            if (TryFind(room, out var open) && open.Topic.Length == 0)
                SetTopic(open, topic);
            else if (_topics.TryAdd(room, topic))
                AddName(room);
        }
    }

    /// <summary>Notes the topic of an open room. With one it keeps its name while nobody is in it.</summary>
    public void SetTopic(OpenRoom room, string topic)
    {
        room.Topic = topic;
        if (topic.Length == 0)
            _topics.Remove(room.Name);
        else
            _topics[room.Name] = topic;
    }

    private void AddName(RoomName room)
    {
        if (_names.Add(room))
            _skeletons.Add(room.AsNickname);
    }

    /// <summary>Lists one page of rooms, the fullest first.</summary>
    /// <param name="page">From 1; clamped to the last.</param>
    /// <param name="size">Rooms per page; positive.</param>
    public ChatEvent.RoomList Page(int page, int size)
    {
        var open = All.Where(room => !room.IsEnding).Select(room => (room.Name, room.Members, room.Topic));
        var kept = _topics.Where(stored => !TryFind(stored.Key, out var room) || room.IsEnding).Select(stored => (stored.Key, 0, stored.Value));
        var rooms = open.Concat(kept).OrderByDescending(room => room.Item2).ThenBy(room => room.Item1).ToArray();
        var pages = Math.Max(1, (rooms.Length + size - 1) / size);
        page = Math.Min(page, pages);
        var listed = rooms.Skip((page - 1) * size).Take(size).Select(room => new RoomSummary(room.Item1.Value, room.Item2, room.Item3)).ToArray();
        return new ChatEvent.RoomList(rooms.Length, page, pages, listed);
    }
}

/// <summary>An open room.</summary>
internal sealed class OpenRoom(RoomName name)
{
    public RoomName Name => name;

    public IActorRef Room { get; set; } = ActorRefs.Nobody;

    public IActorRef LocalRoom { get; set; } = ActorRefs.Nobody;

    public int Members { get; set; }

    /// <summary>The topic; empty for none. Set by the <see cref="RoomRegistry"/>.</summary>
    public string Topic { get; set; } = "";

    /// <summary>The number of joins that the local room was sent.</summary>
    public long Joins { get; set; }

    /// <summary>Whether its actors are being stopped.</summary>
    public bool IsEnding { get; set; }

    /// <summary>The joins that came while it ended; at most one per session.</summary>
    public List<LocalRoomCommand.Join> Held { get; } = [];
}
