using ActorChat.Server.Persistence;
using ActorChat.Server.Resources;
using ActorChat.Server.Telemetry;
using Akka.Actor;
using Akka.Event;
using Akka.IO;

namespace ActorChat.Server.Chat;

/// <summary>
/// The one room: its members, and the one order of its messages. A public message is stored first and delivered when it is
/// committed; since one actor stores and this one delivers, in the order of its answers, every member sees the order of the ids.
/// A line is rendered to bytes once and shared by all who get it.
/// </summary>
internal sealed partial class RoomActor : ReceiveActor, ILogReceive, IWithTimers
{
    /// <summary>The room's name in <c>mensajes.sala</c>.</summary>
    public const string Name = "general";

    private readonly Texts _texts;
    private readonly RoomRules _rules;
    private readonly IActorRef _persistence;
    private readonly ILoggingAdapter _log = Context.GetLogger();
    private readonly Roster _roster = new();
    private readonly LineBatch _lines = new();
    private readonly Notices _notices;
    private readonly LastRound _lastRound = new();
    private readonly IDisposable _tracked;
    private RoomEvent.Deliver? _firstPage;

    public RoomActor(Texts texts, RoomRules rules, IActorRef persistence)
    {
        _texts = texts;
        _rules = rules;
        _notices = new Notices(texts, rules.GatherNoticesAbove);
        _persistence = persistence;
        _tracked = ServerMeter.TrackMembers(Context.System.Name, () => _roster.Count);
        Receive<RoomCommand.Say>(Store);
        Receive<PersistenceEvent.Stored>(OnStored);
        Receive<PersistenceEvent.NotStored>(OnNotStored);
        Receive<RoomCommand.Join>(OnJoin);
        Receive<RoomCommand.Leave>(leave => Remove(leave.Connection, leave.Announce));
        Receive<RoomCommand.Whisper>(OnWhisper);
        Receive<RoomCommand.List>(OnList);
        Receive<RoomCommand.Close>(close => Timers.StartSingleTimer(PatienceOver.Instance, PatienceOver.Instance, close.Patience));
        Receive<RoomCommand.Finish>(OnFinish);
        Receive<PatienceOver>(_ => OnPatienceOver());
        Receive<NoticeIntervalOver>(_ => OnNoticeIntervalOver());
        Receive<Terminated>(ended => Remove(ended.ActorRef, announce: true));
    }

    public ITimerScheduler Timers { get; set; } = null!;

    public static Props PropsFor(Texts texts, RoomRules rules, IActorRef persistence) => Props.Create<RoomActor>(texts, rules, persistence);

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

    protected override void PostStop() => _tracked.Dispose();

    private static RoomEvent.Deliver Line(string text) => new(ByteString.FromBytes(Utf8Line.Encode(text)));

    private void Store(RoomCommand.Say say) =>
        _persistence.Tell(new PersistenceCommand.Store(say.Text, say.From, say.Who.Value, Name, Self, say));

    private void OnStored(PersistenceEvent.Stored stored)
    {
        foreach (var message in stored.Messages)
        {
            var say = (RoomCommand.Say)message.Request.Tag!;
            _lines.Add(say.Connection, Utf8Line.EncodeSaid(say.Who, say.Text));
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
        var whole = new RoomEvent.Deliver(_lines.Whole());
        foreach (var member in _roster.Members)
        {
            if (member.OwnMessages == 0)
            {
                member.Connection.Tell(whole);
                continue;
            }

            var others = _lines.Without(member.Connection);
            if (!others.IsEmpty)
                member.Connection.Tell(new RoomEvent.Deliver(others));
            member.Connection.Tell(new RoomEvent.Accepted(member.OwnMessages));
            member.OwnMessages = 0;
        }

        _lines.Clear();
    }

    private void OnNotStored(PersistenceEvent.NotStored refused) =>
        ((RoomCommand.Say)refused.Request.Tag!).Connection.Tell(RoomEvent.NotStored.Instance);

    // Who is told that it failed is not in.
    private void TakeBack(RoomCommand failed)
    {
        switch (failed)
        {
            case RoomCommand.Join join:
                join.Connection.Tell(RoomEvent.Failed.Instance);
                Remove(join.Connection, announce: true);
                break;
            case RoomCommand.Say { Connection: var connection }:
                connection.Tell(RoomEvent.Failed.Instance);
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
            receiver.Connection.Tell(Line(_texts.PrivateFrom(whisper.Who.Value, whisper.Text)));
            whisper.Connection.Tell(Line(_texts.PrivateTo(receiver.Who.Value, whisper.Text)));
        }
        else
        {
            _log.Info(_texts.PrivateToAbsent(whisper.Who.Value, whisper.To));
            whisper.Connection.Tell(Line(_texts.NotConnected(whisper.To)));
        }

        whisper.Connection.Tell(RoomEvent.Accepted.One);
    }

    private void OnList(RoomCommand.List list)
    {
        list.Connection.Tell(list.Page == 1 ? _firstPage ??= PageOfList(1) : PageOfList(list.Page));
        list.Connection.Tell(RoomEvent.Accepted.One);
    }

    private RoomEvent.Deliver PageOfList(int page) => Line(ChatLines.ConnectedUsers(_texts, _roster.Nicknames, page, _rules.ListPage));
}
