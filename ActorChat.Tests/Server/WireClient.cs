using System.Net;
using System.Net.Sockets;
using System.Text;
using Xunit;

namespace ActorChat.Tests.Server;

/// <summary>The other end of the wire: writes raw bytes to a real socket and reads what comes. Every wait has an end.</summary>
internal sealed class WireClient : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    private readonly Socket _socket;
    private readonly StringBuilder _unread = new();
    private readonly Decoder _decoder = Encoding.UTF8.GetDecoder();

    private WireClient(Socket socket) => _socket = socket;

    public static async Task<WireClient> ConnectAsync(IPEndPoint server)
    {
        var socket = new Socket(server.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        using var limit = new CancellationTokenSource(Limit);
        await socket.ConnectAsync(server, limit.Token);
        return new WireClient(socket);
    }

    /// <summary>Connects to the chat port and takes a nickname, as a line client.</summary>
    public static async Task<WireClient> JoinAsync(IPEndPoint chat, string nickname)
    {
        var client = await ConnectAsync(chat);
        await client.ExpectAsync("Nickname: ");
        await client.SendLineAsync(nickname);
        var welcome = await client.ReadLineAsync();
        Assert.StartsWith($"Bienvenido, {nickname}.", welcome, StringComparison.Ordinal);
        return client;
    }

    public Task SendLineAsync(string line) => SendAsync(line + "\n");

    public Task SendAsync(string text) => SendAsync(Encoding.UTF8.GetBytes(text));

    public async Task SendAsync(ReadOnlyMemory<byte> bytes)
    {
        using var limit = new CancellationTokenSource(Limit);
        while (!bytes.IsEmpty)
            bytes = bytes[await _socket.SendAsync(bytes, SocketFlags.None, limit.Token)..];
    }

    public void EndSending() => _socket.Shutdown(SocketShutdown.Send);

    /// <summary>Ends with a reset instead of a FIN.</summary>
    public void Reset()
    {
        _socket.LingerState = new LingerOption(enable: true, seconds: 0);
        _socket.Dispose();
    }

    /// <summary>The next line without its end; null at the server's end.</summary>
    public async Task<string?> ReadLineAsync()
    {
        while (true)
        {
            var text = _unread.ToString();
            var end = text.IndexOf('\n', StringComparison.Ordinal);
            if (end >= 0)
            {
                _unread.Remove(0, end + 1);
                return text[..end];
            }

            if (!await ReceiveAsync())
                return text.Length == 0 ? null : throw new EndOfStreamException($"The server closed after '{text}'.");
        }
    }

    /// <summary>Reads exactly this text, which may end without a line end.</summary>
    public async Task ExpectAsync(string text)
    {
        while (_unread.Length < text.Length && await ReceiveAsync())
        {
        }

        var came = _unread.ToString();
        Assert.StartsWith(text, came, StringComparison.Ordinal);
        _unread.Remove(0, text.Length);
    }

    public async Task ExpectLineAsync(string line) => Assert.Equal(line, await ReadLineAsync());

    /// <summary>Everything up to the server's end.</summary>
    public async Task<string> ReadToEndAsync()
    {
        while (await ReceiveAsync())
        {
        }

        var all = _unread.ToString();
        _unread.Clear();
        return all;
    }

    public ValueTask DisposeAsync()
    {
        _socket.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<bool> ReceiveAsync()
    {
        var bytes = new byte[4096];
        using var limit = new CancellationTokenSource(Limit);
        var count = await _socket.ReceiveAsync(bytes, SocketFlags.None, limit.Token);
        var chars = new char[Encoding.UTF8.GetMaxCharCount(count)];
        _unread.Append(chars, 0, _decoder.GetChars(bytes, 0, count, chars, 0));
        return count > 0;
    }
}
