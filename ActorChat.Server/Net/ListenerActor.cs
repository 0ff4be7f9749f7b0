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
/// One port: opens it, makes one actor for each connection, and keeps their number. A connection's failure ends that connection
/// only. While stopping it still answers the door, to say that the server stops, until its last connection has finished: with
/// Akka's own TCP the connections would die with the listening socket.
/// </summary>
internal sealed class ListenerActor : ReceiveActor, ILogReceive, IWithTimers
{
    // Connections that the kernel keeps while we are busy; it caps this at net.core.somaxconn.
    private const int Backlog = 4096;
    private const int AcceptBatch = 16;
    private const int MaxRefusals = 64;

    private static readonly TimeSpan ShortestWait = TimeSpan.FromMilliseconds(1);

    private readonly ListenerSettings _settings;
    private readonly Door _door;
    private readonly LimitLog _limits;
    private readonly WireCollector _wires = new();
    private long _lastConnection;
    private int _refusals;
    private IDisposable? _tracked;

    public ListenerActor(ListenerSettings settings)
    {
        _settings = settings;
        _door = new Door(settings.Door);
        _limits = new LimitLog(Context.System.Name, settings.Name, Context.GetLogger(), Texts);
        Binding();
    }

    public ITimerScheduler Timers { get; set; } = null!;

    private static TimeSpan Now => Context.System.Scheduler.MonotonicClock;

    private Texts Texts => _settings.Connections.Texts;

    public static Props PropsFor(ListenerSettings settings) => Props.Create<ListenerActor>(settings);

    // Not with Inet.SO.ReuseAddress: .NET sets SO_REUSEADDR by itself where a restart needs it, and with that option SO_REUSEPORT
    // too, so that a second server would take connections away from the first instead of being refused the port.
    protected override void PreStart()
    {
        Inet.SocketOption[] options = [new NoDelay(), new UrgentInline(), new UnsentLimit(), _settings.Connections.KeepAlive, _wires];
        Context.System.Tcp().Tell(new Tcp.Bind(Self, _settings.EndPoint, Backlog, options, pullMode: true));
        _tracked = ServerMeter.TrackConnections(Context.System.Name, _settings.Name, () => _door.Inside);
    }

    protected override void PostStop() => _tracked?.Dispose();

    protected override SupervisorStrategy SupervisorStrategy() => new OneForOneStrategy(_ => Directive.Stop);

    private void Binding()
    {
        Receive<Tcp.Bound>(bound =>
        {
            var socket = Sender;
            socket.Tell(new Tcp.ResumeAccepting(AcceptBatch));
            Context.Parent.Tell(new ListenerEvent.Listening(_settings.Name, (IPEndPoint)bound.LocalAddress));
            Become(() => Listening(socket));
        });
        Receive<Tcp.CommandFailed>(failed =>
        {
            Context.Parent.Tell(new ListenerEvent.Failed(_settings.EndPoint, failed.Cause.GetOrElse(new IOException(failed.CauseString))));
            Context.Stop(Self);
        });
        Receive<ListenerCommand.Stop>(_ => Context.Stop(Self));
    }

    private void Listening(IActorRef socket)
    {
        Receive<Tcp.Connected>(OnConnected);
        Receive<NextMayComeIn>(_ => LetIn());
        Receive<ConnectionOver>(over => _door.Leave(over.CountedAs));
        Receive<RefusalOver>(_ => _refusals--);
        ReceiveAlways();
        Receive<ListenerCommand.Stop>(_ => Stop(socket));
    }

    private void ReceiveAlways()
    {
        Receive<LimitHit>(hit => _limits.OnHit(hit, Now));
        Receive<ListenerCommand.Describe>(Describe);
    }

    private void Stop(IActorRef socket)
    {
        foreach (var connection in Context.GetChildren())
            connection.Tell(new ConnectionCommand.Finish());
        foreach (var waiting in _door.SendAway())
            TellWhy(waiting, Texts.ServerStopping);
        Timers.Cancel(NextMayComeIn.Instance);
        Become(() => Draining(socket));
        StopListeningWhenEmpty(socket);
    }

    private void Draining(IActorRef socket)
    {
        Receive<Tcp.Connected>(connected => Refuse(StartOf(connected), Texts.ServerStopping));
        Receive<ConnectionOver>(over =>
        {
            _door.Leave(over.CountedAs);
            StopListeningWhenEmpty(socket);
        });
        Receive<RefusalOver>(_ => _refusals--);
        ReceiveAlways();
        Receive<Tcp.Unbound>(_ =>
        {
            Become(Closed);
            StopWhenAllAreRefused();
        });
    }

    // Nobody can come any more; those at the door hear out why.
    private void Closed()
    {
        Receive<RefusalOver>(_ =>
        {
            _refusals--;
            StopWhenAllAreRefused();
        });
        ReceiveAlways();
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

        if (_door.NextAt() is { } next && !Timers.IsTimerActive(NextMayComeIn.Instance))
            Timers.StartSingleTimer(NextMayComeIn.Instance, NextMayComeIn.Instance, Longer(next - Now, ShortestWait));
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

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private ConnectionStart StartOf(Tcp.Connected connected) =>
        new(Sender, (IPEndPoint)connected.RemoteAddress) { Wire = _wires.Take(connected.RemoteAddress) };

    private IActorRef Open(Props props) => Context.ActorOf(props, "conn-" + (++_lastConnection).ToString(CultureInfo.InvariantCulture));

    private void StopListeningWhenEmpty(IActorRef socket)
    {
        if (_door.Inside == 0)
            socket.Tell(Tcp.Unbind.Instance);
    }

    private void StopWhenAllAreRefused()
    {
        if (_refusals == 0)
            Context.Stop(Self);
    }

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
