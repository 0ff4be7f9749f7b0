using ActorChat.Server.Storage;
using ActorChat.Server.Transport;
using Akka.Actor;
using Akka.Event;

namespace ActorChat.Server.Chat.Rooms;

/// <summary>
/// A room, wherever it lives: its members on all nodes, and the one order of its messages. A message is stored first, and published once per
/// node when it is committed. Knows no bytes and no sockets.
/// </summary>
/// <remarks>A room that fails is made anew: from the store, and from the local rooms, which attach with their members again.</remarks>
internal sealed class RoomActor : ActorBase, ILogReceive
{
    private readonly RoomContext _context;
    private readonly RoomLog _log;
    private readonly RoomMembers _members = new();
    private readonly HashSet<IActorRef> _localRooms = [];
    private readonly Queue<object> _early = [];
    private ActorTimer _overdue;
    private long _overdueRequest;

    public RoomActor(RoomContext context, RoomLog.StoredBatch stored)
    {
        _context = context;
        _log = new RoomLog(context.Room.Value, stored);
    }

    /// <summary>The batch that is with the storage outlives a failure: only the storage's answer tells whether it is in the table.</summary>
    public static Props PropsFor(RoomContext context) => Props.Create<RoomActor>(context, new RoomLog.StoredBatch());

    protected override void PreStart()
    {
        if (_log.InFlight is null)
            ReadPosition();
        else
            AwaitStorage();
    }

    // Whoever waits for an answer must not wait until the time limit. What needs none, or comes from the storage, is for the next instance.
    protected override void PreRestart(Exception reason, object? message)
    {
        foreach (var command in _early.Append(message).Concat(_log.TakeWaiting()))
        {
            if (command is RoomCommand.IAnswered answered)
                Reject(answered, RejectReason.Failed);
            else if (command is RoomCommand.Part or PersistenceEvent)
                Self.Tell(command);
        }

        Publish(new RoomEvent.Detached());
        PostStop();
    }

    protected override void PostStop() => _overdue.Off();

    protected override bool Receive(object message)
    {
        // Before a local room is there, nobody would hear of it.
        if (_localRooms.Count == 0 && message is not (RoomCommand.Attach or StorageOverdue))
            _early.Enqueue(message);
        else
            return TryReceive(message);
        return true;
    }

    private static void Reject(RoomCommand.IAnswered command, RejectReason reason) =>
        command.Member.LocalRoom.Tell(new RoomEvent.Rejected(command.Member.Session, command.Command, reason));

    private bool TryReceive(object message)
    {
        switch (message)
        {
            case RoomCommand.Post post:
                OnPost(post);
                return true;
            case PersistenceEvent.Stored stored:
                OnStored(stored.Request);
                return true;
            case RoomCommand command:
                OnCommand(command);
                return true;
            case PersistenceEvent.NotStored refused:
                OnNotStored(refused);
                return true;
            case PersistenceEvent.LastRead read:
                OnPosition(read.Position);
                return true;
            case StorageOverdue:
                OnStorageOverdue();
                return true;
            case Terminated ended:
                OnLocalRoomLost(ended.ActorRef);
                return true;
            default:
                return message is PersistenceEvent.NotRead;
        }
    }

