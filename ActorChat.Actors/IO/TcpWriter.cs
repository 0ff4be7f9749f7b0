using System.Net.Sockets;

namespace Akka.IO;

/// <summary>
/// The sending half of a connection. A write that nothing stands before is sent at once, without waiting for anything; what the
/// kernel does not take waits in a queue. When the kernel takes again, as much of the queue as fits one buffer leaves in one
/// send. Memory for the queue and the buffer exists only meanwhile. All members are called under the connection's lock, except
/// the completion, which takes it.
/// </summary>
/// <param name="connection">Told errors, and when all is sent; the sender of acknowledgements.</param>
/// <param name="socket">Non-blocking.</param>
/// <param name="mostQueued">The most that may wait, in bytes; negative for no limit.</param>
internal sealed class TcpWriter(TcpConnection connection, Socket socket, int mostQueued) : IDisposable
{
    private Queue<PendingWrite>? _queue;
    private long _queuedBytes;
    private int _sentOfFirst;
    private TcpSend? _send;

    /// <summary>Whether everything that was accepted is in the kernel's hands.</summary>
    public bool IsIdle => _queue is null;

    /// <summary>Whether this may be written: a write that would have to wait behind too much is refused before it begins.</summary>
    public bool HasRoomFor(Tcp.WriteCommand write) =>
        mostQueued < 0 || _queue is null || _queuedBytes + write.Parts().Sum(part => (long)((Tcp.Write)part).Data.Count) <= mostQueued;

    /// <summary>Sends, or queues what cannot be sent now. The acknowledgement is told when the last byte has left.</summary>
    public void Write(PendingWrite write)
    {
        connection.Activity.CountWrite();
        if (_queue is not null)
        {
            Enqueue(_queue, write);
            return;
        }

        var error = SocketError.Success;
        var sent = write.Data.IsEmpty ? 0 : socket.Send(write.Data.Span, SocketFlags.None, out error);
        if (sent > 0)
            connection.Activity.CountSent(sent);
        if (sent == write.Data.Length)
        {
            Acknowledge(write);
            return;
        }

        _queue = new Queue<PendingWrite>();
        Enqueue(_queue, write);
        if (error is not (SocketError.Success or SocketError.WouldBlock))
        {
            connection.OnError(error);
            return;
        }

        _sentOfFirst = Math.Max(sent, 0);
        Flush();
    }

    public void Dispose() => _send?.Dispose();

    /// <summary>Takes back what has not left and never will: the connection has ended.</summary>
    public IEnumerable<PendingWrite> TakeUnsent()
    {
        var unsent = _queue;
        _queue = null;
        return unsent ?? Enumerable.Empty<PendingWrite>();
    }

    /// <summary>The completion of a send that had to wait.</summary>
    public void OnCompleted(TcpSend send)
    {
        lock (connection)
        {
            send.ReturnBuffer();
            if (connection.IsTerminated || !OnSent(send))
                return;
            Flush();
            if (IsIdle && !connection.IsTerminated)
                connection.OnFlushed();
        }
    }

    private void Enqueue(Queue<PendingWrite> queue, PendingWrite write)
    {
        queue.Enqueue(write);
        _queuedBytes += write.Data.Length;
    }

    private void Acknowledge(PendingWrite write)
    {
        if (write.Command.WantsAck)
            write.Commander?.Tell(write.Command.Ack, connection);
    }

    private void Flush()
    {
        _send ??= new TcpSend(this);
        while (_queue is { Count: > 0 } queue)
        {
            if (_send.Start(socket, queue, _sentOfFirst))
                return;
            _send.ReturnBuffer();
            if (!OnSent(_send))
                return;
        }

        _queue = null;
    }

    private bool OnSent(TcpSend send)
    {
        if (send.SocketError != SocketError.Success)
        {
            connection.OnError(send.SocketError);
            return false;
        }

        connection.Activity.CountSent(send.BytesTransferred);
        _sentOfFirst += send.BytesTransferred;
        while (_queue!.TryPeek(out var first) && first.Data.Length <= _sentOfFirst)
        {
            _sentOfFirst -= first.Data.Length;
            _queuedBytes -= first.Data.Length;
            _queue.Dequeue();
            Acknowledge(first);
        }

        return true;
    }
}
