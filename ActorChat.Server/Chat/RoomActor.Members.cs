using ActorChat.Server.Storage;
using Akka.Actor;
using Akka.IO;

namespace ActorChat.Server.Chat;

/// <content>Who comes, who goes, who is told of it, and how all go when the server stops.</content>
internal sealed partial class RoomActor
{
    private void OnJoin(RoomCommand.Join join)
    {
        var newcomer = new Member(join.Who, join.Connection, join.Outbox);
        if (!_roster.TryAdd(newcomer))
        {
            var holder = _roster.TryFind(join.Who, out var member) ? member.Connection : ActorRefs.Nobody;
            join.Connection.Tell(new RoomEvent.NicknameTaken(join.Who, holder));
            return;
        }

        _firstPage = null;
        Context.Watch(join.Connection);
        Announce(_notices.Came(join.Who, _roster.Count), except: join.Connection);
        _persistence.Tell(new PersistenceCommand.UserSeen(join.Who.Value));
        newcomer.Write(Line(_texts.Welcome(join.Who.Value, _roster.Count)));
        join.Connection.Tell(new RoomEvent.Joined(join.Who));
    }

    private void OnLeave(RoomCommand.Leave leave)
    {
        Remove(leave.Connection, leave.Announce);
        leave.Connection.Tell(RoomEvent.Left.Instance);
    }

    private void Remove(IActorRef connection, bool announce)
    {
        if (!_roster.TryRemove(connection, out var member))
            return;
        _firstPage = null;
        Context.Unwatch(connection);
        if (announce)
            Announce(_notices.Gone(member.Who, _roster.Count), except: connection);
        else
            _notices.Withdraw(member.Who);
        _lastRound.Remove(connection);
        _lastRound.ReleaseIfComplete(_roster.Count);
    }

    private void OnFinish(RoomCommand.Finish finish)
    {
        _lastRound.Add(finish.Connection);
        _lastRound.ReleaseIfComplete(_roster.Count);
    }

    private void OnPatienceOver()
    {
        _lastRound.OnTimeout();
        _lastRound.ReleaseIfComplete(_roster.Count);
    }

    private void OnNoticeIntervalOver()
    {
        _noticeInterval.Off();
        foreach (var line in _notices.EndInterval())
            Broadcast(Line(line), except: ActorRefs.Nobody);
        AwaitNoticeInterval();
    }

    private void Announce(IReadOnlyList<string> lines, IActorRef except)
    {
        foreach (var line in lines)
            Broadcast(Line(line), except);
        AwaitNoticeInterval();
    }

    private void AwaitNoticeInterval()
    {
        if (_notices.IsGathering && !_noticeInterval.IsOn)
            Set(ref _noticeInterval, _rules.NoticeInterval, NoticeIntervalOver.Instance);
    }

    private void Broadcast(Tcp.Write line, IActorRef except)
    {
        foreach (var member in _roster.Members)
        {
            if (!ReferenceEquals(member.Connection, except))
                member.Write(line);
        }

        OnWritten(line);
    }

    private sealed record NoticeIntervalOver
    {
        public static readonly NoticeIntervalOver Instance = new();
    }

    private sealed record ReaderCheckDue
    {
        public static readonly ReaderCheckDue Instance = new();
    }

    private sealed record PatienceOver
    {
        public static readonly PatienceOver Instance = new();
    }
}
