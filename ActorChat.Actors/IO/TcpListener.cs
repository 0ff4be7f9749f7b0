using System.Globalization;
using System.Net.Sockets;
using ActorChat.Actors.Watching;
using Akka.Actor;
using Akka.Event;

namespace Akka.IO;

/// <summary>
/// One listening socket. Errors are sorted by whose they are: the connection's (take the next one), the machine's (out of
/// descriptors or memory: pause 100 ms, and say so once a minute), the listener's own (end, and say why). It pauses before the last
/// descriptors are gone (<see cref="Descriptors"/>). Connections outlive their listener.
/// </summary>
internal sealed class TcpListener : ReceiveActor, IWithTimers
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan WarningInterval = TimeSpan.FromMinutes(1);

    private readonly TcpSettings _settings;
    private readonly Tcp.Bind _bind;
    private readonly ILoggingAdapter _log = Context.GetLogger();
    private readonly PendingAccept _accept;
    private Socket? _socket;
    private long _lastConnection;
    private TimeSpan? _lastWarning;
    private bool _short;

    public TcpListener(TcpSettings settings, Tcp.Bind bind, IActorRef commander)
    {
        _settings = settings;
        _bind = bind;
        _accept = new PendingAccept(Self);

        Receive<PendingAccept.Arrived>(_ => OnAccepted());
        Receive<AcceptMore>(_ => AcceptBatch());
        Receive<Tcp.ResumeAccepting>(_ => AcceptBatch());
        Receive<Tcp.Unbind>(_ => Unbind());
        Receive<Terminated>(_ => Context.Stop(Self));
        Listen(commander);
    }

    public ITimerScheduler Timers { get; set; } = null!;

    private static TcpActivity Activity => ActorCell.Current!.SystemImpl.Activity.Tcp;

    protected override void PostStop()
    {
        _socket?.Dispose();
        _accept.Close();
    }

    private void Listen(IActorRef commander)
    {
        try
        {
            _socket = new Socket(_bind.LocalAddress.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
            foreach (var option in _bind.Options)
                option.BeforeServerSocketBind(_socket);
            _socket.Bind(_bind.LocalAddress);
            _socket.Listen(_bind.Backlog);
        }
        catch (Exception failure)
        {
            // Whatever it is, a port in use or an option that does not fit: who asked has to know.
            commander.Tell(_bind.FailureMessage.WithCause(failure));
            Context.Stop(Self);
            return;
        }

        Context.Watch(_bind.Handler);
        commander.Tell(new Tcp.Bound(_socket.LocalEndPoint!));
        if (!_bind.PullMode)
            Self.Tell(AcceptMore.Instance);
    }

    private void Unbind()
    {
        // Accepted before the end, though its news stands behind this command: it is not to be closed without a word.
        if (_accept.TakeArrived() is { } last)
            Open(last);
        _socket!.Dispose();
        Sender.Tell(Tcp.Unbound.Instance);
        Context.Stop(Self);
    }

    private void AcceptBatch()
    {
        if (_accept.UnderWay)
            return;
        if (_short && Descriptors.AreShort())
        {
            PauseAccepting(SocketError.TooManyOpenSockets);
            return;
        }

        _short = false;
        for (var i = 0; i < _settings.BatchAcceptLimit; i++)
        {
            if (_accept.Start(_socket!) || !Take())
                return;
        }

        Self.Tell(AcceptMore.Instance);
    }

    private void OnAccepted()
    {
        _accept.UnderWay = false;
        if (Take())
            AcceptBatch();
    }

    // Whether to go on at once.
    private bool Take()
    {
        if (_accept.SocketError == SocketError.Success)
        {
            var accepted = _accept.TakeSocket();
            _short = Descriptors.AreShortAt(accepted.SafeHandle);
            Open(accepted);
            if (_short)
                PauseAccepting(SocketError.TooManyOpenSockets);
            return !_short;
        }

        var answer = AcceptErrors.AnswerTo(_accept.SocketError);
        if (answer != AcceptAnswer.Leave)
            Activity.CountRefusal(_accept.SocketError);
        if (answer == AcceptAnswer.Pause)
            PauseAccepting(_accept.SocketError);
        else if (answer == AcceptAnswer.Fail)
            Fail();
        return answer == AcceptAnswer.Next;
    }

    private void PauseAccepting(SocketError reason)
    {
        var now = Context.System.Scheduler.MonotonicClock;
        if (_lastWarning is null || now - _lastWarning >= WarningInterval)
        {
            _lastWarning = now;
            _log.Warning("No more connections can be accepted for now on {0}: {1}", _socket!.LocalEndPoint!, reason);
        }

        Timers.StartSingleTimer(AcceptMore.Instance, AcceptMore.Instance, Pause);
    }

    private void Fail()
    {
        _log.Error("No connection can be accepted any more on {0}: {1}", _bind.LocalAddress, _accept.SocketError);
        Context.Stop(Self);
    }

    private void Open(Socket socket)
    {
        var name = (++_lastConnection).ToString(CultureInfo.InvariantCulture);
        try
        {
            TcpConnection.Open(ActorCell.Current!.SelfRef, name, socket, _settings, _bind.Options, _bind.PullMode, _bind.Handler);
        }
        catch (SocketException failure)
        {
            // Reset between accept and here (ENOTCONN): as good as never connected.
            Activity.CountRefusal(failure.SocketErrorCode);
            _log.Debug("A connection on {0} was over before it began: {1}", _bind.LocalAddress, failure.SocketErrorCode);
        }
        catch (Exception failure)
        {
            _log.Warning("A connection on {0} could not be set up: {1}", _bind.LocalAddress, failure.Message);
        }
    }

    private sealed class AcceptMore : IDeadLetterSuppression
    {
        public static readonly AcceptMore Instance = new();
    }
}
