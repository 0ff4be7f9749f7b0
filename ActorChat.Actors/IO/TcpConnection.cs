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
internal sealed class TcpConnection : InternalActorRef
{
    private readonly Socket _socket;
    private readonly ActorSystemImpl _system;
    private readonly bool _pullMode;
    private readonly TcpReader _reader;
    private readonly TcpWriter _writer;
    private IActorRef? _handler;
    private Cancelable? _registerTimeout;
    private List<InternalActorRef>? _watchers;
    private Tcp.CloseCommand? _closing;
    private IActorRef? _closer;
    private bool _keepOpen;
    private bool _readingSuspended;
    private bool _peerClosed;
    private bool _endsWhenFlushed;
    private bool _ended;

    private TcpConnection(LocalActorRef parent, ActorPath path, Socket socket, int receiveBufferSize, bool pullMode)
    {
        Path = path;
        Parent = parent;
        _system = parent.Cell.SystemImpl;
        _socket = socket;
        _pullMode = pullMode;
        _readingSuspended = pullMode;
        _reader = new TcpReader(this, socket, receiveBufferSize);
        _writer = new TcpWriter(this, socket);
        Activity.CountOpened();
    }

    public override ActorPath Path { get; }

    public override InternalActorRef Parent { get; }

    public override bool IsTerminated => Volatile.Read(ref _ended);

    /// <summary>Where it counts what it does.</summary>
    public TcpActivity Activity => _system.Activity.Tcp;

    /// <summary>Whether bytes are wanted now.</summary>
    public bool MayRead => !_ended && !_peerClosed && !_readingSuspended && _handler is not null;

    /// <summary>Takes a connected socket over and tells the commander. False, and the socket is freed, when the peer has gone already.</summary>
    public static bool Open(
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
            var connection = new TcpConnection(parent, parent.Path / name, socket, settings.ReceiveBufferSize, pullMode);
            connection.AwaitHandler(settings.RegisterTimeout);
            commander.Tell(connected, connection);
            return true;
        }
        catch (SocketException)
        {
            // Reset between accept and here (ENOTCONN): as good as never connected.
            socket.Dispose();
            return false;
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
                    (_watchers ??= []).Add(watch.Watcher);
                    break;
                case Unwatch unwatch:
                    _watchers?.Remove(unwatch.Watcher);
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
        if (_pullMode)
            _readingSuspended = true;
        _handler?.Tell(new Tcp.Received(ByteString.FromBytes(bytes.ToArray())), this);
        return MayRead;
    }

    /// <summary>A socket operation failed.</summary>
    public void OnError(SocketError error) => End(error == SocketError.OperationAborted
        ? Tcp.Aborted.Instance
        : new Tcp.ErrorClosed(new SocketException((int)error).Message));

    /// <summary>Everything that was accepted is in the kernel's hands.</summary>
    public void OnFlushed()
    {
        switch (_closing)
        {
            case Tcp.Close:
                End(Tcp.Closed.Instance);
                break;
            case Tcp.ConfirmedClose when _peerClosed:
                End(Tcp.ConfirmedClosed.Instance);
                break;
            case Tcp.ConfirmedClose:
                ShutdownSend();
                break;
            case null when _endsWhenFlushed:
                End(Tcp.PeerClosed.Instance);
                break;
            default:
                break;
        }
    }

    private void AwaitHandler(TimeSpan limit)
    {
        if (limit == Timeout.InfiniteTimeSpan)
            return;
        _registerTimeout = new Cancelable(_system.Scheduler);
        _system.Scheduler.Advanced.ScheduleOnce(limit, Stop, _registerTimeout);
    }

    private void Handle(object message, IActorRef? sender)
    {
        switch (message)
        {
            case Tcp.Write write:
                Write(write, sender);
                break;
            case Tcp.ResumeReading:
                _readingSuspended = false;
                Read();
                break;
            case Tcp.CompoundWrite compound:
                foreach (var part in compound)
                    Write((Tcp.Write)part, sender);
                break;
            case Tcp.SuspendReading:
                _readingSuspended = true;
                break;
            case Tcp.Register register:
                Register(register);
                break;
            case Tcp.Abort:
                _closer = sender;
                End(Tcp.Aborted.Instance);
                break;
            case Tcp.CloseCommand close:
                Close(close, sender);
                break;
            case Tcp.ResumeWriting:
                sender?.Tell(Tcp.WritingResumed.Instance, this);
                break;
            default:
                _system.DeadLetterRef.Report(message, sender, this);
                break;
        }
    }