    private void OnCommand(RoomCommand command)
    {
        switch (command)
        {
            case RoomCommand.Attach attach:
                OnAttach(attach);
                break;
            case RoomCommand.Join join:
                OnJoin(join);
                break;
            case RoomCommand.Part part:
                Remove(part.Session, part.Announce);
                break;
            case RoomCommand.List list:
                list.Member.LocalRoom.Tell(
                    new RoomEvent.MembersListed(list.Member.Session, list.Command, _members.Page(list.Page, _context.Rules.ListPage)));
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(command));
        }
    }

    private void OnAttach(RoomCommand.Attach attach)
    {
        if (_localRooms.Add(attach.LocalRoom))
            Context.Watch(attach.LocalRoom);
        foreach (var member in attach.Members)
            _members.TryAdd(member);
        for (; _early.TryPeek(out var command); _early.Dequeue())
            TryReceive(command);
    }

    private void OnLocalRoomLost(IActorRef localRoom)
    {
        _localRooms.Remove(localRoom);
        foreach (var member in _members.All.Where(member => member.LocalRoom.Equals(localRoom)).ToList())
            Remove(member.Session, announce: true);
    }

    private void OnJoin(RoomCommand.Join join)
    {
        // The nickname is the newcomer's now: who had it has given it back, and is about to leave.
        if (_members.TryFind(join.Member.Nickname, out var former) && former != join.Member.Session)
            Remove(former, announce: true);
        _members.TryAdd(join.Member);
        Publish(new RoomEvent.MemberJoined(join.Member, join.Command, _members.Count));
    }

    private void Remove(SessionId session, bool announce)
    {
        if (_members.TryRemove(session, out var member))
            Publish(new RoomEvent.MemberParted(member, _members.Count, announce));
    }

    private void OnPost(RoomCommand.Post post)
    {
        if (!_members.TryFind(post.Member.Session, out _))
        {
            Reject(post, RejectReason.Failed);
            return;
        }

        _log.Add(post);
        StoreNext();
    }

    private void StoreNext()
    {
        if (_log.TryBegin(_context.Clock.GetLocalNow()) is not { } batch)
            return;
        _context.Persistence.Tell(new PersistenceCommand.Store(_log.RowsOf(batch), Self, batch.Request));
        AwaitStorage();
    }

    // The next batch goes off first: the disk works while this one is delivered.
    private void OnStored(long request)
    {
        if (_log.Commit(request) is not { } batch)
            return;
        StoreNext();
        Publish(new RoomEvent.MessagesPosted(batch.Events()));
    }

    private void OnNotStored(PersistenceEvent.NotStored refused)
    {
        if (_log.Refuse(refused.Request) is not { } batch)
            return;
        if (refused.Reason == NotStoredReason.NumberTaken)
            _log.PutBack(batch);
        else
            RejectAll(batch);
        if (refused.Reason == NotStoredReason.Refused && _log.Position is not null)
            StoreNext();
        else
            ReadPosition();
    }

    private void OnPosition(RoomPosition position)
    {
        // An answer to an earlier question.
        if (_log.Position is not null)
            return;
        if (_log.InFlight is { } batch)
            OnResultKnown(batch, isStored: position.Number >= batch.End.Number);
        _log.Position = position;
        StoreNext();
    }

    // The storage reads behind all that it was to store: the batch is in the table by now, or never will be.
    private void OnResultKnown(PostBatch batch, bool isStored)
    {
        _log.Refuse(batch.Request);
        if (isStored)
            Publish(new RoomEvent.MessagesPosted(batch.Events()));
        else
            RejectAll(batch);
    }

    private static void RejectAll(PostBatch batch)
    {
        foreach (var post in batch.Posts)
            Reject(post, RejectReason.NotStored);
    }

    private void ReadPosition()
    {
        _log.Position = null;
        _context.Persistence.Tell(new PersistenceCommand.ReadLast(_context.Room.Value, Self));
        AwaitStorage();
    }

    // The timer may find that everything was answered meanwhile: to turn it off with each answer would cost more.
    private void AwaitStorage()
    {
        if (!_overdue.IsOn)
            _overdue.Set(_context.Clock.Now() + _context.Rules.AnswerTimeout, _context.Clock, Self, StorageOverdue.Instance);
    }

    private void OnStorageOverdue()
    {
        _overdue.Off();
        if (_log.InFlight is { } batch && batch.Request != _overdueRequest)
        {
            _overdueRequest = batch.Request;
            AwaitStorage();
        }
        else if (_log.InFlight is not null || _log.Position is null)
        {
            ReadPosition();
        }
    }

    private void Publish(RoomEvent happened)
    {
        foreach (var localRoom in _localRooms)
            localRoom.Tell(happened);
    }

    private sealed class StorageOverdue : INoSerializationVerificationNeeded, IDeadLetterSuppression
    {
        public static readonly StorageOverdue Instance = new();
    }
}

/// <summary>What a room is given.</summary>
/// <param name="Room">Its name.</param>
/// <param name="Rules">The settings.</param>
/// <param name="Persistence">Stores its messages.</param>
/// <param name="Clock">The clock.</param>
internal sealed record RoomContext(RoomName Room, RoomRules Rules, IActorRef Persistence, TimeProvider Clock);
