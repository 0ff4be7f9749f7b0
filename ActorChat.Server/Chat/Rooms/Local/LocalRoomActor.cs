using ActorChat.Server.Chat.Moderation;
using ActorChat.Server.Storage.History;
using ActorChat.Server.Storage.Moderation;
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
    private readonly FanOut _fanOut;
    private readonly LocalMembership _membership;

    public LocalRoomActor(LocalRoomContext context, State state)
    {
        (_context, _state) = (context, state);
        _fanOut = new FanOut(context.Name.Value, Members, context.Dialects, new ReaderChecks(context.Rules.ReaderCheckInterval, context.Clock, Self));
        _membership = new LocalMembership(context, Context, state, _fanOut);
    }

    private Dictionary<SessionId, LocalMember> Members => _state.Members;

    /// <summary>Keeps the state outside the instance, so that it survives a restart. It changes in single steps only.</summary>
    public static Props PropsFor(LocalRoomContext context) => Props.Create<LocalRoomActor>(context, new State());

    protected override void PreStart()
    {
        _membership.Attach();
        Self.Tell(Flush.Instance);
    }

    protected override void PreRestart(Exception reason, object? message)
    {
        if (message is LocalRoomCommand.Join join)
            _membership.Forget(join.Session, join.Connection, new SessionEvent.Rejected(join.Command, RejectReason.Failed));
        else if (message is LocalRoomCommand.Leave leave)
            _membership.Forget(leave.Session, leave.Connection, new SessionEvent.Left(_context.Name));
        else if (message is LocalRoomCommand.IQuestion question)
            Tell(question.Session, new SessionEvent.Rejected(question.Command, RejectReason.Failed));
        _membership.PassOn();
        PostStop();
    }

    protected override void PostStop()
    {
        _fanOut.Stop();
        _membership.Stop();
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
            case LocalMembership.MemberLost lost:
                _membership.OnMemberLost(lost.Session);
                return true;
            case LocalMembership.NoticeIntervalOver:
                _membership.OnNoticeIntervalOver();
                return true;
            case LocalMembership.BarrierOver:
                _membership.OnBarrierOver();
                return true;
            case HistoryEvent answer:
                _membership.Replays.On(answer);
                return true;
            case Replays.TimeoutOver:
                _membership.Replays.OnTimeout();
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
                _membership.OnJoin(join);
                break;
            case LocalRoomCommand.Leave leave:
                _membership.OnLeave(leave);
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
            case LocalRoomCommand.PostFromOutside outside:
                TellOrder(new RoomCommand.PostBatch([outside.Message]));
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
                _membership.OnFinish(member);
                break;
            case LocalRoomCommand.Close close:
                _membership.OnClose(close);
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
                _membership.OnMemberJoined(joined);
                break;
            case RoomEvent.MemberParted parted:
                _membership.OnMemberParted(parted);
                break;
            case RoomEvent.Answered answered:
                OnAnswered(answered);
                break;
            case RoomEvent.PositionFound found:
                _membership.Replays.OnPosition(found.Next);
                break;
            case RoomEvent.TopicChanged changed:
                OnTopicChanged(changed);
                break;
            case RoomEvent.Moderated taken:
                OnModerated(taken);
                break;
            case RoomEvent.Unused unused:
                if (Members.Count == 0 && unused.Orders == _state.Orders)
                    Context.Parent.Tell(new RoomsCommand.Unused(_context.Name, _state.Joins));
                break;
            case RoomEvent.Rejected rejected:
                OnRejected(rejected);
                break;
            default:
                _membership.Attach();
                break;
        }
    }

    private void OnMessagesPosted(IReadOnlyList<ChatEvent.MessagePosted> messages)
    {
        _membership.Replays.OnPosition(messages[0].Number);
        _fanOut.Deliver(messages);
        _membership.Replays.OnDelivered(messages[^1].Number + 1);
    }

    private void OnRejected(RoomEvent.Rejected rejected)
    {
        Tell(rejected.Session, new SessionEvent.Rejected(rejected.Command, rejected.Reason, rejected.Answer));
        if (Members.TryGetValue(rejected.Session, out var member) && member.State == MemberState.Joining)
            _membership.Forget(member);
    }

    private void OnPost(LocalRoomCommand.Post post)
    {
        if (!Members.TryGetValue(post.Session, out var author))
            return;
        _state.Gathered.Add(new RoomCommand.Post(author.Member, post.Command, post.Text, author.Member.Address)
        {
            Mark = post.Mark,
            OtherRoom = post.OtherRoom,
        });
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
        if (_context.Dialects[asker.Viewer].NamesRooms)
        {
            asker.Connection.Tell(new SessionEvent.Answered(answered.Command, answered.Answer));
            return;
        }

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

    private void Tell(SessionId session, SessionEvent happened)
    {
        if (Members.TryGetValue(session, out var member))
            member.Connection.Tell(happened);
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

        /// <summary>The number of orders and messages without a member that the room was told.</summary>
        public long Orders { get; set; }
    }

    private sealed record Flush : INoSerializationVerificationNeeded
    {
        public static readonly Flush Instance = new();
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
