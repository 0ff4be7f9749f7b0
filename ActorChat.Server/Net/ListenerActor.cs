using System.Globalization;
using System.Net;
using ActorChat.Server.Net.Doors;
using ActorChat.Server.Net.Fairness;
using ActorChat.Server.Net.Limits;
using ActorChat.Server.Net.Peers;
using ActorChat.Server.Resources;
using ActorChat.Server.Telemetry;
using Akka.Actor;
using Akka.Event;
using Akka.IO;

namespace ActorChat.Server.Net;

/// <summary>
/// One port: opens it at each of its addresses, makes one actor for each connection, and keeps their number. A connection's failure
/// ends that connection only. Akka resets all connections when their listening socket ends: while stopping, it stays open until the
/// last connection has finished, and newcomers are told that the server stops.
/// </summary>
internal sealed partial class ListenerActor : ReceiveActor, ILogReceive
{
    private const int MaxRefusals = 64;

    private readonly ListenerSettings _settings;
    private readonly PortAddress[] _addresses;
    private readonly Door _door;
    private readonly LimitLog _limits;
    private readonly ILoggingAdapter _log = Context.GetLogger();
    private readonly WireCollector _wires = new();
    private Alarm _nextMayComeIn;
    private long _lastConnection;
    private int _refusals;
    private IDisposable? _tracked;

    public ListenerActor(ListenerSettings settings)
    {
        _settings = settings;
        _addresses = [.. settings.EndPoints.Select(endPoint => new PortAddress(endPoint))];
        _door = new Door(settings.Door);
        _limits = new LimitLog(Context.System.Name, settings.Name, _log, Texts);
        Binding(0, []);
    }

    private TimeSpan Now => Clock.Now();

    private TimeProvider Clock => _settings.Connections.Clock;

    private Texts Texts => _settings.Connections.Texts;

    public static Props PropsFor(ListenerSettings settings) => Props.Create<ListenerActor>(settings);

    protected override void PreStart()
    {
        Bind(_addresses[0]);
        _tracked = ServerMeter.TrackConnections(Context.System.Name, _settings.Name, () => _door.Inside);
    }

    protected override void PostStop()
    {
        _nextMayComeIn.Off();
        _lastArrivals.Off();
        foreach (var address in _addresses)
            address.StopWaiting();
        _tracked?.Dispose();
    }

    protected override SupervisorStrategy SupervisorStrategy() => new OneForOneStrategy(_ => Directive.Stop);

    private void Listening()
    {
        Receive<Tcp.Connected>(OnConnected);
        Receive<NextMayComeIn>(_ => LetIn());
        ReceiveReopening();
        Receive<ListenerCommand.Stop>(_ => Stop(new ConnectionCommand.Finish()));
        Receive<ListenerCommand.GiveUp>(_ => Stop(new ConnectionCommand.GiveUp()));
        ReceiveAlways();
    }

    private void ReceiveAlways(Action? whenOver = null)
    {
        Receive<ConnectionOver>(over =>
        {
            _door.Leave(over.CountedAs);
            whenOver?.Invoke();
        });
        Receive<RefusalOver>(_ =>
        {
            _refusals--;
            whenOver?.Invoke();
        });
        Receive<LimitHit>(hit => _limits.OnHit(hit, Now));
        Receive<Tcp.TcpListenerStatistics>(OnStatistics);
        Receive<ListenerCommand.Describe>(Describe);
    }

    private void Stop(ConnectionCommand command)
    {
        TellAll(command);
        foreach (var waiting in _door.SendAway())
            TellWhy(waiting, Texts.ServerStopping);
        _nextMayComeIn.Off();
        Become(Draining);
        CloseWhenEmpty();
    }

    private void Draining()
    {
        Receive<Tcp.Connected>(connected => Refuse(StartOf(connected), Texts.ServerStopping));
        Receive<ListenerCommand.GiveUp>(_ => TellAll(new ConnectionCommand.GiveUp()));
        Receive<LastHasCome>(_ => Unbind());
        Receive<AddressLost>(lost => OnClosed(lost.Address));
        ReceiveAlways(whenOver: CloseWhenEmpty);
    }

    private static void TellAll(ConnectionCommand command)
    {
        foreach (var connection in Context.GetChildren())
            connection.Tell(command);
    }

    private static void Describe(ListenerCommand.Describe describe)
    {
        var connections = Context.GetChildren().ToList();
        describe.To.Tell(new ListenerEvent.Describing(connections.Count));
        foreach (var connection in connections)
            connection.Tell(new ConnectionCommand.Describe(describe.To));
    }

    private void OnConnected(Tcp.Connected connected)
    {
        var start = StartOf(connected);
        if (_door.Knock(start) is { } met)
        {
            Report(met, start);
            Refuse(start, WordsFor(met));
            return;
        }

        LetIn();
        if (_door.Waiting > 0)
            Report(Limit.AcceptsPerSecond, start);
    }

    private void Report(Limit limit, ConnectionStart start) => _limits.OnHit(new LimitHit(limit, start.Peer.ToString(), Nickname: null), Now);

    private string WordsFor(Limit limit) => limit switch
    {
        Limit.MaxConnections => Texts.ServerFull,
        Limit.MaxConnectionsPerAddress => Texts.TooManyFromAddress,
        Limit.AcceptsPerSecond => Texts.TooManyAtOnce,
        _ => throw new ArgumentOutOfRangeException(nameof(limit)),
    };

    // Those who come faster than they may wait at the door: taken by TCP, but nobody has registered for them, so nothing is read.
    private void LetIn()
    {
        while (_door.TryAdmit(Now, out var newcomer))
        {
            var over = newcomer.CountedAs is null ? ConnectionOver.Uncounted : new ConnectionOver(newcomer.CountedAs);
            Context.WatchWith(Open(_settings.Handler(newcomer.Start)), over);
        }

        _nextMayComeIn.Off();
        if (_door.NextAt() is { } next)
            _nextMayComeIn.Set(next, Clock, Self, NextMayComeIn.Instance);
    }

    // Politeness costs an actor for a moment: beyond these it is left to the reset.
    private void Refuse(ConnectionStart start, string text)
    {
        if (_refusals < MaxRefusals)
            TellWhy(start, text);
        else
            start.Socket.Tell(Tcp.Abort.Instance);
    }

    // Its story is not worth two lines at INFO: somebody who knocks all the time must not fill the log.
    private void TellWhy(ConnectionStart start, string text)
    {
        var quietly = _settings.Connections with { StoryLevel = LogLevel.DebugLevel, FairUse = FairUse.Unlimited };
        Context.WatchWith(Open(RefusalActor.PropsFor(start, quietly, text)), RefusalOver.Instance);
        _refusals++;
    }

    private ConnectionStart StartOf(Tcp.Connected connected) =>
        new(Sender, PeerEndPoint.Normalize(connected.RemoteAddress)) { Wire = _wires.Take(connected.RemoteAddress, connected.LocalAddress) };

    private IActorRef Open(Props props) => Context.ActorOf(props, "conn-" + (++_lastConnection).ToString(CultureInfo.InvariantCulture));

    private sealed class NextMayComeIn
    {
        public static readonly NextMayComeIn Instance = new();
    }

    // With what its address is counted as; null when it is not.
    private sealed record ConnectionOver(IPAddress? CountedAs)
    {
        public static readonly ConnectionOver Uncounted = new(CountedAs: null);
    }

    private sealed class RefusalOver
    {
        public static readonly RefusalOver Instance = new();
    }
}
