using System.Net;
using ActorChat.Server.Net.Doors;
using ActorChat.Server.Net.Fairness;
using ActorChat.Server.Telemetry;
using Akka.Actor;
using Akka.Event;
using Akka.IO;

namespace ActorChat.Server.Net;

/// <content>The port itself: opening it, opening it again, closing it without losing anybody.</content>
internal sealed partial class ListenerActor
{
    // Connections that the kernel keeps while we are busy; it caps this at net.core.somaxconn.
    private const int Backlog = 4096;

    private static readonly TimeSpan ReopenPause = TimeSpan.FromSeconds(1);

    // Akka accepts whoever has connected before the gate was closed, in less time than this.
    private static readonly TimeSpan LastArrivals = TimeSpan.FromMilliseconds(20);

    private Alarm _reopening;
    private Alarm _lastArrivals;
    private LogPace _retriesPace;
    private long _retries;

    private bool IsEmpty => _door.Inside == 0 && _refusals == 0;

    // Not with Inet.SO.ReuseAddress: .NET sets SO_REUSEADDR by itself where a restart needs it, and with that option SO_REUSEPORT
    // too, so that a second server would take connections away from the first instead of being refused the port.
    private void Bind(IPEndPoint endPoint)
    {
        Inet.SocketOption[] options =
        [
            _gate, new DescriptorReserve(Self, Texts.ServerFull), new NoDelay(), new UrgentInline(), new UnsentLimit(), _settings.Connections.KeepAlive, _wires,
        ];
        Context.System.Tcp().Tell(new Tcp.Bind(Self, endPoint, Backlog, options, pullMode: true)
        {
            TcpSettings = TcpSettings.Create(Context.System) with { WriteCommandsQueueMaxSize = _settings.Connections.MaxQueued },
        });
    }

    private void Binding()
    {
        Receive<Tcp.Bound>(bound =>
        {
            Listen((IPEndPoint)bound.LocalAddress);
            Context.Parent.Tell(new ListenerEvent.Listening(_settings.Name, (IPEndPoint)bound.LocalAddress));
        });
        Receive<Tcp.CommandFailed>(failed =>
        {
            Context.Parent.Tell(new ListenerEvent.Failed(_settings.EndPoint, failed.Cause.GetOrElse(new IOException(failed.CauseString))));
            Context.Stop(Self);
        });
        Receive<ListenerCommand>(_ => Context.Stop(Self));
    }

    private void Listen(IPEndPoint endPoint)
    {
        var socket = Sender;
        Context.WatchWith(socket, PortLost.Instance);
        socket.Tell(new Tcp.SubscribeToTcpListenerStats(Self));
        _gate.Open();
        Become(() => Listening(socket, endPoint));
    }

    // A kind of error that Akka takes for the end of the listening socket. Its connections are gone; others must be able to come.
    private void Reopen(IPEndPoint endPoint)
    {
        _log.Error(Texts.PortLost(endPoint.ToString(), (long)ReopenPause.TotalSeconds));
        _ = _door.SendAway();
        _wires.Clear();
        _retries = 0;
        Become(() => Reopening(endPoint));
        ReopenLater();
    }

    private void Reopening(IPEndPoint endPoint)
    {
        Receive<BindAgain>(_ =>
        {
            _reopening.Off();
            Bind(endPoint);
        });
        Receive<Tcp.Bound>(_ =>
        {
            _log.Info(Texts.PortReopened(endPoint.ToString()));
            Listen(endPoint);
        });
        Receive<Tcp.CommandFailed>(_ => ReopenLater());
        Receive<ListenerCommand.Stop>(_ => Stop(socket: null, new ConnectionCommand.Finish()));
        Receive<ListenerCommand.GiveUp>(_ => Stop(socket: null, new ConnectionCommand.GiveUp()));
        ReceiveAlways();
    }

    private void ReopenLater() => _reopening.Set(Now + ReopenPause, Clock, Self, BindAgain.Instance);

    // By the system's clock: this waits for the kernel, whatever time it is to those who watch limits.
    private void CloseWhenEmpty(IActorRef? socket)
    {
        if (!IsEmpty)
            return;
        if (socket is null)
        {
            Context.Stop(Self);
            return;
        }

        _gate.Close();
        _lastArrivals.Off();
        _lastArrivals.Set(TimeProvider.System.Now() + LastArrivals, TimeProvider.System, Self, LastHasCome.Instance);
    }

    // Akka tries again by itself, a hundred times a second, and its own lines about it are left out of the log.
    private void OnStatistics(Tcp.TcpListenerStatistics statistics)
    {
        var retries = statistics.RetriedIncomingConnections - _retries;
        _retries = statistics.RetriedIncomingConnections;
        if (retries > 0 && _retriesPace.TryPass(Now, out _))
            _log.Warning(Texts.AcceptFails(_settings.Name, retries));
    }

    private sealed class PortLost
    {
        public static readonly PortLost Instance = new();
    }

    private sealed class BindAgain
    {
        public static readonly BindAgain Instance = new();
    }

    private sealed class LastHasCome
    {
        public static readonly LastHasCome Instance = new();
    }
}
