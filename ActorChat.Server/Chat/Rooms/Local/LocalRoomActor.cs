using ActorChat.Server.Chat.Nicknames;
using ActorChat.Server.Chat.Moderation;
using ActorChat.Server.Storage.History;
using ActorChat.Server.Storage.Moderation;
using ActorChat.Server.Transport;
using Akka.Actor;

namespace ActorChat.Server.Chat.Rooms.Local;

/// <summary>
/// Serves the members of one room on this node. Forwards their commands, renders room events once per audience, and writes them to the sockets
/// itself: a detour through the connections would cost two more messages per delivery.
/// </summary>
/// <remarks>After a failure it restarts from the member table, which outlives the instance.</remarks>
internal sealed class LocalRoomActor : ActorBase, ILogReceive
{
    private readonly LocalRoomContext _context;
    private readonly State _state;
    private readonly PresenceNotices _notices;
    private readonly ShutdownBarrier _barrier;
    private readonly FanOut _fanOut;
    private readonly Replays _replays;
    private ActorTimer _noticeInterval;
    private ActorTimer _barrierTimeout;
    private LocalRoomCommand.Close? _closing;

    public LocalRoomActor(LocalRoomContext context, State state)
    {
        (_context, _state) = (context, state);
        _notices = new PresenceNotices(context.Rules.CoalesceNoticesAbove, isLobby: context.Name == RoomName.General);
        _fanOut = new FanOut(context.Name.Value, Members, context.Dialects, new ReaderChecks(context.Rules.ReaderCheckInterval, context.Clock, Self));
        _barrier = new ShutdownBarrier(context.Name);
        _replays = new Replays(context, Self, state.Replays, LetIn);
        foreach (var member in Members.Values)
            Resume(member);
        _replays.Resume();
    }

    private Dictionary<SessionId, LocalMember> Members => _state.Members;

    private int Count => Members.Count;

    /// <summary>Keeps the state outside the instance, so that it survives a restart. It changes in single steps only.</summary>
    public static Props PropsFor(LocalRoomContext context) => Props.Create<LocalRoomActor>(context, new State());

    protected override void PreStart()
    {
        Attach();
        Self.Tell(Flush.Instance);
    }

    protected override void PreRestart(Exception reason, object? message)
    {
        if (message is LocalRoomCommand.Join join)
            Forget(join.Session, join.Connection, new SessionEvent.Rejected(join.Command, RejectReason.Failed));
        else if (message is LocalRoomCommand.Leave leave)
            Forget(leave.Session, leave.Connection, new SessionEvent.Left(_context.Name));
        else if (message is LocalRoomCommand.IQuestion question)
            Tell(question.Session, new SessionEvent.Rejected(question.Command, RejectReason.Failed));
        if (_closing is { } close)
            Self.Tell(close);
        PostStop();
    }

    protected override void PostStop()
    {
        _noticeInterval.Off();
        _barrierTimeout.Off();
        _fanOut.Stop();
        _replays.Stop();
    }

    protected override bool Receive(object message)
    {
        switch (message)
        {
            case LocalRoomCommand.Post post:
                OnPost(post);
                return true;
            case RoomEvent.MessagesPosted posted:
                OnMessagesPosted(posted.Messages);
                return true;
            case LocalRoomCommand command:
                OnCommand(command);
                return true;
            case RoomEvent happened:
                OnRoomEvent(happened);
                return true;
            case Flush:
                PassOn();
                return true;
            case MemberLost lost:
                OnMemberLost(lost.Session);
                return true;
            case NoticeIntervalOver:
                OnNoticeIntervalOver();
                return true;
            case BarrierOver:
                OnBarrierOver();
                return true;
            case HistoryEvent answer:
                _replays.On(answer);
                return true;
            case Replays.TimeoutOver:
                _replays.OnTimeout();
                return true;
            case ReaderChecks.Due:
                _fanOut.CheckReaders();
                return true;
            default:
                return false;
        }
    }

