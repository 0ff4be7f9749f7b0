using System.Diagnostics.CodeAnalysis;
using System.Net.Sockets;
using ActorChat.Actors.Watching;
using Akka.Actor;
using Akka.Dispatch.SysMsg;

namespace Akka.IO;

/// <summary>
/// One connection. To its handler it looks like an actor, but it is a state machine under its own monitor: a write that nothing
/// stands before goes to the kernel at once, on the thread that tells it, without a mailbox in between. Completions of the socket
/// come on the thread pool and take the same lock. What handlers are told is told under the lock too, so that it comes in order.
/// </summary>
[SuppressMessage("Design", "CA2002", Justification = "Internal and sealed: nobody else can lock it, and an own lock object would cost every idle connection.")]
internal sealed partial class TcpConnection : InternalActorRef
{
    private readonly Socket _socket;
    private readonly ActorSystemImpl _system;
    private readonly bool _pullMode;
    private readonly TcpReader _reader;
    private readonly TcpWriter _writer;
    private IActorRef? _handler;
    private InternalActorRef? _watched;
    private Cancelable? _registerTimeout;
    private FewRefs _watchers;
    private Tcp.CloseCommand? _closing;
    private List<IActorRef>? _closers;
    private bool _keepOpen;
    private bool _useResumeWriting;
    private bool _writingSuspended;
    private IActorRef? _resumer;
    private bool _readingSuspended;
    private bool _peerClosed;
    private bool _endsWhenFlushed;
    private bool _ended;

    private TcpConnection(LocalActorRef parent, ActorPath path, Socket socket, TcpSettings settings, bool pullMode)
    {
        Path = path;
        Parent = parent;
        _system = parent.Cell.SystemImpl;
        _socket = socket;
        _pullMode = pullMode;
        _readingSuspended = pullMode;
        _reader = new TcpReader(this, socket, settings.ReceiveBufferSize);
        _writer = new TcpWriter(this, socket, settings.WriteCommandsQueueMaxSize);
        Activity.CountOpened();
    }

    public override ActorPath Path { get; }

    public override InternalActorRef Parent { get; }

    public override bool IsTerminated => Volatile.Read(ref _ended);

    /// <summary>Where it counts what it does.</summary>
    public TcpActivity Activity => _system.Activity.Tcp;

    /// <summary>Whether bytes are wanted now; or, where nobody has registered, the peer's end, which only reading shows.</summary>
    public bool MayRead => !_ended && !_peerClosed && !_readingSuspended && (_handler is not null || _closing is Tcp.ConfirmedClose);

    /// <summary>Takes a connected socket over and tells the commander.</summary>
    /// <exception cref="SocketException">The peer has gone already (ENOTCONN), or an option does not fit. The socket is freed.</exception>
    public static void Open(
        LocalActorRef parent, string name, Socket socket, TcpSettings settings, IEnumerable<Inet.SocketOption> options, bool pullMode, IActorRef commander)
    {
        try
        {
            socket.Blocking = false;
            // As in Akka: a chat line must not wait for the acknowledgement of the one before (Nagle's algorithm). An option may undo it.
            socket.NoDelay = true;
            foreach (var option in options)
                option.AfterConnect(socket);
            var connected = new Tcp.Connected(socket.RemoteEndPoint!, socket.LocalEndPoint!);
            var connection = new TcpConnection(parent, parent.Path / name, socket, settings, pullMode);
            commander.Tell(connected, connection);
            connection.AwaitHandler(commander, settings.RegisterTimeout);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    public override void Tell(object message, IActorRef? sender)
    {
        lock (this)
        {
            if (_ended)
                Refuse(Required(message), sender);
            else
                Handle(Required(message), sender);
        }
    }

    public override void SendSystemMessage(SystemMessage message)
    {
        lock (this)
        {
            switch (message)
            {
                case Watch watch when _ended:
                    watch.AnswerForTheDead();
                    break;
                case Watch watch:
                    _watchers.Set(watch.Watcher, null);
                    break;
                case Unwatch unwatch:
                    _watchers.Remove(unwatch.Watcher, out _);
                    break;
                case DeathWatchNotification death when !death.Actor.Equals(_watched):
                    // Of the commander, after another has registered: that one answers for the connection now.
                    break;
                case DeathWatchNotification or Terminate:
                    // The handler is gone, or somebody wants the connection to be: nobody is left to whom an end in good order matters.
                    End(Tcp.Aborted.Instance);
                    break;
                default:
                    break;
            }
        }
    }

    public override void Stop() => SendSystemMessage(new Terminate());

    /// <summary>Bytes were read, or the peer's end (none). True when reading is to go on at once.</summary>
    public bool OnRead(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
        {
            OnPeerClosed();
            return false;
        }

        Activity.CountRead(bytes.Length);
        if (_pullMode && _handler is not null)
            _readingSuspended = true;
        _handler?.Tell(new Tcp.Received(ByteString.FromBytes(bytes.ToArray())), this);
        return MayRead;
    }

    /// <summary>A socket operation failed.</summary>
    public void OnError(SocketError error) => End(error == SocketError.OperationAborted
        ? Tcp.Aborted.Instance
        : new Tcp.ErrorClosed(new SocketException((int)error).Message));

    // Until somebody registers, the connection ends with whom it was told to: nobody else knows of it. It may have registered already.
    private void AwaitHandler(IActorRef commander, TimeSpan limit)
    {
        lock (this)
        {
            if (_handler is not null || _ended)
                return;
            // Not with what only waits for one answer, as an Ask does: it has ended with the news of the connection.
            EndWith(InternalActorRef.Of(commander) as LocalActorRef);
            if (limit == Timeout.InfiniteTimeSpan || _ended)
                return;
            _registerTimeout = new Cancelable(_system.Scheduler);
            _system.Scheduler.Advanced.ScheduleOnce(limit, OnRegisterTimeout, _registerTimeout);
        }
    }

    private void OnRegisterTimeout()
    {
        lock (this)
        {
            if (_handler is null)
                End(Tcp.Aborted.Instance);
        }
    }

    private void EndWith(IActorRef? actor)
    {
        _watched?.SendSystemMessage(new Unwatch(this));
        _watched = actor is null ? null : InternalActorRef.Of(actor);
        _watched?.SendSystemMessage(new Watch(_watched, this));
    }
}
