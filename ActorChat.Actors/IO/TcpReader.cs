using System.Buffers;
using System.Net.Sockets;

namespace Akka.IO;

/// <summary>
/// The receiving half of a connection. While nothing comes it holds no buffer: it waits with a receive of zero bytes, and only
/// when that completes takes a buffer from the shared pool, for one non-blocking read. All members are called under the
/// connection's lock, except the completion and the next turn, which take it.
/// </summary>
internal sealed class TcpReader(TcpConnection connection, Socket socket, int bufferSize) : SocketAsyncEventArgs(true), IThreadPoolWorkItem
{
    // After so many reads on end it is the others' turn: a peer that sends faster than we read would keep the thread and the
    // connection's lock for itself, and whoever wants to end the connection would wait for it.
    private const int MaxReads = 16;

    // A completion or the next turn is to come.
    private bool _waiting;

    /// <summary>Reads what is there, or waits for it.</summary>
    public void Start()
    {
        if (_waiting)
            return;
        for (var reads = 0; reads < MaxReads; reads++)
        {
            if (WaitForBytes() || !ReadOnce())
                return;
        }

        _waiting = true;
        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    void IThreadPoolWorkItem.Execute()
    {
        lock (connection)
        {
            _waiting = false;
            if (connection.MayRead)
                Start();
        }
    }

    protected override void OnCompleted(SocketAsyncEventArgs e)
    {
        lock (connection)
        {
            _waiting = false;
            if (!connection.IsTerminated && ReadOnce())
                Start();
        }
    }

    // Whether the bytes will come later, with a completion.
    private bool WaitForBytes() => _waiting = socket.ReceiveAsync(this);

    // Whether to go on.
    private bool ReadOnce()
    {
        if (SocketError != SocketError.Success)
        {
            connection.OnError(SocketError);
            return false;
        }

        var buffer = ArrayPool<byte>.Shared.Rent(bufferSize);
        try
        {
            var count = socket.Receive(buffer.AsSpan(0, bufferSize), SocketFlags.None, out var error);
            if (error == SocketError.Success)
                return connection.OnRead(buffer.AsSpan(0, count));
            if (error == SocketError.WouldBlock)
                return true;
            connection.OnError(error);
            return false;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
