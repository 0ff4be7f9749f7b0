using System.Globalization;
using System.Net;
using ActorChat.Server.Net.Peers;
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
internal sealed class ListenerActor : ReceiveActor, ILogReceive
{
    // Connections that the kernel keeps while we are busy; it caps this at net.core.somaxconn.
    private const int Backlog = 4096;
    private const int AcceptBatch = 16;
    private const int MaxRefusals = 64;

    private readonly ListenerSettings _settings;
    private readonly WireCollector _wires = new();
    private readonly ILoggingAdapter _log = Context.GetLogger();
    private long _lastConnection;
    private int _connections;
    private int _refusals;
    private IDisposable? _tracked;

    public ListenerActor(ListenerSettings settings)
    {
        _settings = settings;
        Binding();
    }

    public static Props PropsFor(ListenerSettings settings) => Props.Create<ListenerActor>(settings);

    // Not with Inet.SO.ReuseAddress: .NET sets SO_REUSEADDR by itself where a restart needs it, and with that option SO_REUSEPORT
    // too, so that a second server would take connections away from the first instead of being refused the port.
    protected override void PreStart()
    {
        Context.System.Tcp().Tell(new Tcp.Bind(Self, _settings.EndPoint, Backlog, [new NoDelay(), new UnsentLimit(), _settings.Connections.KeepAlive, _wires], pullMode: true));
        _tracked = ServerMeter.TrackConnections(Context.System.Name, _settings.Name, () => Volatile.Read(ref _connections));
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
        Receive<Terminated>(_ => _connections--);
        Receive<RefusalOver>(_ => _refusals--);
        Receive<ListenerCommand.Describe>(Describe);
        Receive<ListenerCommand.Stop>(_ =>
        {
            foreach (var connection in Context.GetChildren())
                connection.Tell(new ConnectionCommand.Finish());
            Become(() => Draining(socket));
            StopListeningWhenEmpty(socket);
        });
    }

    private void Draining(IActorRef socket)
    {
        Receive<Tcp.Connected>(connected => Refuse(connected, _settings.Connections.Texts.ServerStopping));
        Receive<Terminated>(_ =>
        {
            _connections--;
            StopListeningWhenEmpty(socket);
        });
        Receive<RefusalOver>(_ => _refusals--);
        Receive<ListenerCommand.Describe>(Describe);
        Receive<Tcp.Unbound>(_ =>
        {
            Become(Closed);
            StopWhenAllAreRefused();
        });
    }

    // Nobody can come any more; those at the door hear out why.
    private void Closed() => Receive<RefusalOver>(_ =>
    {
        _refusals--;
        StopWhenAllAreRefused();
    });

    private static void Describe(ListenerCommand.Describe describe)
    {
        var connections = Context.GetChildren().ToList();
        describe.To.Tell(new ListenerEvent.Describing(connections.Count));
        foreach (var connection in connections)
            connection.Tell(new ConnectionCommand.Describe(describe.To));
    }

    private void OnConnected(Tcp.Connected connected)
    {
        if (_connections >= _settings.MaxConnections)
        {
            _log.Debug("{0} refused: {1} connections", connected.RemoteAddress, _connections);
            Refuse(connected, _settings.Connections.Texts.ServerFull);
            return;
        }

        Context.Watch(Open(_settings.Handler(StartOf(connected))));
        _connections++;
    }

    private void Refuse(Tcp.Connected connected, string text)
    {
        // Politeness costs an actor for a moment: beyond these it is left to the reset.
        if (_refusals >= MaxRefusals)
        {
            Sender.Tell(Tcp.Abort.Instance);
            return;
        }

        // Its story is not worth two lines at INFO: somebody who knocks all the time must not fill the log.
        var quietly = _settings.Connections with { StoryLevel = LogLevel.DebugLevel };
        Context.WatchWith(Open(RefusalActor.PropsFor(StartOf(connected), quietly, text)), RefusalOver.Instance);
        _refusals++;
    }

    private ConnectionStart StartOf(Tcp.Connected connected) =>
        new(Sender, (IPEndPoint)connected.RemoteAddress) { Wire = _wires.Take(connected.RemoteAddress) };

    private IActorRef Open(Props props) => Context.ActorOf(props, "conn-" + (++_lastConnection).ToString(CultureInfo.InvariantCulture));

    private void StopListeningWhenEmpty(IActorRef socket)
    {
        if (_connections == 0)
            socket.Tell(Tcp.Unbind.Instance);
    }

    private void StopWhenAllAreRefused()
    {
        if (_refusals == 0)
            Context.Stop(Self);
    }

    private sealed class RefusalOver
    {
        public static readonly RefusalOver Instance = new();
    }
}
