using ActorChat.Server.Chat.Moderation;
using ActorChat.Server.Chat.Rooms.Local;
using ActorChat.Server.Resources;
using ActorChat.Server.Storage;
using Akka.Actor;
using Akka.Event;

namespace ActorChat.Server.Chat.Rooms;

/// <summary>
/// Knows the rooms of the server: starts a room when somebody enters it, ends it when nobody needs it, lists them. What is said in a room does
/// not come here.
/// </summary>
internal sealed class RoomsActor : ReceiveActor, ILogReceive, IWithTimers
{
    public const string Name = "rooms";

    private const int MaxRoomsPerOwner = 50;

    private static readonly TimeSpan ReadAgainAfter = TimeSpan.FromSeconds(5);

    private readonly RoomsContext _context;
    private readonly RoomRegistry _rooms;
    private LocalRoomCommand.Close? _closing;

    public RoomsActor(RoomsContext context, RoomRegistry rooms)
    {
        (_context, _rooms) = (context, rooms);
        Receive<RoomsCommand.Join>(OnJoin);
        Receive<RoomsCommand.Leave>(OnLeave);
        Receive<RoomsCommand.List>(OnList);
        Receive<RoomsCommand.CountMembers>(counted => Update(counted.Room, room => room.Members = counted.Members));
        Receive<RoomsCommand.NoteTopic>(noted => Update(noted.Room, room => room.Topic = noted.Topic));
        Receive<RoomsCommand.NoteAct>(OnActNoted);
        Receive<RoomsCommand.Order>(OnOrder);
        Receive<RoomsCommand.FindAccess>(OnFindAccess);
        Receive<RoomsCommand.PostFromOutside>(OnPostFromOutside);
        Receive<RoomsCommand.ForgetAccount>(OnForgetAccount);
        Receive<RoomsCommand.Unused>(OnUnused);
        Receive<PersistenceEvent.RoomsRead>(OnRoomsRead);
        Receive<ReadAgain>(_ => ReadStored());
        Receive<PersistenceEvent.OrderNotRead>(_ => { });
        Receive<LocalRoomCommand.Close>(OnClose);
        Receive<Terminated>(ended => OnEnded(ended.ActorRef));
    }

    public ITimerScheduler Timers { get; set; } = null!;

    /// <summary>Keeps the registry outside the instance, so that it survives a restart.</summary>
    /// <param name="context">The dependencies.</param>
    /// <param name="stored">The rooms that the storage keeps; null where they could not be read yet.</param>
    public static Props PropsFor(RoomsContext context, StoredRoom[]? stored) => Props.Create<RoomsActor>(context, RoomRegistry.Of(context.Names, stored));

    protected override void PreStart()
    {
        Start(_rooms.TryFind(RoomName.General, out var general) ? general : _rooms.Add(RoomName.General));
        if (!_rooms.KnowsStored)
            ReadStored();
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
        if (!_rooms.KnowsStored)
            ReadStored();
    }

    protected override SupervisorStrategy SupervisorStrategy() => _context.Supervision;

    private static void Reject(RoomsCommand.Join join, RejectReason reason) =>
        join.Command.Connection.Tell(new SessionEvent.Rejected(join.Command.Command, reason));

    // Asks until the storage can read.
    private void ReadStored()
    {
        _context.Persistence.Tell(new PersistenceCommand.ReadRooms(_context.MaxRooms, Self));
        Timers.StartSingleTimer(nameof(ReadAgain), new ReadAgain(), ReadAgainAfter);
    }

    private void OnJoin(RoomsCommand.Join join)
    {
        var isNew = !_rooms.TryFind(join.Room, out _);
        if (FindOrAdd(join.Room, out var refusal) is not { } room)
        {
            Reject(join, refusal);
            return;
        }

        Pass(room, join.Command);
        if (isNew)
            GiveOwner(room, join.Command);
    }

    // Returns null where there can be no such room.
    private KnownRoom? FindOrAdd(RoomName name, out RejectReason refusal)
    {
        refusal = _rooms.Resembles(name) ? RejectReason.RoomConfusable : RejectReason.TooManyRooms;
        if (_rooms.TryFind(name, out var room))
            return room;
        return _rooms.Resembles(name) || _rooms.Count >= _context.MaxRooms ? null : _rooms.Add(name);
    }

    private void OnFindAccess(RoomsCommand.FindAccess find)
    {
        var isKnown = _rooms.TryFind(find.Room, out var room);
        var obstacle = room is null ? null : new RoomGuard(_context.Room(room.Name), () => room.Moderation).FindObstacle(find.Member);
        find.Member.LocalRoom.Tell(new RoomEvent.AccessFound(isKnown, obstacle));
    }

    private void OnPostFromOutside(RoomsCommand.PostFromOutside outside)
    {
        if (FindOrAdd(outside.Room, out var refusal) is { } room)
            Pass(room, new LocalRoomCommand.PostFromOutside(outside.Post));
        else
            RoomActor.Reject(outside.Post, refusal);
    }

