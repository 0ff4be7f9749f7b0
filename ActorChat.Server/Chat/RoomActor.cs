using ActorChat.Server.Resources;
using ActorChat.Server.Storage;
using ActorChat.Server.Telemetry;
using ActorChat.Server.Transport;
using ActorChat.Server.Transport.Throttling;
using Akka.Actor;
using Akka.Event;
using Akka.IO;

namespace ActorChat.Server.Chat;

/// <summary>
/// The one room: its members, and the one order of its messages. A public message is stored first and delivered when it is
/// committed; since one actor stores and this one delivers, in the order of its answers, every member sees the order of the ids.
/// A line is rendered to bytes once and written to the sockets of all who get it: by way of their connections, each delivery would
/// cost two messages more.
/// </summary>
internal sealed partial class RoomActor : ReceiveActor, ILogReceive
{
    /// <summary>The room's name in <c>mensajes.sala</c>.</summary>
    public const string Name = "general";

    private const int BytesPerReaderCheck = 128 * 1024;

    private readonly Texts _texts;
    private readonly RoomRules _rules;
    private readonly IActorRef _persistence;
    private readonly ILoggingAdapter _log = Context.GetLogger();
    private readonly RoomMembers _roster = new();
    private readonly DeliveryBatch _lines = new();
    private readonly PresenceNotices _notices;
    private readonly ShutdownBarrier _lastRound = new();
    private List<RoomCommand.Say> _gathered = [];
    private List<RoomCommand.Say> _storing = [];
    private RoomPosition? _last;
    private RoomPosition _lastWhenStored;
    private bool _isReadingLast;
    private long _request;
    private readonly IDisposable _tracked;
    private readonly TimeProvider _clock;
    private ActorTimer _noticeInterval;
    private ActorTimer _patience;
    private ActorTimer _readerCheck;
    private LogThrottle _absentPace;
    private int _uncheckedBytes;
    private Tcp.Write? _firstPage;

    public RoomActor(Texts texts, RoomRules rules, IActorRef persistence, TimeProvider clock)
    {
        _clock = clock;
        _texts = texts;
        _rules = rules;
        _notices = new PresenceNotices(texts, rules.GatherNoticesAbove);
        _persistence = persistence;
        _tracked = ServerMeter.TrackMembers(Context.System.Name, () => _roster.Count);
        Receive<RoomCommand.Say>(Store);
        Receive<PersistenceEvent.Stored>(_ => OnStored());
        Receive<PersistenceEvent.NotStored>(OnNotStored);
        Receive<PersistenceEvent.LastRead>(read => OnLastRead(read.Position));
        Receive<PersistenceEvent.NotRead>(_ => OnLastRead(position: null));
        Receive<RoomCommand.Join>(OnJoin);
        Receive<RoomCommand.Leave>(OnLeave);
        Receive<RoomCommand.Whisper>(OnWhisper);
        Receive<RoomCommand.List>(OnList);
        Receive<RoomCommand.Close>(close => Set(ref _patience, close.Timeout, PatienceOver.Instance));
        Receive<RoomCommand.Finish>(OnFinish);
        Receive<PatienceOver>(_ => OnPatienceOver());
        Receive<NoticeIntervalOver>(_ => OnNoticeIntervalOver());
        Receive<ReaderCheckDue>(_ => CheckReaders());
        Receive<Terminated>(ended => Remove(ended.ActorRef, announce: true));
    }

    public static Props PropsFor(Texts texts, RoomRules rules, IActorRef persistence, TimeProvider clock) =>
        Props.Create<RoomActor>(texts, rules, persistence, clock);

    // The room goes on after a failure: whoever waits for an answer must not wait for ever.
    protected override bool AroundReceive(Receive receive, object message)
    {
        try
        {
            return base.AroundReceive(receive, message);
        }
        catch (Exception) when (message is RoomCommand)
        {
            TakeBack((RoomCommand)message);
            throw;
        }
    }

    protected override void PostStop()
    {
        _noticeInterval.Off();
        _patience.Off();
        _readerCheck.Off();
        _tracked.Dispose();
    }

    private static Tcp.Write Line(string text) => Tcp.Write.Create(ByteString.FromBytes(LineEncoder.Encode(text)));

    private void Set(ref ActorTimer alarm, TimeSpan time, object message) => alarm.Set(_clock.Now() + time, _clock, Self, message);

    // Called once for all that get it. Connections see nothing of what is written to them here, and cannot know when there is something
    // to be read. A check behind so many bytes at most, so that a slow reader is seen to get on.
    private void OnWritten(Tcp.Write write)
    {
        _uncheckedBytes += write.Data.Count;
        if (_uncheckedBytes >= BytesPerReaderCheck)
            CheckReaders();
        else if (!_readerCheck.IsOn)
            Set(ref _readerCheck, _rules.ReaderCheckInterval, ReaderCheckDue.Instance);
    }

    private void CheckReaders()
    {
        _readerCheck.Off();
        _uncheckedBytes = 0;
        foreach (var member in _roster.Members)
            member.Connection.Tell(RoomEvent.ReaderCheck.Instance);
    }

    private void Store(RoomCommand.Say say)
    {
        _gathered.Add(say);
        StoreNext();
    }