    private void OnCommand(LocalRoomCommand command)
    {
        switch (command)
        {
            case LocalRoomCommand.Join join:
                OnJoin(join);
                break;
            case LocalRoomCommand.Leave leave:
                OnLeave(leave);
                break;
            case LocalRoomCommand.List list when Members.TryGetValue(list.Session, out var asker):
                _context.Room.Tell(new RoomCommand.List(asker.Member, list.Command, list.Page));
                break;
            case LocalRoomCommand.Topic topic when Members.TryGetValue(topic.Session, out var author):
                _context.Room.Tell(new RoomCommand.Topic(author.Member, topic.Command, topic.Text));
                break;
            case LocalRoomCommand.Order order when Members.TryGetValue(order.Session, out var giver):
                _context.Room.Tell(new RoomCommand.Order(new ModerationSource(order.Session.Value, order.Command), giver.Member, order.What));
                break;
            case LocalRoomCommand.OrderFromConsole order:
                TellOrder(new RoomCommand.Order(order.Giver, Member: null, order.What));
                break;
            case LocalRoomCommand.ForgetAccount forget:
                TellOrder(new RoomCommand.ForgetAccount(forget.Account, forget.Nickname));
                break;
            case LocalRoomCommand.Focus focus when Members.TryGetValue(focus.Session, out var member):
                if (member.State == MemberState.Expelled)
                    member.Connection.Tell(new SessionEvent.Accepted(focus.Command, focus.Command));
                else
                    OnFocus(member, focus);
                break;
            case LocalRoomCommand.Identify identify when Members.TryGetValue(identify.Session, out var member):
                member.Member = member.Member with { Account = identify.Account };
                _context.Room.Tell(new RoomCommand.Update(member.Member));
                break;
            case LocalRoomCommand.Finish finish when Members.TryGetValue(finish.Session, out var member):
                Finish(member);
                _barrier.ReleaseIfComplete(Count);
                break;
            case LocalRoomCommand.Close close:
                _closing = close;
                _barrierTimeout.Set(_context.Clock.Now() + close.Timeout, _context.Clock, Self, BarrierOver.Instance);
                break;
            default:
                break;
        }
    }

    private void OnRoomEvent(RoomEvent happened)
    {
        switch (happened)
        {
            case RoomEvent.MemberJoined joined:
                OnMemberJoined(joined);
                break;
            case RoomEvent.MemberParted parted:
                OnMemberParted(parted);
                break;
            case RoomEvent.Answered answered:
                OnAnswered(answered);
                break;
            case RoomEvent.PositionFound found:
                _replays.OnPosition(found.Next);
                break;
            case RoomEvent.TopicChanged changed:
                OnTopicChanged(changed);
                break;
            case RoomEvent.Moderated taken:
                OnModerated(taken);
                break;
            case RoomEvent.Unused unused:
                if (Count == 0 && unused.Orders == _state.Orders)
                    Context.Parent.Tell(new RoomsCommand.Unused(_context.Name, _state.Joins));
                break;
            case RoomEvent.Rejected rejected:
                OnRejected(rejected);
                break;
            default:
                Attach();
                break;
        }
    }

    private void OnJoin(LocalRoomCommand.Join join)
    {
        _state.Joins++;
        if (Members.TryGetValue(join.Session, out var former))
            Remove(former);
        var member = new LocalMember(join, Self);
        _fanOut.Add(member);
        Members[join.Session] = member;
        Context.WatchWith(join.Connection, new MemberLost(join.Session));
        _context.Room.Tell(new RoomCommand.Join(member.Member, join.Command, join.IsLogin));
    }

    private void OnMemberJoined(RoomEvent.MemberJoined joined)
    {
        CountMembers(joined.Count);
        var who = joined.Member;
        var newcomer = Members.GetValueOrDefault(who.Session);
        Announce(_notices.OnJoined(who.Nickname, joined.Count, joined.IsLogin), except: newcomer);
        if (newcomer is not { State: MemberState.Joining } || newcomer.JoinCommand != joined.Command)
            return;
        newcomer.Welcome = joined.IsLogin
            ? new ChatEvent.Welcome(who.Nickname.Value, joined.Count)
            : new ChatEvent.RoomEntered(_context.Name.Value, joined.Count, joined.Topic);
        if (newcomer.Replay > 0)
            _replays.Begin(newcomer);
        else
            LetIn(newcomer, []);
    }

    private void LetIn(LocalMember newcomer, ChatEvent.MessagePosted[] before)
    {
        newcomer.State = MemberState.In;
        var replay = before.Length == 0 ? null : new ChatEvent.Replay(before[^Math.Min(newcomer.Replay, before.Length)..]);
        _fanOut.Write(newcomer, newcomer.Welcome!, replay);
        newcomer.Release();
        newcomer.Connection.Tell(new SessionEvent.Joined(newcomer.JoinCommand, _context.Name, Self));
    }

    private void OnMessagesPosted(IReadOnlyList<ChatEvent.MessagePosted> messages)
    {
        _replays.OnPosition(messages[0].Number);
        _fanOut.Deliver(messages);
        _replays.OnDelivered(messages[^1].Number + 1);
    }

