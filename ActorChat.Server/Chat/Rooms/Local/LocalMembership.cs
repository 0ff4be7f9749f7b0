using ActorChat.Server.Chat.Nicknames;
using ActorChat.Server.Transport;
using Akka.Actor;

namespace ActorChat.Server.Chat.Rooms.Local;

/// <summary>
/// Lets the members of a room on this node come and go: tells the room, welcomes them, announces them to the others, and holds those who have
/// finished while the server stops. A part of <see cref="LocalRoomActor"/>.
/// </summary>
internal sealed class LocalMembership
{
    private readonly LocalRoomContext _context;
    private readonly IActorContext _actor;
    private readonly LocalRoomActor.State _state;
    private readonly FanOut _fanOut;
    private readonly PresenceNotices _notices;
    private readonly ShutdownBarrier _barrier;
    private ActorTimer _noticeInterval;
    private ActorTimer _barrierTimeout;
    private LocalRoomCommand.Close? _closing;

    /// <summary>Begins, or goes on after a failure.</summary>
    /// <param name="context">The local room's dependencies.</param>
    /// <param name="actor">The local room.</param>
    /// <param name="state">What outlives a failure of the local room.</param>
    /// <param name="fanOut">Writes to the members.</param>
    public LocalMembership(LocalRoomContext context, IActorContext actor, LocalRoomActor.State state, FanOut fanOut)
    {
        (_context, _actor, _state, _fanOut) = (context, actor, state, fanOut);
        _notices = new PresenceNotices(context.Rules.CoalesceNoticesAbove, isLobby: context.Name == RoomName.General);
        _barrier = new ShutdownBarrier(context.Name);
        Replays = new Replays(context, actor.Self, state.Replays, LetIn);
        foreach (var member in Members.Values)
            Resume(member);
        Replays.Resume();
    }

    /// <summary>Reads the last messages for newcomers.</summary>
    public Replays Replays { get; }

    private Dictionary<SessionId, LocalMember> Members => _state.Members;

    /// <summary>Announces the members to the room, which so learns of this instance.</summary>
    public void Attach()
    {
        var members = Members.Values.Where(member => member.State is not (MemberState.Joining or MemberState.Expelled)).Select(member => member.Member).ToList();
        _context.Room.Tell(new RoomCommand.Attach(_actor.Self, members));
        foreach (var member in Members.Values.Where(member => member.State is MemberState.Leaving or MemberState.Lost))
            _context.Room.Tell(new RoomCommand.Part(member.Session, PartKind.Disconnected));
    }

    public void Stop()
    {
        _noticeInterval.Off();
        _barrierTimeout.Off();
        Replays.Stop();
    }

    /// <summary>Has the next instance close the room, too, where this one was to.</summary>
    public void PassOn()
    {
        if (_closing is { } close)
            _actor.Self.Tell(close);
    }

    public void OnJoin(LocalRoomCommand.Join join)
    {
        _state.Joins++;
        if (Members.TryGetValue(join.Session, out var former))
            Remove(former);
        var member = new LocalMember(join, _actor.Self) { IsFocused = !_context.Dialects[join.Viewer].NamesRooms };
        _fanOut.Add(member);
        Members[join.Session] = member;
        _actor.WatchWith(join.Connection, new MemberLost(join.Session));
        _context.Room.Tell(new RoomCommand.Join(member.Member, join.Command, join.IsLogin));
    }

