using System.Net.WebSockets;
using ActorChat.Server.Transport.Streams;

namespace ActorChat.Server.Web;

/// <summary>
/// The messages of a WebSocket as a stream of lines: each text message becomes a line, or several if it has line ends itself, and each write a
/// text message.
/// </summary>
internal sealed class WebSocketStream(WebSocket socket) : IByteStream
{
    private static readonly byte[] NoObject = "\"binary\"\n"u8.ToArray();

    private readonly TaskCompletionSource _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _isEnded;
    private bool _isInText;
    private int _isClosed;

    /// <summary>Completes when nothing more is read or written.</summary>
    public Task Closed => _closed.Task;

    public Task OpenAsync() => Task.CompletedTask;

    public async ValueTask AwaitInputAsync()
    {
        if (!_isEnded && !_isInText)
            Note(await socket.ReceiveAsync(Memory<byte>.Empty, CancellationToken.None));
    }

    public async ValueTask<int> ReadAsync(Memory<byte> buffer)
    {
        while (!_isEnded)
        {
            var received = await socket.ReceiveAsync(buffer[..^1], CancellationToken.None);
            Note(received);
            if (received.MessageType == WebSocketMessageType.Binary && received.EndOfMessage)
                return CopyTo(buffer, NoObject);
            if (received.MessageType != WebSocketMessageType.Text || (received.Count == 0 && !received.EndOfMessage))
                continue;
            if (!received.EndOfMessage)
                return received.Count;
            buffer.Span[received.Count] = (byte)'\n';
            return received.Count + 1;
        }

        return 0;
    }

    public ValueTask WriteAsync(ReadOnlyMemory<byte> bytes) =>
        socket.SendAsync(bytes, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);

    public Task EndAsync() => socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, statusDescription: null, CancellationToken.None);

    public void Close(bool reset)
    {
        if (Interlocked.Exchange(ref _isClosed, 1) != 0)
            return;
        if (reset)
            socket.Abort();
        _closed.SetResult();
    }

    private static int CopyTo(Memory<byte> buffer, byte[] line)
    {
        line.CopyTo(buffer);
        return line.Length;
    }

    private void Note(ValueWebSocketReceiveResult received)
    {
        _isEnded = received.MessageType == WebSocketMessageType.Close;
        _isInText = received is { MessageType: WebSocketMessageType.Text, EndOfMessage: false };
    }
}
