using ActorChat.Server.Chat.Moderation;
using ActorChat.Server.Storage;
using ActorChat.Server.Storage.Moderation;
using Akka.Actor;

namespace ActorChat.Server.Chat.Rooms;

/// <summary>
/// Holds the members of a room on all nodes, and orders its messages. A message is stored first, and published once per node when it is
/// committed. Knows no bytes and no sockets.
/// </summary>
/// <remarks>After a failure it restarts from the store and from the local rooms, which attach again with their members.</remarks>
internal sealed class RoomActor : ActorBase, ILogReceive
{
    private readonly RoomContext _context;
    private readonly RoomMembers _members = new();
    private readonly HashSet<IActorRef> _localRooms = [];
    private readonly Queue<object> _early = [];
    private readonly State _state;
    private readonly RoomGuard _guard;
    private readonly RoomWriter _writer;
    private int _actsInFlight;

    public RoomActor(RoomContext context, State state)
    {
        (_context, _state) = (context, state);
        _guard = new RoomGuard(context, () => state.Moderation);
        _writer = new RoomWriter(context, Self, state.Backlog, Publish);
    }

    private bool IsLobby => _context.Room == RoomName.General;

    /// <summary>Keeps the state outside the instance: only the storage's reply tells whether a batch is in the table.</summary>
    public static Props PropsFor(RoomContext context) => Props.Create<RoomActor>(context, new State());

    protected override void PreStart() => _writer.Resume();

    // Answers at once where an answer is awaited. Passes parts and storage replies on to the next instance.
    protected override void PreRestart(Exception reason, object? message)
    {
        foreach (var command in _early.Append(message))
        {
            if (command is RoomCommand.IAnswered answered)
                Reject(answered, RejectReason.Failed);
            else if (command is RoomCommand.PostBatch batch)
                _writer.TakeBack(batch);
            else if (command is RoomCommand.Order order)
                Answer(order.Giver, order.Member, new ChatEvent.Rejected(RejectReason.Failed));
        }

        foreach (var command in _early.Where(command => command is RoomCommand.Part or PersistenceEvent))
            Self.Tell(command);

        // It failed over what waits.
        if (message is PersistenceEvent.Prepared)
            _writer.RejectWaiting(RejectReason.Failed);

        Publish(new RoomEvent.Detached());
        PostStop();
    }

    protected override void PostStop() => _writer.Stop();

    protected override bool Receive(object message)
    {
        // Defers everything until a local room attaches: nobody would receive the events.
        if (_localRooms.Count == 0 && message is not (RoomCommand.Attach or RoomWriter.Overdue))
        {
            _early.Enqueue(message);
            return true;
        }

        var isKnown = TryReceive(message);
        TellIfUnused();
        return isKnown;
    }

    /// <summary>Tells the author of a command that it was not carried out.</summary>
    internal static void Reject(RoomCommand.IAnswered command, RejectReason reason) =>
        command.Member.LocalRoom.Tell(new RoomEvent.Rejected(command.Member.Session, command.Command, reason));