    // One request at a time: were it refused, the next would leave a gap in the numbers.
    private void StoreNext()
    {
        if (_isReadingLast || _storing.Count > 0 || _gathered.Count == 0)
            return;
        if (_last is not { } last)
        {
            _persistence.Tell(new PersistenceCommand.ReadLast(Name, Self));
            _isReadingLast = true;
            return;
        }

        (_storing, _gathered) = (_gathered, _storing);
        var now = _clock.GetLocalNow();
        var instant = Math.Max(last.Instant, now.ToUnixTimeMilliseconds());
        var records = _storing.Select((say, i) =>
            new MessageRecord(say.Text, now, say.From.ToString(), say.Who.Value, Name, last.Number + i + 1) { Instant = instant });
        _lastWhenStored = new RoomPosition(last.Number + _storing.Count, instant);
        _persistence.Tell(new PersistenceCommand.Store(records.ToArray(), Self, ++_request));
    }

    private void OnLastRead(RoomPosition? position)
    {
        _isReadingLast = false;
        _last = position;
        if (position is null)
            Refuse(_gathered);
        StoreNext();
    }

    private static void Refuse(List<RoomCommand.Say> messages)
    {
        messages.ForEach(say => say.Connection.Tell(RoomEvent.NotStored.Instance));
        messages.Clear();
    }

    private void OnStored()
    {
        var said = _storing;
        _storing = [];
        _last = _lastWhenStored;
        StoreNext();
        foreach (var say in said)
        {
            _lines.Add(say.Connection, LineEncoder.EncodeSaid(say.Who, say.Text));
            if (_roster.TryFind(say.Connection, out var author))
                author.OwnMessages++;
            else
                say.Connection.Tell(RoomEvent.Accepted.One);
            if (_lines.IsFull)
                DeliverLines();
        }

        if (!_lines.IsEmpty)
            DeliverLines();
    }

    // A message to each member for all lines; authors get the lines of the others, and room for as many messages as they had in it.
    private void DeliverLines()
    {
        var whole = Tcp.Write.Create(_lines.Whole());
        foreach (var member in _roster.Members)
        {
            if (member.OwnMessages == 0)
            {
                member.Write(whole);
                continue;
            }

            var others = _lines.Without(member.Connection);
            if (!others.IsEmpty)
                member.Write(Tcp.Write.Create(others));
            member.Connection.Tell(new RoomEvent.Accepted(member.OwnMessages));
            member.OwnMessages = 0;
        }

        _lines.Clear();
        OnWritten(whole);
    }

    private void OnNotStored(PersistenceEvent.NotStored refused)
    {
        Refuse(_storing);
        if (refused.Reason != NotStoredReason.Refused)
            _last = null;
        StoreNext();
    }

    // A client that receives Failed must not remain a member.
    private void TakeBack(RoomCommand failed)
    {
        switch (failed)
        {
            case RoomCommand.Join join:
                join.Connection.Tell(RoomEvent.Failed.Instance);
                Remove(join.Connection, announce: true);
                break;
            case RoomCommand.Leave leave:
                Remove(leave.Connection, announce: false);
                leave.Connection.Tell(RoomEvent.Left.Instance);
                break;
            case RoomCommand.Say say:
                _gathered.Remove(say);
                say.Connection.Tell(RoomEvent.Failed.Instance);
                break;
            case RoomCommand.Whisper { Connection: var connection }:
                connection.Tell(RoomEvent.Failed.Instance);
                break;
            case RoomCommand.List { Connection: var connection }:
                connection.Tell(RoomEvent.Failed.Instance);
                break;
            case RoomCommand.Finish { Connection: var connection }:
                _lastRound.Remove(connection);
                connection.Tell(RoomEvent.Accepted.One);
                break;
            default:
                break;
        }
    }

    private void OnWhisper(RoomCommand.Whisper whisper)
    {
        if (Nickname.TryParse(whisper.To, out var to) && _roster.TryFind(to, out var receiver))
        {
            var line = Line(_texts.PrivateFrom(whisper.Who.Value, whisper.Text));
            receiver.Write(line);
            OnWritten(line);
            Answer(whisper.Connection, Line(_texts.PrivateTo(receiver.Who.Value, whisper.Text)));
        }
        else
        {
            LogAbsent(whisper.Who);
            Answer(whisper.Connection, Line(_texts.NotConnected(whisper.To)));
        }
    }

    // Not to whom: that is as private as the text, and may be a piece of it.
    private void LogAbsent(Nickname from)
    {
        if (!_absentPace.TryPass(_clock.Now(), out var leftOut))
            return;
        var line = _texts.PrivateToAbsent(from.Value);
        _log.Log(LogLevel.InfoLevel, cause: null, new StructuredMessage(
            leftOut == 0 ? line : _texts.AndNotLogged(line, leftOut), (StructuredMessage.Nickname, from.Value), (LogThrottle.LeftOut, leftOut)));
    }

    private void OnList(RoomCommand.List list) =>
        Answer(list.Connection, list.Page == 1 ? _firstPage ??= PageOfList(1) : PageOfList(list.Page));

    private void Answer(IActorRef connection, Tcp.Write line)
    {
        if (_roster.TryFind(connection, out var asker))
            asker.Write(line);
        OnWritten(line);
        connection.Tell(RoomEvent.Accepted.One);
    }

    private Tcp.Write PageOfList(int page) => Line(ChatLines.ConnectedUsers(_texts, _roster.Nicknames, page, _rules.ListPage));
}