    private void OnLeave(LocalRoomCommand.Leave leave)
    {
        if (Members.TryGetValue(leave.Session, out var member))
            _context.Room.Tell(new RoomCommand.Part(leave.Session, leave.Kind));
        if (member is { State: not (MemberState.Joining or MemberState.Replaying or MemberState.Leaving or MemberState.Expelled) })
        {
            member.State = MemberState.Leaving;
            return;
        }

        // Nothing was written to it yet, or it asks again because the room's answer is lost.
        if (member is not null)
            Forget(member);
        leave.Connection.Tell(new SessionEvent.Left(_context.Name));
    }

    // Frees the nickname before anybody reads that its user has left.
    private void OnMemberLost(SessionId session)
    {
        if (!Members.TryGetValue(session, out var member))
            return;
        _context.Nicknames.Tell(new NicknameCommand.Release(session));
        _context.Room.Tell(new RoomCommand.Part(session, PartKind.Disconnected));

        // The room may have let it go before, or never have had it: then it does not answer.
        if (member.State is MemberState.Joining or MemberState.Leaving or MemberState.Expelled)
            Forget(member);
        else
            Finish(member);
        _replays.Remove(member);
        member.State = MemberState.Lost;
        _barrier.ReleaseIfComplete(Count);
    }

    private void Finish(LocalMember member)
    {
        member.HasFinished = true;
        _barrier.Add(member.Connection);
    }

    // Who was released before and is still here has not heard of it.
    private void OnBarrierOver()
    {
        foreach (var member in Members.Values.Where(member => member.HasFinished))
            _barrier.Add(member.Connection);
        _barrier.OnTimeout();
        _barrier.ReleaseIfComplete(Count);
    }

    private void OnMemberParted(RoomEvent.MemberParted parted)
    {
        CountMembers(parted.Count);
        var who = parted.Member;

        // One who is joining has left before, and comes again.
        var member = Members.TryGetValue(who.Session, out var found) && found.State != MemberState.Joining ? found : null;
        if (member is { State: MemberState.In } && parted.Kind == PartKind.Expelled)
            SetAside(member);
        else if (member is not null)
            Forget(member);
        if (parted.Kind is PartKind.Unannounced or PartKind.Expelled)
            _notices.Withdraw(who.Nickname);
        else
            Announce(_notices.OnParted(who.Nickname, parted.Count, parted.Kind == PartKind.Disconnected), except: member);
        member?.Connection.Tell(new SessionEvent.Left(_context.Name));
        _barrier.ReleaseIfComplete(Count);
    }

    private void OnRejected(RoomEvent.Rejected rejected)
    {
        Tell(rejected.Session, new SessionEvent.Rejected(rejected.Command, rejected.Reason, rejected.Answer));
        if (Members.TryGetValue(rejected.Session, out var member) && member.State == MemberState.Joining)
            Forget(member);
    }

    private void OnPost(LocalRoomCommand.Post post)
    {
        if (!Members.TryGetValue(post.Session, out var author))
            return;
        _state.Gathered.Add(new RoomCommand.Post(author.Member, post.Command, post.Text, author.Member.Address));
        if (_state.Gathered.Count == 1)
            Self.Tell(Flush.Instance);
    }

    // Comes behind all that waited when the first was taken: the more go together, the fewer writes are needed to deliver them.
    private void PassOn()
    {
        if (_state.Gathered.Count == 0)
            return;
        _context.Room.Tell(new RoomCommand.PostBatch([.. _state.Gathered]));
        _state.Gathered.Clear();
    }

    private void OnAnswered(RoomEvent.Answered answered)
    {
        if (!Members.TryGetValue(answered.Session, out var asker))
            return;
        _fanOut.Write(asker, answered.Answer);
        asker.Connection.Tell(new SessionEvent.Accepted(answered.Command, answered.Command));
    }

    private void OnTopicChanged(RoomEvent.TopicChanged changed)
    {
        _fanOut.WriteToAll(new ChatEvent.TopicChanged(changed.Author, changed.Text), except: null);
        Context.Parent.Tell(new RoomsCommand.NoteTopic(_context.Name, changed.Text));
        Tell(changed.Session, new SessionEvent.Accepted(changed.Command, changed.Command));
    }

    // Counts as a join: the room must not end before it.
    private void TellOrder(RoomCommand order)
    {
        _state.Joins++;
        _state.Orders++;
        _context.Room.Tell(order);
    }

    private void OnModerated(RoomEvent.Moderated taken)
    {
        Context.Parent.Tell(new RoomsCommand.NoteAct(_context.Name, taken.Act));
        _fanOut.WriteToAll(ModerationEvents.Of(taken.Act), except: null);
        Tell(new SessionId(taken.Giver.Session), new SessionEvent.Accepted(taken.Giver.Command, taken.Giver.Command));
    }