    // Who creates a room while identified has it, but not one that the storage may know. One account can have only so many.
    private void GiveOwner(KnownRoom room, LocalRoomCommand.Join creator)
    {
        if (_rooms.KnowsStored && creator.Account is { } account && _rooms.CountOf(account) < MaxRoomsPerOwner)
            room.Room.Tell(new RoomCommand.Own(account, creator.Nickname.Value));
    }

    private void OnActNoted(RoomsCommand.NoteAct noted)
    {
        Update(noted.Room, room => room.Moderation = room.Moderation.After(noted.Act));
        Context.GetLogger().Info(_context.Texts.OrderGiven(noted.Room.Value, ModerationTexts.Notice(ModerationEvents.Of(noted.Act), _context.Texts)));
    }

    // A room that nobody is in starts for the order, and ends behind it.
    private void OnOrder(RoomsCommand.Order order)
    {
        if (!_rooms.TryFind(order.Room, out var room))
        {
            order.Giver.ReplyTo?.Tell(new ChatEvent.Rejected(RejectReason.RoomUnknown, order.Room.Value));
            return;
        }

        Pass(room, new LocalRoomCommand.OrderFromConsole(order.Giver, order.What));
    }

    private void OnForgetAccount(RoomsCommand.ForgetAccount forget)
    {
        foreach (var room in _rooms.WithOffice(forget.Account).ToList())
            Pass(room, new LocalRoomCommand.ForgetAccount(forget.Account, forget.Nickname));
    }

    // Starts a room anew only when both actors are gone: their names must be free.
    private void Pass(KnownRoom room, LocalRoomCommand command)
    {
        if (room.IsEnding)
        {
            room.Held.Add(command);
            return;
        }

        if (!room.IsOpen)
            Start(room);
        room.Joins++;
        room.LocalRoom.Tell(command);
    }

    private void OnLeave(RoomsCommand.Leave leave)
    {
        if (_rooms.TryFind(leave.Room, out var room) && room is { IsOpen: true, IsEnding: false })
        {
            room.LocalRoom.Tell(leave.Command);
            return;
        }

        room?.Held.RemoveAll(held => held is LocalRoomCommand.Join join && join.Session == leave.Command.Session);
        leave.Command.Connection.Tell(new SessionEvent.Left(leave.Room));
    }

    private void OnList(RoomsCommand.List list)
    {
        if (!_rooms.KnowsStored)
            _context.Persistence.Tell(new PersistenceCommand.ReadRooms(_context.MaxRooms, Self));
        list.Connection.Tell(new SessionEvent.Answered(list.Command, _rooms.Page(list.Page, _context.Rules.ListPage)));
    }

    // Tells the rooms that were open before: those that open later are told at their start.
    private void OnRoomsRead(PersistenceEvent.RoomsRead read)
    {
        if (_rooms.KnowsStored)
            return;
        Timers.Cancel(nameof(ReadAgain));
        _rooms.AddStored(read.Rooms);
        foreach (var room in _rooms.Open)
            TellKept(room);
    }

    private static void TellKept(KnownRoom room)
    {
        room.Room.Tell(new RoomCommand.SetTopic(room.Topic));
        if (room.Moderation.IsKept)
            room.Room.Tell(new RoomCommand.SetModeration(room.Moderation.ToStored(room.Name)));
    }

    private void Update(RoomName name, Action<KnownRoom> change)
    {
        if (_rooms.TryFind(name, out var room))
            change(room);
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

    private void OnEnded(IActorRef actor)
    {
        if (!_rooms.TryClose(actor, out var room))
            return;
        foreach (var command in room.Held)
            Pass(room, command);
        room.Held.Clear();
        _rooms.RemoveUnlessNeeded(room);
    }

    private void OnClose(LocalRoomCommand.Close close)
    {
        _closing = close;
        foreach (var room in _rooms.Open)
            room.LocalRoom.Tell(close);
    }

    private void Start(KnownRoom room)
    {
        var (actor, localRoom) = RoomPlacement.Start(Context, _context.Room(room.Name), started => _context.LocalRoom(room.Name, started));
        Context.Watch(actor);
        Context.Watch(localRoom);
        _rooms.OnStarted(room, actor, localRoom);
        if (room.IsKept)
            TellKept(room);
        if (_closing is { } close)
            localRoom.Tell(close);
    }

    private sealed record ReadAgain : INoSerializationVerificationNeeded;
}

/// <summary>The dependencies of <see cref="RoomsActor"/>.</summary>
/// <param name="Rules">The settings of rooms.</param>
/// <param name="MaxRooms">The greatest number of rooms at the same time.</param>
/// <param name="Persistence">Keeps rooms while nobody is in them.</param>
/// <param name="Room">Makes the dependencies of a room.</param>
/// <param name="LocalRoom">Makes those of its local room.</param>
/// <param name="Names">Follows the names of the rooms.</param>
/// <param name="Supervision">Decides how a failed room goes on.</param>
/// <param name="Texts">The language of the log.</param>
internal sealed record RoomsContext(
    RoomRules Rules,
    int MaxRooms,
    IActorRef Persistence,
    Func<RoomName, RoomContext> Room,
    Func<RoomName, IActorRef, LocalRoomContext> LocalRoom,
    RoomNames Names,
    SupervisorStrategy Supervision,
    Texts Texts);
