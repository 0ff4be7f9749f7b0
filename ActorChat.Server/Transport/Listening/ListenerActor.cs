using System.Globalization;
using System.Net;
using ActorChat.Server.Resources;
using ActorChat.Server.Telemetry;
using ActorChat.Server.Transport.Connections;
using ActorChat.Server.Transport.Limits;
using ActorChat.Server.Transport.Sockets;
using ActorChat.Server.Transport.Streams;
using ActorChat.Server.Transport.Tls;
using Akka.Actor;
using Akka.Event;
using Akka.IO;

namespace ActorChat.Server.Transport.Listening;

/// <summary>
/// Serves one port on all its addresses, with a child actor per connection. A failing connection ends alone. While stopping, the listening
/// sockets stay open until the last connection has finished: Akka resets the connections of a closed one. New clients get a notice.
/// </summary>
internal sealed partial class ListenerActor : ReceiveActor, ILogReceive
{
    private const int MaxRefusals = 64;

    private readonly ListenerSettings _settings;
    private readonly PortAddress[] _addresses;
    private readonly ConnectionLimiter _limiter;
    private readonly LimitReporter _limits;
    private readonly ILoggingAdapter _log = Context.GetLogger();
    private readonly AcceptedSockets _sockets = new();
    private ActorTimer _nextAdmission;
    private long _lastConnection;
    private int _refusals;
    private IDisposable? _tracked;

    public ListenerActor(ListenerSettings settings)
    {
        _settings = settings;
        _addresses =
        [
            .. settings.EndPoints.Select(endPoint => new PortAddress(endPoint, isEncrypted: false)),
            .. settings.TlsEndPoints.Select(endPoint => new PortAddress(endPoint, isEncrypted: true)),
        ];
        _limiter = new ConnectionLimiter(settings.Limits);
        _limits = new LimitReporter(Context.System.Name, settings.Name, _log, Texts);
        Binding(0, []);
    }

    private TimeSpan Now => Clock.Now();

    private TimeProvider Clock => _settings.Connections.Clock;

    private Texts Texts => _settings.Connections.Texts;

    public static Props PropsFor(ListenerSettings settings) => Props.Create<ListenerActor>(settings);

    protected override void PreStart()
    {
        Bind(_addresses[0]);
        _tracked = ServerMeter.TrackConnections(Context.System.Name, _settings.Name, () => _limiter.ActiveCount);
    }

    protected override void PostStop()
    {
        _nextAdmission.Off();
        _lastArrivals.Off();
        foreach (var address in _addresses)
            address.StopWaiting();
        _tracked?.Dispose();
    }

    protected override SupervisorStrategy SupervisorStrategy() => new OneForOneStrategy(_ => Directive.Stop);

    // Never fails: that would suspend all connections, and Akka may lose one that fails at the same time.
    protected override bool AroundReceive(Receive receive, object message)
    {
        try
        {
            return base.AroundReceive(receive, message);
        }
        catch (Exception failure)
        {
            _log.Error(failure, failure.Message);
            return true;
        }
    }

    private void Listening()
    {
        ReceiveConnected(OnConnected);
        Receive<AdmissionDue>(_ => AdmitPending());
        ReceiveReopening();
        Receive<ListenerCommand.Stop>(_ => Stop(new ConnectionCommand.Finish()));
        Receive<ListenerCommand.Fail>(_ => Stop(new ConnectionCommand.Fail()));
        ReceiveAlways();
    }

    private void ReceiveConnected(Action<AcceptedConnection> handle)
    {
        Receive<Tcp.Connected>(connected => handle(StartOf(new StreamConnected(connected.RemoteAddress, connected.LocalAddress))));
        Receive<StreamConnected>(connected => handle(StartOf(connected)));
    }

    private void ReceiveAlways(Action? whenOver = null)
    {
        Receive<ConnectionClosed>(over =>
        {
            _limiter.Release(over.CountedAs);
            whenOver?.Invoke();
        });
        Receive<RejectionClosed>(_ =>
        {
            _refusals--;
            whenOver?.Invoke();
        });
        Receive<LimitExceeded>(hit => _limits.Report(hit, Now));
        Receive<Tcp.TcpListenerStatistics>(OnStatistics);
        Receive<ListenerCommand.Describe>(Describe);
    }