    public void OnMemberJoined(RoomEvent.MemberJoined joined)
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
            Replays.Begin(newcomer);
        else
            LetIn(newcomer, []);
    }

    public void OnLeave(LocalRoomCommand.Leave leave)
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
    public void OnMemberLost(SessionId session)
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
        Replays.Remove(member);
        member.State = MemberState.Lost;
        _barrier.ReleaseIfComplete(Members.Count);
    }

    // Who was released before and is still here has not heard of it.
    public void OnBarrierOver()
    {
        foreach (var member in Members.Values.Where(member => member.HasFinished))
            _barrier.Add(member.Connection);
        _barrier.OnTimeout();
        _barrier.ReleaseIfComplete(Members.Count);
    }

    public void OnMemberParted(RoomEvent.MemberParted parted)
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
        _barrier.ReleaseIfComplete(Members.Count);
    }

    public void OnFinish(LocalMember member)
    {
        Finish(member);
        _barrier.ReleaseIfComplete(Members.Count);
    }

    public void OnClose(LocalRoomCommand.Close close)
    {
        _closing = close;
        _barrierTimeout.Set(_context.Clock.Now() + close.Timeout, _context.Clock, _actor.Self, BarrierOver.Instance);
    }

    public void OnNoticeIntervalOver()
    {
        _noticeInterval.Off();
        Announce(_notices.EndInterval(), except: null);
    }

    /// <summary>Lets go of somebody over whom the local room has failed.</summary>
    public void Forget(SessionId session, IActorRef connection, SessionEvent answer)
    {
        if (Members.TryGetValue(session, out var member))
            Forget(member);
        _context.Room.Tell(new RoomCommand.Part(session, PartKind.Disconnected));
        connection.Tell(answer);
    }

    /// <summary>Lets go of a member that the room does not know, or not any more.</summary>
    public void Forget(LocalMember member)
    {
        if (Members.Remove(member.Session))
            Remove(member);
        _barrier.Remove(member.Connection);
        _actor.Unwatch(member.Connection);
    }

    private void LetIn(LocalMember newcomer, ChatEvent.MessagePosted[] before)
    {
        newcomer.State = MemberState.In;
        var replay = before.Length == 0 ? null : new ChatEvent.Replay(before[^Math.Min(newcomer.Replay, before.Length)..]);
        _fanOut.Write(newcomer, newcomer.Welcome!, replay);
        newcomer.Release();
        newcomer.Connection.Tell(new SessionEvent.Joined(newcomer.JoinCommand, _context.Name, _actor.Self));
    }

    private void Finish(LocalMember member)
    {
        member.HasFinished = true;
        _barrier.Add(member.Connection);
    }

    // Comes before the answer, so that who asks for the list next finds it true.
    private void CountMembers(int members) => _actor.Parent.Tell(new RoomsCommand.CountMembers(_context.Name, members));

    private void Announce(IReadOnlyList<ChatEvent> notices, LocalMember? except)
    {
        foreach (var notice in notices)
            _fanOut.WriteToAll(notice, except);

        if (_notices.IsCoalescing && !_noticeInterval.IsOn)
            _noticeInterval.Set(_context.Clock.Now() + _context.Rules.NoticeInterval, _context.Clock, _actor.Self, NoticeIntervalOver.Instance);
    }

    private void Resume(LocalMember member)
    {
        if (member.State != MemberState.Expelled)
            _fanOut.Add(member);
        _actor.WatchWith(member.Connection, new MemberLost(member.Session));
        if (member.HasFinished)
            _barrier.Add(member.Connection);
    }

    private void SetAside(LocalMember member)
    {
        Remove(member);
        member.State = MemberState.Expelled;
    }

    private void Remove(LocalMember member)
    {
        if (member.State != MemberState.Expelled)
            _fanOut.Remove(member);
        Replays.Remove(member);
    }

    /// <summary>A member's connection has ended.</summary>
    internal sealed record MemberLost(SessionId Session);

    /// <summary>Gathered notices are due.</summary>
    internal sealed record NoticeIntervalOver : INoSerializationVerificationNeeded
    {
        public static readonly NoticeIntervalOver Instance = new();
    }

    /// <summary>Those who have finished have waited long enough for the others.</summary>
    internal sealed record BarrierOver : INoSerializationVerificationNeeded
    {
        public static readonly BarrierOver Instance = new();
    }
}