    private void OnFocus(LocalMember member, LocalRoomCommand.Focus focus)
    {
        _fanOut.Remove(member);
        member.IsFocused = focus.IsCurrent;
        _fanOut.Add(member);
        if (focus.Answer is { } answer)
            _fanOut.Write(member, answer);
        member.Connection.Tell(new SessionEvent.Accepted(focus.Command, focus.Command));
    }

    // Comes before the answer, so that who asks for the list next finds it true.
    private void CountMembers(int members) => Context.Parent.Tell(new RoomsCommand.CountMembers(_context.Name, members));

    private void Announce(IReadOnlyList<ChatEvent> notices, LocalMember? except)
    {
        foreach (var notice in notices)
            _fanOut.WriteToAll(notice, except);

        if (_notices.IsCoalescing && !_noticeInterval.IsOn)
            _noticeInterval.Set(_context.Clock.Now() + _context.Rules.NoticeInterval, _context.Clock, Self, NoticeIntervalOver.Instance);
    }

    private void OnNoticeIntervalOver()
    {
        _noticeInterval.Off();
        Announce(_notices.EndInterval(), except: null);
    }

    private void Attach()
    {
        var members = Members.Values.Where(member => member.State is not (MemberState.Joining or MemberState.Expelled)).Select(member => member.Member).ToList();
        _context.Room.Tell(new RoomCommand.Attach(Self, members));
        foreach (var member in Members.Values.Where(member => member.State is MemberState.Leaving or MemberState.Lost))
            _context.Room.Tell(new RoomCommand.Part(member.Session, PartKind.Disconnected));
    }

    private void Resume(LocalMember member)
    {
        if (member.State != MemberState.Expelled)
            _fanOut.Add(member);
        Context.WatchWith(member.Connection, new MemberLost(member.Session));
        if (member.HasFinished)
            _barrier.Add(member.Connection);
    }

    private void Tell(SessionId session, SessionEvent happened)
    {
        if (Members.TryGetValue(session, out var member))
            member.Connection.Tell(happened);
    }

    private void Forget(SessionId session, IActorRef connection, SessionEvent answer)
    {
        if (Members.TryGetValue(session, out var member))
            Forget(member);
        _context.Room.Tell(new RoomCommand.Part(session, PartKind.Disconnected));
        connection.Tell(answer);
    }

    private void SetAside(LocalMember member)
    {
        Remove(member);
        member.State = MemberState.Expelled;
    }

    private void Forget(LocalMember member)
    {
        if (Members.Remove(member.Session))
            Remove(member);
        _barrier.Remove(member.Connection);
        Context.Unwatch(member.Connection);
    }

    private void Remove(LocalMember member)
    {
        if (member.State != MemberState.Expelled)
            _fanOut.Remove(member);
        _replays.Remove(member);
    }

    /// <summary>What outlives a failure.</summary>
    internal sealed class State
    {
        /// <summary>The members.</summary>
        public Dictionary<SessionId, LocalMember> Members { get; } = [];

        /// <summary>The messages that the room has not been told yet.</summary>
        public List<RoomCommand.Post> Gathered { get; } = [];

        public Replays.State Replays { get; } = new();

        /// <summary>The number of joins so far.</summary>
        public long Joins { get; set; }

        /// <summary>The number of orders without a member that the room was told.</summary>
        public long Orders { get; set; }
    }

    private sealed record MemberLost(SessionId Session);

    private sealed record Flush : INoSerializationVerificationNeeded
    {
        public static readonly Flush Instance = new();
    }

    private sealed record NoticeIntervalOver : INoSerializationVerificationNeeded
    {
        public static readonly NoticeIntervalOver Instance = new();
    }

    private sealed record BarrierOver : INoSerializationVerificationNeeded
    {
        public static readonly BarrierOver Instance = new();
    }
}

/// <summary>The dependencies of <see cref="LocalRoomActor"/>.</summary>
/// <param name="Name">The room's name.</param>
/// <param name="Room">The room's actor.</param>
/// <param name="History">Reads what was said before.</param>
/// <param name="Nicknames">Frees the nicknames of members whose connection has ended.</param>
/// <param name="Rules">The settings.</param>
/// <param name="Dialects">The dialect of each viewer.</param>
/// <param name="Clock">The clock.</param>
internal sealed record LocalRoomContext(
    RoomName Name,
    IActorRef Room,
    IActorRef History,
    IActorRef Nicknames,
    RoomRules Rules,
    IReadOnlyDictionary<Viewer, IChatDialect> Dialects,
    TimeProvider Clock);