    private bool TryReceive(object message)
    {
        switch (message)
        {
            case RoomCommand.PostBatch batch:
                OnPostBatch(batch);
                return true;
            case PersistenceEvent.Stored stored:
                _writer.OnStored(stored.Request);
                return true;
            case RoomCommand command:
                OnCommand(command);
                return true;
            case PersistenceEvent.Prepared:
                _writer.OnPrepared();
                return true;
            case PersistenceEvent.NotStored refused:
                _writer.OnNotStored(refused);
                return true;
            case PersistenceEvent.LastRead read:
                _writer.OnPosition(read);
                return true;
            case RoomWriter.Overdue:
                _writer.OnOverdue();
                return true;
            case PersistenceEvent.RoomSaved saved:
                OnTopicSaved(saved);
                return true;
            case PersistenceEvent.ActSaved saved:
                OnActSaved(saved);
                return true;
            case Terminated ended:
                OnLocalRoomLost(ended.ActorRef);
                return true;
            case PersistenceEvent.NotRead unknown:
                _writer.OnPositionUnknown(unknown.Request);
                return true;
            default:
                return false;
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
                Remove(part.Session, part.Kind);
                break;
            case RoomCommand.Update update:
                _members.Update(update.Member);
                break;
            case RoomCommand.List list:
                Answer(list, _members.Page(list.Page, _context.Rules.ListPage) with { Room = IsLobby ? "" : _context.Room.Value });
                break;
            case RoomCommand.Topic { Text: null } topic:
                Answer(topic, new ChatEvent.RoomTopic(_context.Room.Value, _state.Topic));
                break;
            case RoomCommand.Topic topic when !_guard.MaySetTopic(topic.Member):
                Answer(topic, new ChatEvent.Rejected(RejectReason.TopicNotPermitted));
                break;
            case RoomCommand.Topic topic:
                _context.Persistence.Tell(new PersistenceCommand.SaveRoom(ToStore(topic), topic.Member.Session.Value, topic.Command, Self));
                break;
            case RoomCommand.FindPosition find:
                _writer.FindPosition(find.LocalRoom);
                break;
            case RoomCommand.SetTopic set:
                _state.Topic = set.Text;
                break;
            case RoomCommand.SetModeration set:
                _state.Moderation = RoomModeration.From(set.Kept);
                ExpelBanned();
                break;
            case RoomCommand.Own own when _state.Moderation.Owner.Length == 0:
                Save(_guard.ActOf(ModerationKind.Own, own.Nickname) with { Subject = own.Nickname, Key = own.Account }, ModerationSource.Nobody);
                break;
            case RoomCommand.Own:
                break;
            case RoomCommand.Order order:
                OnOrder(order);
                break;
            case RoomCommand.ForgetAccount forget:
                OnForgetAccount(forget);
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
            Remove(member.Session, PartKind.Disconnected);
    }

    private void OnJoin(RoomCommand.Join join)
    {
        // Removes the former holder: it has released the nickname and is about to leave.
        if (_members.TryFind(join.Member.Nickname, out var former) && former != join.Member.Session)
            Remove(former, PartKind.Disconnected);
        if (_guard.FindObstacle(join.Member) is { } obstacle)
        {
            join.Member.LocalRoom.Tell(new RoomEvent.Rejected(join.Member.Session, join.Command, RejectReason.OrderNotPermitted, obstacle));
            return;
        }

        _members.TryAdd(join.Member);
        Publish(new RoomEvent.MemberJoined(join.Member, join.Command, _members.Count, join.IsLogin, _state.Topic));
    }

    private void Remove(SessionId session, PartKind kind)
    {
        if (_members.TryRemove(session, out var member))
        {
            _guard.Forget(member.Nickname);
            Publish(new RoomEvent.MemberParted(member, _members.Count, kind));
        }
    }

    private void OnOrder(RoomCommand.Order order)
    {
        if (order.Member is null)
            _state.Orders++;
        var decision = _guard.Decide(order, FindPresence);
        if (decision is ModerationDecision.Do carry)
            Save(carry.Act, order.Giver);
        else
            Answer(order.Giver, order.Member, _guard.AnswerTo(decision));
    }

    // Whoever registers the name next must not have the office of the one before.
    private void OnForgetAccount(RoomCommand.ForgetAccount forget)
    {
        _state.Orders++;
        if (_state.Moderation.Owner == forget.Account)
            Save(_guard.ActOf(ModerationKind.Own, forget.Nickname), ModerationSource.Nobody);
        if (_state.Moderation.Operators.Contains(forget.Account))
        {
            Save(
                _guard.ActOf(ModerationKind.RemoveOperator, forget.Nickname) with { Subject = forget.Nickname, Key = forget.Account },
                ModerationSource.Nobody);
        }
    }

    private Presence FindPresence(Nickname nickname) =>
        !_members.TryFind(nickname, out var session) || !_members.TryFind(session, out var member) ? Presence.Absent
        : member.Account is null ? Presence.Present
        : Presence.Identified;

    private void Save(ModerationAct act, ModerationSource giver)
    {
        _actsInFlight++;
        _context.Persistence.Tell(new PersistenceCommand.SaveAct(act, _context.Room.Value, giver, Self));
    }

    private void OnActSaved(PersistenceEvent.ActSaved saved)
    {
        _actsInFlight = Math.Max(0, _actsInFlight - 1);
        if (!saved.IsDurable)
        {
            var giver = _members.TryFind(new SessionId(saved.Giver.Session), out var member) ? member : null;
            Answer(saved.Giver, giver, new ChatEvent.Rejected(RejectReason.OrderNotStored));
            return;
        }

        _state.Moderation = _state.Moderation.After(saved.Act);
        Publish(new RoomEvent.Moderated(saved.Giver, saved.Act));
        saved.Giver.ReplyTo?.Tell(ModerationEvents.Of(saved.Act));
        if (saved.Act.Kind == ModerationKind.Ban)
            ExpelBanned();
        else if (saved.Act.Kind == ModerationKind.Kick)
            Expel(saved.Act.Subject);
    }

    // Who has left meanwhile is out already.
    private void Expel(string subject)
    {
        if (Nickname.TryParse(subject, out var nickname) && _members.TryFind(nickname, out var session))
            Remove(session, PartKind.Expelled);
    }

    private void ExpelBanned()
    {
        foreach (var member in _members.All.Where(member => _guard.FindBan(member) is not null).ToList())
            Remove(member.Session, PartKind.Expelled);
    }

    private static void Answer(ModerationSource giver, RoomMember? member, ChatEvent answer)
    {
        member?.LocalRoom.Tell(new RoomEvent.Answered(member.Session, giver.Command, answer));
        giver.ReplyTo?.Tell(answer);
    }

    private StoredRoom ToStore(RoomCommand.Topic topic) => new(
        _context.Room.Casefolded,
        _context.Room.Value,
        topic.Text ?? "",
        topic.Member.Nickname.Value,
        _context.Clock.GetUtcNow().ToUnixTimeMilliseconds());

    // The topic holds for all, also where its author has left meanwhile.
    private void OnTopicSaved(PersistenceEvent.RoomSaved saved)
    {
        var session = new SessionId(saved.Session);
        if (saved.IsDurable)
            Publish(new RoomEvent.TopicChanged(session, saved.Command, saved.Room.TopicAuthor, _state.Topic = saved.Room.Topic));
        else if (_members.TryFind(session, out var author))
            author.LocalRoom.Tell(new RoomEvent.Rejected(session, saved.Command, RejectReason.NotStored));
    }

    internal static void Answer(RoomCommand.IAnswered question, ChatEvent answer) =>
        question.Member.LocalRoom.Tell(new RoomEvent.Answered(question.Member.Session, question.Command, answer));

    // May end only when nothing is on its way to the table: the next instance could give a number twice.
    private void TellIfUnused()
    {
        if (_members.Count == 0 && _writer.IsIdle && _actsInFlight == 0)
            Publish(new RoomEvent.Unused(_state.Orders));
    }

    private void OnPostBatch(RoomCommand.PostBatch batch)
    {
        _state.Orders += batch.Messages.Count(static post => post.IsFromOutside);
        foreach (var post in batch.Messages)
            Add(post);
        _writer.Store();
    }

    private void Add(RoomCommand.Post post)
    {
        // A stranger was put out while it was on the way.
        if (!_members.TryFind(post.Member.Session, out var author) && !post.IsFromOutside)
            Reject(post, RejectReason.NotInRoom, _context.Room.Value);
        else if (author is null && _guard.FindObstacle(post.Member) is { } obstacle)
            Answer(post, obstacle);
        else if (post.OtherRoom is { } other && !IsMember(other))
            Reject(post, RejectReason.RoomNotEntered, other);
        else if (_writer.IsStuck)
            Reject(post, RejectReason.NotStored);
        else if (_state.Moderation.LimitsPosts && _guard.FindLimit(author ?? post.Member) is { } limit)
            Answer(post, limit);
        else
            _writer.Add(post);
    }

    private static void Reject(RoomCommand.Post post, RejectReason reason, string room) =>
        post.Member.LocalRoom.Tell(new RoomEvent.Rejected(post.Member.Session, post.Command, reason, new ChatEvent.Rejected(reason, room)));

    private bool IsMember(string name) => Nickname.TryParse(name, out var nickname) && _members.TryFind(nickname, out _);

    private void Publish(RoomEvent happened)
    {
        foreach (var localRoom in _localRooms)
            localRoom.Tell(happened);
    }

    /// <summary>What outlives a failure.</summary>
    internal sealed class State
    {
        public RoomLog.Backlog Backlog { get; } = new();

        /// <summary>The room's topic; empty for none.</summary>
        public string Topic { get; set; } = "";

        public RoomModeration Moderation { get; set; } = RoomModeration.None;

        /// <summary>The number of orders and messages without a member so far.</summary>
        public long Orders { get; set; }
    }
}

/// <summary>The dependencies of <see cref="RoomActor"/>.</summary>
internal sealed record RoomContext(RoomName Room, RoomRules Rules, IActorRef Persistence, TimeProvider Clock);
