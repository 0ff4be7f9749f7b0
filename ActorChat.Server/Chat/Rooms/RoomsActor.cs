using ActorChat.Server.Chat.Rooms.Local;
using ActorChat.Server.Storage;
using Akka.Actor;

namespace ActorChat.Server.Chat.Rooms;

/// <summary>
/// Knows the rooms of the server: starts a room when somebody enters it, ends it when nobody needs it, lists them. What is said in a room does
/// not come here.
/// </summary>
internal sealed class RoomsActor : ReceiveActor, ILogReceive
{
    public const string Name = "rooms";

    private readonly RoomsContext _context;
    private readonly RoomRegistry _rooms;
    private LocalRoomCommand.Close? _closing;

    public RoomsActor(RoomsContext context, RoomRegistry rooms)
    {
        (_context, _rooms) = (context, rooms);
        Receive<RoomsCommand.Join>(OnJoin);
        Receive<RoomsCommand.Leave>(OnLeave);
        Receive<RoomsCommand.List>(OnList);
        Receive<RoomsCommand.Report>(OnReport);
        Receive<RoomsCommand.Unused>(OnUnused);
        Receive<PersistenceEvent.RoomsRead>(OnRoomsRead);
        Receive<LocalRoomCommand.Close>(OnClose);
        Receive<Terminated>(ended => OnEnded(ended.ActorRef));
    }

    /// <summary>Keeps the registry outside the instance, so that it survives a restart.</summary>
    public static Props PropsFor(RoomsContext context) => Props.Create<RoomsActor>(context, new RoomRegistry());

    protected override void PreStart()
    {
        Start(new OpenRoom(RoomName.General));
        _context.Persistence.Tell(new PersistenceCommand.ReadRooms(_context.MaxRooms, Self));
    }

    // Keeps the children: the rooms go on while this actor fails.
    protected override void PreRestart(Exception reason, object? message)
    {
        if (message is RoomsCommand.Join join)
            Reject(join, RejectReason.Failed);
        else if (message is RoomsCommand.List list)
            list.Connection.Tell(new SessionEvent.Rejected(list.Command, RejectReason.Failed));
    }

    protected override void PostRestart(Exception reason)
    {
    }

    protected override SupervisorStrategy SupervisorStrategy() => _context.Supervision;

    private static void Reject(RoomsCommand.Join join, RejectReason reason) =>
        join.Command.Connection.Tell(new SessionEvent.Rejected(join.Command.Command, reason));

    private void OnJoin(RoomsCommand.Join join)
    {
        if (!_rooms.TryFind(join.Room, out var room))
        {
            if (_rooms.Resembles(join.Room))
                Reject(join, RejectReason.RoomConfusable);
            else if (_rooms.IsNew(join.Room) && _rooms.Count >= _context.MaxRooms)
                Reject(join, RejectReason.TooManyRooms);
            else
                Enter(Start(new OpenRoom(join.Room)), join.Command);
            return;
        }

        Enter(room, join.Command);
    }

    private static void Enter(OpenRoom room, LocalRoomCommand.Join join)
    {
        if (room.IsEnding)
        {
            room.Held.Add(join);
            return;
        }

        room.Joins++;
        room.LocalRoom.Tell(join);
    }

    private void OnLeave(RoomsCommand.Leave leave)
    {
        if (_rooms.TryFind(leave.Room, out var room) && !room.IsEnding)
        {
            room.LocalRoom.Tell(leave.Command);
            return;
        }

        room?.Held.RemoveAll(join => join.Session == leave.Command.Session);
        leave.Command.Connection.Tell(new SessionEvent.Left(leave.Room));
    }

    private void OnList(RoomsCommand.List list)
    {
        if (!_rooms.KnowsStored)
            _context.Persistence.Tell(new PersistenceCommand.ReadRooms(_context.MaxRooms, Self));
        list.Connection.Tell(new RoomsEvent.Listed(list.Command, _rooms.Page(list.Page, _context.Rules.ListPage)));
    }

    private void OnReport(RoomsCommand.Report report)
    {
        if (!_rooms.TryFind(report.Room, out var room))
            return;
        room.Members = report.Members ?? room.Members;
        _rooms.SetTopic(room, report.Topic ?? room.Topic);
    }

    // Tells the rooms that were open before: those that open later are told at their start.
    private void OnRoomsRead(PersistenceEvent.RoomsRead read)
    {
        if (_rooms.KnowsStored)
            return;
        _rooms.AddStored(read.Rooms.SelectMany(room => RoomName.TryParse(room.Name, out var name) ? [(name, room.Topic)] : Array.Empty<(RoomName, string)>()));
        foreach (var room in _rooms.All)
            room.Room.Tell(new RoomCommand.SetTopic(room.Topic));
    }

    // Ignores a report from before the latest join.
    private void OnUnused(RoomsCommand.Unused unused)
    {
        if (unused.Room == RoomName.General || !_rooms.TryFind(unused.Room, out var room) || room.IsEnding || room.Joins != unused.Joins)
            return;
        room.IsEnding = true;
        Context.Stop(room.LocalRoom);
        Context.Stop(room.Room);
    }

    // Starts a room anew only when both actors are gone: their names must be free.
    private void OnEnded(IActorRef actor)
    {
        if (_rooms.TryRemoveEnded(actor, out var room) && room.Held.Count > 0)
        {
            var held = room.Held.ToArray();
            var again = Start(new OpenRoom(room.Name));
            foreach (var join in held)
                Enter(again, join);
        }
    }

    private void OnClose(LocalRoomCommand.Close close)
    {
        _closing = close;
        foreach (var room in _rooms.All)
            room.LocalRoom.Tell(close);
    }

    private OpenRoom Start(OpenRoom room)
    {
        (room.Room, room.LocalRoom) = RoomPlacement.Start(Context, _context.Room(room.Name), actor => _context.LocalRoom(room.Name, actor));
        Context.Watch(room.Room);
        Context.Watch(room.LocalRoom);
        _rooms.Add(room);
        if (room.Topic.Length > 0)
            room.Room.Tell(new RoomCommand.SetTopic(room.Topic));
        if (_closing is { } close)
            room.LocalRoom.Tell(close);
        return room;
    }
}

/// <summary>The dependencies of <see cref="RoomsActor"/>.</summary>
/// <param name="Rules">The settings of rooms.</param>
/// <param name="MaxRooms">The greatest number of rooms at the same time.</param>
/// <param name="Persistence">Keeps rooms while nobody is in them.</param>
/// <param name="Room">Makes the dependencies of a room.</param>
/// <param name="LocalRoom">Makes those of its local room.</param>
/// <param name="Supervision">Decides how a failed room goes on.</param>
internal sealed record RoomsContext(
    RoomRules Rules, int MaxRooms, IActorRef Persistence, Func<RoomName, RoomContext> Room, Func<RoomName, IActorRef, LocalRoomContext> LocalRoom, SupervisorStrategy Supervision);
