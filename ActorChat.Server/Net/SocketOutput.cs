using System.Buffers;
using Akka.Actor;
using Akka.IO;

namespace ActorChat.Server.Net;

/// <summary>
/// What waits to be sent on one connection. One write is under way at a time: what comes meanwhile is gathered and leaves in one
/// write when the acknowledgement is back. Since the acknowledgement comes through the mailbox, behind the deliveries that wait
/// there already, a busy connection sends in batches by itself. Never more than the cap waits here, a reader that is slower
/// than its room is the caller's to end.
/// </summary>
/// <param name="socket">The connection.</param>
/// <param name="maxQueued">The most bytes that may wait.</param>
internal sealed class SocketOutput(IActorRef socket, int maxQueued)
{
    // The most bytes of one write: fills a socket's buffer, and is a size of the shared pool.
    private const int BatchSize = 64 * 1024;

    private Queue<ByteString>? _queue;
    private byte[]? _batch;
    private bool _writing;
    private int _writingBytes;
    private long _writes;
    private bool _sealed;

    /// <summary>Whether nothing waits and nothing is under way.</summary>
    public bool IsIdle => !_writing;

    /// <summary>The number of the write that the peer is to take, counted from 1; null when there is none, or none that matters any more.</summary>
    public long? WriteUnderWay => _writing && !_sealed ? _writes : null;

    /// <summary>The bytes that wait.</summary>
    public int QueuedBytes { get; private set; }

    /// <summary>The bytes that wait and those of the write under way.</summary>
    public int UnsentBytes => QueuedBytes + _writingBytes;

    /// <summary>The command to write these bytes, for any number of connections: what goes to a whole room is made once.</summary>
    public static Tcp.Write Prepare(ByteString bytes) => Tcp.Write.Create(bytes, WriteDone.Instance);

    /// <summary>Sends what was prepared, or queues it. False when it does not fit under the cap: it is not sent.</summary>
    public bool TrySend(Tcp.Write write)
    {
        if (_sealed || write.Data.IsEmpty)
            return true;
        if (!_writing)
        {
            Write(write);
            return true;
        }

        if (QueuedBytes + write.Data.Count > maxQueued)
            return false;
        Enqueue(write.Data);
        return true;
    }

    /// <summary>Sends one more line behind those that wait, whatever the cap, and drops all that come after it.</summary>
    public void SendLast(ByteString line)
    {
        if (_sealed)
            return;
        _sealed = true;
        if (_writing)
            Enqueue(line);
        else
            Write(Prepare(line));
    }

    /// <summary>Forgets what waits behind the write that is under way.</summary>
    public void DropQueued()
    {
        _queue = null;
        QueuedBytes = 0;
    }

    /// <summary>The write that was under way is done: sends what has gathered.</summary>
    public void OnWritten()
    {
        _writing = false;
        _writingBytes = 0;
        if (_batch is not null)
        {
            ArrayPool<byte>.Shared.Return(_batch);
            _batch = null;
        }

        if (_queue is { Count: > 0 } queue)
            Write(Prepare(Gather(queue)));
        else
            _queue = null;
    }

    /// <summary>There is nobody to send to any more: drops what waits and what comes.</summary>
    public void Close()
    {
        _sealed = true;
        _writing = false;
        _writingBytes = 0;
        DropQueued();
    }

    private void Enqueue(ByteString line)
    {
        (_queue ??= new Queue<ByteString>()).Enqueue(line);
        QueuedBytes += line.Count;
    }

    private void Write(Tcp.Write write)
    {
        _writing = true;
        _writes++;
        _writingBytes = write.Data.Count;
        socket.Tell(write);
    }

    private ByteString Gather(Queue<ByteString> queue)
    {
        if (queue.Count == 1 || queue.Peek().Count >= BatchSize)
            return Dequeue(queue);
        _batch = ArrayPool<byte>.Shared.Rent(BatchSize);
        var length = 0;
        while (queue.TryPeek(out var next) && length + next.Count <= BatchSize)
            length += Dequeue(queue).CopyTo(_batch, length, next.Count);
        return ByteString.FromBytes(_batch, 0, length);
    }

    private ByteString Dequeue(Queue<ByteString> queue)
    {
        var line = queue.Dequeue();
        QueuedBytes -= line.Count;
        return line;
    }
}
