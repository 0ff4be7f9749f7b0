using System.Buffers;
using System.Net.Sockets;

namespace Akka.IO;

/// <summary>
/// The receiving half of a connection. While nothing comes it holds no buffer: it waits with a receive of zero bytes, and only
/// when that completes takes a buffer from the shared pool, for one non-blocking read. All members are called under the
/// connection's lock, except the completion and the continuation, which take it.
/// </summary>
internal sealed class TcpReader(TcpConnection connection, Socket socket, int bufferSize) : SocketAsyncEventArgs(true), IThreadPoolWorkItem
{
    // After so many reads in a row the lock is given up: while a peer floods, the handler's writes must get through.
    private const int MostReads = 16;

    private bool _waiting;

    // Set while the handler is told. One that runs on this very thread, as tests have it, may ask for more meanwhile: it gets it next.
    private bool _telling;

    /// <summary>Reads what is there, or waits for it.</summary>
    public void Start()
    {
        if (_waiting || _telling)
            return;
        for (var reads = 0; reads < MostReads; reads++)
        {
            if (WaitForBytes() || !ReadOnce())
                return;
        }

        _waiting = true;
        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    /// <summary>Goes on after a pause in which others had the lock.</summary>
    public void Execute()
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
            if (connection.IsTerminated)
                return;

            // Bytes that came after reading was suspended stay in the kernel; a reset ends the connection all the same.
            if (!connection.MayRead)
                LookForError();
            else if (ReadOnce())
                Start();
        }
    }

    private bool Tell(ReadOnlySpan<byte> bytes)
    {
        _telling = true;
        try
        {
            return connection.OnRead(bytes);
        }
        finally
        {
            _telling = false;
        }
    }

    private void LookForError()
    {
        Span<byte> first = stackalloc byte[1];
        socket.Receive(first, SocketFlags.Peek, out var error);
        if (error is not (SocketError.Success or SocketError.WouldBlock))
            connection.OnError(error);
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
                return Tell(buffer.AsSpan(0, count));
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
