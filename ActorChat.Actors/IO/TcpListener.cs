using System.Net.Sockets;
using ActorChat.Actors.Watching;
using Akka.Actor;
using Akka.Event;

namespace Akka.IO;

/// <summary>
/// One listening socket. Errors are sorted by whose they are: the connection's (take the next one), the machine's (out of
/// descriptors or memory: pause 100 ms, say so once), the listener's own (end, and say why). Connections outlive their listener.
/// </summary>
internal sealed class TcpListener : ReceiveActor, IWithTimers
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly TcpSettings _settings;
    private readonly Tcp.Bind _bind;
    private readonly ILoggingAdapter _log = Context.GetLogger();
    private readonly Accepting _accepting;
    private readonly Socket _socket;
    private long _lastConnection;
    private bool _exhausted;

    public TcpListener(TcpSettings settings, Tcp.Bind bind, IActorRef commander)
    {
        _settings = settings;
        _bind = bind;
        _accepting = new Accepting(Self);
        _socket = new Socket(bind.LocalAddress.AddressFamily, SocketType.Stream, ProtocolType.Tcp);

        Receive<AcceptCompleted>(_ => OnAccepted());
        Receive<AcceptMore>(_ => AcceptBatch());
        Receive<Tcp.ResumeAccepting>(_ => AcceptBatch());
        Receive<Tcp.Unbind>(_ =>
        {
            _socket.Dispose();
            Sender.Tell(Tcp.Unbound.Instance);
            Context.Stop(Self);
        });
        Receive<Terminated>(_ => Context.Stop(Self));
        Listen(commander);
    }

    public ITimerScheduler Timers { get; set; } = null!;

    private static TcpActivity Activity => ActorCell.Current!.SystemImpl.Activity.Tcp;

    protected override void PostStop()
    {
        _socket.Dispose();

        // Accepted, but the message that says so will not be worked on any more.
        _accepting.AcceptSocket?.Dispose();
        _accepting.Dispose();
    }

    private void Listen(IActorRef commander)
    {
        try
        {
            foreach (var option in _bind.Options)
                option.BeforeServerSocketBind(_socket);
            _socket.Bind(_bind.LocalAddress);
            _socket.Listen(_bind.Backlog);
        }
        catch (Exception failure) when (failure is SocketException or NotSupportedException or ArgumentException)
        {
            commander.Tell(_bind.FailureMessage.WithCause(failure));
            Context.Stop(Self);
            return;
        }

        Context.Watch(_bind.Handler);
        commander.Tell(new Tcp.Bound(_socket.LocalEndPoint!));
        if (!_bind.PullMode)
            Self.Tell(AcceptMore.Instance);
    }

    private void AcceptBatch()
    {
        if (_accepting.Pending)
            return;
        for (var i = 0; i < _settings.BatchAcceptLimit; i++)
        {
            if (_accepting.Start(_socket) || !Take())
                return;
        }

        Self.Tell(AcceptMore.Instance);
    }

    private void OnAccepted()
    {
        _accepting.Pending = false;
        if (Take())
            AcceptBatch();
    }

    // Whether to go on at once.
    private bool Take()
    {
        if (_accepting.SocketError is not (SocketError.Success or SocketError.OperationAborted))
            Activity.CountRefusal(_accepting.SocketError);
        switch (_accepting.SocketError)
        {
            case SocketError.Success:
                _exhausted = false;
                Open(_accepting.TakeSocket());
                return true;
            case SocketError.OperationAborted:
                return false;
            case SocketError.TooManyOpenSockets or SocketError.NoBufferSpaceAvailable or SocketError.SystemNotReady:
                PauseAccepting();
                return false;
            default:
                // The errors of accept(2) that are left belong to a connection that is gone already.
                return true;
        }
    }

    private void PauseAccepting()
    {
        if (!_exhausted)
            _log.Warning("No more connections can be accepted for now on {0}: {1}", _bind.LocalAddress, _accepting.SocketError);
        _exhausted = true;
        Timers.StartSingleTimer(AcceptMore.Instance, AcceptMore.Instance, Pause);
    }

    private void Open(Socket socket)
    {
        var name = (++_lastConnection).ToString(System.Globalization.CultureInfo.InvariantCulture);
        if (!TcpConnection.Open(ActorCell.Current!.SelfRef, name, socket, _settings, _bind.Options, _bind.PullMode, _bind.Handler))
            Activity.CountRefusal(SocketError.NotConnected);
    }

    private sealed class AcceptCompleted : IDeadLetterSuppression
    {
        public static readonly AcceptCompleted Instance = new();
    }

    private sealed class AcceptMore : IDeadLetterSuppression
    {
        public static readonly AcceptMore Instance = new();
    }

    // The one accept that is under way; completes as a message to the listener.
    private sealed class Accepting(IActorRef listener) : SocketAsyncEventArgs(true)
    {
        public bool Pending { get; set; }

        /// <summary>Whether it will complete later, with a message.</summary>
        public bool Start(Socket socket) => Pending = socket.AcceptAsync(this);

        public Socket TakeSocket()
        {
            var accepted = AcceptSocket!;
            AcceptSocket = null;
            return accepted;
        }

        protected override void OnCompleted(SocketAsyncEventArgs e) => listener.Tell(AcceptCompleted.Instance, ActorRefs.NoSender);
    }
}
