using System.Buffers;
using System.Net.Sockets;

namespace Akka.IO;

/// <summary>The one asynchronous send of a connection, with a buffer from the shared pool while it is under way.</summary>
internal sealed class TcpSend(TcpWriter writer) : SocketAsyncEventArgs(true)
{
    // Enough to fill a socket's buffer, small enough for the shared pool.
    private const int SendSize = 64 * 1024;

    private byte[] _buffer = [];

    /// <summary>Gathers writes, skipping what was sent of the first, and sends them. Whether it will complete later.</summary>
    public bool Start(Socket socket, IEnumerable<PendingWrite> writes, int sentOfFirst)
    {
        _buffer = ArrayPool<byte>.Shared.Rent(SendSize);
        SetBuffer(_buffer, 0, Gather(writes, sentOfFirst));
        return socket.SendAsync(this);
    }

    /// <summary>Gives the buffer back: the send has completed.</summary>
    public void ReturnBuffer()
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
    }

    protected override void OnCompleted(SocketAsyncEventArgs e) => writer.OnCompleted(this);

    private int Gather(IEnumerable<PendingWrite> writes, int skip)
    {
        var length = 0;
        foreach (var write in writes)
        {
            var data = write.Data.Span[skip..];
            skip = 0;
            var part = Math.Min(data.Length, _buffer.Length - length);
            data[..part].CopyTo(_buffer.AsSpan(length));
            length += part;
            if (part < data.Length)
                break;
        }

        return length;
    }
}
