using System.Net.Sockets;
using Akka.Actor;
using Akka.Dispatch.SysMsg;

namespace Akka.IO;

/// <content>How it ends, from the first sign to the last word. All members are called under the lock.</content>
internal sealed partial class TcpConnection
{
    /// <summary>Everything that was accepted is in the kernel's hands.</summary>
    public void OnFlushed()
    {
        _resumer?.Tell(Tcp.WritingResumed.Instance, this);
        _resumer = null;
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

    private void Close(Tcp.CloseCommand close, IActorRef? sender)
    {
        AddCloser(sender);
        if (_closing is not null)
            return;
        _closing = close;
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

    private void AddCloser(IActorRef? closer)
    {
        if (closer is not null && _closers?.Contains(closer) != true)
            (_closers ??= []).Add(closer);
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
        foreach (var closer in _closers ?? [])
        {
            if (!closer.Equals(_handler))
                closer.Tell(closed, this);
        }

        foreach (var write in _writer.TakeUnsent())
            Fail(write);
        EndWith(null);
        foreach (var watcher in _watchers.Keys)
            watcher.SendSystemMessage(new DeathWatchNotification(this, existenceConfirmed: true));
        _watchers.Clear();
    }
}