    private void Stop(ConnectionCommand command)
    {
        TellAll(command);
        foreach (var waiting in _limiter.DrainPending())
            Reject(waiting, NoticeKind.ServerStopping);
        _nextAdmission.Off();
        Become(Draining);
        CloseWhenEmpty();
    }

    private void Draining()
    {
        ReceiveConnected(start => Refuse(start, NoticeKind.ServerStopping));
        Receive<ListenerCommand.Fail>(_ => TellAll(new ConnectionCommand.Fail()));
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

    private void OnConnected(AcceptedConnection start)
    {
        if (_limiter.TryAdmit(start) is { } limit)
        {
            Report(limit, start);
            Refuse(start, NoticeOf(limit));
            return;
        }

        AdmitPending();
        if (_limiter.PendingCount > 0)
            Report(Limit.AcceptsPerSecond, start);
    }

    private void Report(Limit limit, AcceptedConnection start) =>
        _limits.Report(new LimitExceeded(limit, start.Peer.ToString(), Nickname: null), Now);

    private static NoticeKind NoticeOf(Limit limit) => limit switch
    {
        Limit.MaxConnections => NoticeKind.ServerFull,
        Limit.MaxConnectionsPerAddress => NoticeKind.TooManyFromAddress,
        Limit.AcceptsPerSecond => NoticeKind.TooManyAtOnce,
        _ => throw new ArgumentOutOfRangeException(nameof(limit)),
    };

    // Leaves connections above the accept rate unregistered, so that nothing is read from them yet.
    private void AdmitPending()
    {
        while (_limiter.TryAdmitPending(Now, out var admitted))
        {
            var over = admitted.CountedAs is null ? ConnectionClosed.Uncounted : new ConnectionClosed(admitted.CountedAs);
            Context.WatchWith(Open(_settings.Handler(admitted.Start)), over);
        }

        _nextAdmission.Off();
        if (_limiter.NextAt() is { } next)
            _nextAdmission.Set(next, Clock, Self, new AdmissionDue());
    }

    // Resets instead of sending a notice when too many rejections are open: each costs an actor.
    private void Refuse(AcceptedConnection start, NoticeKind reason)
    {
        if (_refusals < MaxRefusals)
            Reject(start, reason);
        else
            start.Socket.Tell(Tcp.Abort.Instance);
    }

    private void Reject(AcceptedConnection start, NoticeKind reason)
    {
        if (start.HasHandshake)
            start.Socket.Tell(new StreamSocketActor.SkipOpening());
        var props = RejectedConnectionActor.PropsFor(start, _settings.Connections, RefusalFor(start.HasHandshake, reason), _settings.Write(reason));
        Context.WatchWith(Open(props), new RejectionClosed());
        _refusals++;
    }

    // A handshake would cost more than the client may: it gets an alert, which has no words.
    private byte[] RefusalFor(bool hasHandshake, NoticeKind reason) => hasHandshake ? TlsStream.Refusal : _settings.Write(reason);

    private AcceptedConnection StartOf(StreamConnected connected)
    {
        var peer = PeerEndPoint.Normalize(connected.RemoteAddress);
        return new AcceptedConnection(Sender, peer)
        {
            RawSocket = _sockets.Take(connected.RemoteAddress, connected.LocalAddress),
            IsEncrypted = connected.IsEncrypted,
            HasHandshake = connected.HasHandshake,
            Language = connected.Language,

            // Also through one of this machine's own outer addresses the system carries it inside.
            IsPrivate = connected.IsEncrypted || IPAddress.IsLoopback(peer.Address)
                || peer.Address.Equals(PeerEndPoint.Normalize(connected.LocalAddress).Address),
        };
    }

    private IActorRef Open(Props props) => Context.ActorOf(props, "conn-" + (++_lastConnection).ToString(CultureInfo.InvariantCulture));

    private sealed record AdmissionDue : INoSerializationVerificationNeeded;

    private sealed record ConnectionClosed(IPAddress? CountedAs) : INoSerializationVerificationNeeded
    {
        public static readonly ConnectionClosed Uncounted = new(CountedAs: null);
    }

    private sealed record RejectionClosed : INoSerializationVerificationNeeded;
}