    private void Refuse(object message, IActorRef? sender)
    {
        if (message is Tcp.WriteCommand write && write.Parts().Any(part => part.WantsAck))
            sender?.Tell(write.FailureMessage.WithCause(new SocketException((int)SocketError.NotConnected)), this);
        else
            _system.DeadLetterRef.Report(message, sender, this);
    }

    private void Register(Tcp.Register register)
    {
        if (_handler is not null)
            return;
        _registerTimeout?.Cancel();
        _registerTimeout = null;
        _keepOpen = register.KeepOpenOnPeerClosed;
        _handler = register.Handler;
        if (InternalActorRef.Of(_handler) is { } watched)
            watched.SendSystemMessage(new Watch(watched, this));
        Read();
    }

    private void Write(Tcp.Write write, IActorRef? sender)
    {
        if (_closing is not null || _endsWhenFlushed || _ended)
            Refuse(write, sender);
        else
            _writer.Write(new PendingWrite(write.Data.Memory, write.WantsAck ? write.Ack : null, sender));
    }

    private void Read()
    {
        if (MayRead)
            _reader.Start();
    }

    private void Close(Tcp.CloseCommand close, IActorRef? sender)
    {
        if (_closing is not null)
            return;
        _closing = close;
        _closer = sender;
        if (close is Tcp.ConfirmedClose)
        {
            // The peer's end can only be seen by reading. In pull mode this is one read more, in case nothing else will come: a peer
            // that sends on must not fill the mailbox of a handler that only wants to close.
            _readingSuspended = false;
            Read();
        }
        else
        {
            _readingSuspended = true;
        }

        if (!_ended && _writer.IsIdle)
            OnFlushed();
    }

    private void OnPeerClosed()
    {
        _peerClosed = true;
        if (_closing is Tcp.ConfirmedClose)
        {
            if (_writer.IsIdle)
                End(Tcp.ConfirmedClosed.Instance);
        }
        else if (_keepOpen && _closing is null)
        {
            _handler?.Tell(Tcp.PeerClosed.Instance, this);
        }
        else if (_writer.IsIdle)
        {
            End(Tcp.PeerClosed.Instance);
        }
        else
        {
            // The peer has only ended its own side: it may still read what was accepted for it.
            _endsWhenFlushed = true;
        }
    }

    private void ShutdownSend()
    {
        try
        {
            _socket.Shutdown(SocketShutdown.Send);
        }
        catch (SocketException failure)
        {
            OnError(failure.SocketErrorCode);
        }
    }

    private void End(Tcp.ConnectionClosed closed)
    {
        if (_ended)
            return;
        Volatile.Write(ref _ended, true);
        Activity.CountClosed();
        _registerTimeout?.Cancel();
        Free(closed);
        _reader.Dispose();
        _writer.Dispose();
        Announce(closed);
    }

    // Disposing of a socket that waits to read resets the connection, unless this side has been ended before. Where the peer's end
    // has been read, nothing waits and nothing more can come.
    private void Free(Tcp.ConnectionClosed closed)
    {
        if (closed is Tcp.Aborted)
            Reset();
        else if (closed is Tcp.ErrorClosed || _peerClosed)
            _socket.Dispose();
        else
            TcpLinger.End(_socket);
    }

    private void Reset()
    {
        try
        {
            _socket.LingerState = new LingerOption(enable: true, seconds: 0);
        }
        catch (SocketException)
        {
            // Some systems take no options of a connection that the peer has reset already.
        }

        _socket.Dispose();
    }

    private void Announce(Tcp.ConnectionClosed closed)
    {
        _handler?.Tell(closed, this);
        if (_closer is not null && !_closer.Equals(_handler))
            _closer.Tell(closed, this);
        InternalActorRef.Of(_handler)?.SendSystemMessage(new Unwatch(this));
        foreach (var watcher in _watchers ?? [])
            watcher.SendSystemMessage(new DeathWatchNotification(this, existenceConfirmed: true));
        _watchers = null;
    }
}
