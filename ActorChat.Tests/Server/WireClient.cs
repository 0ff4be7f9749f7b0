using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace ActorChat.Tests.Server;

/// <summary>The other end of the wire: writes raw bytes to a real socket and reads what comes. Every wait has an end.</summary>
internal sealed class WireClient : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    private readonly Socket _socket;
    private SslStream? _tls;
    private readonly Decoder _decoder = Encoding.UTF8.GetDecoder();
    private readonly byte[] _bytes = new byte[64 * 1024];
    private string _unread = string.Empty;
    private int _at;

    private WireClient(Socket socket) => _socket = socket;

    /// <summary>Empty before <see cref="EnterAsync"/>.</summary>
    public string Nickname { get; private set; } = string.Empty;

    /// <summary>Its own address, as the server sees it.</summary>
    public EndPoint Local => _socket.LocalEndPoint!;

    /// <summary>Connects; with a small buffer (in bytes) for who is to fall behind soon, and from another own address where one is given.</summary>
    public static async Task<WireClient> ConnectAsync(IPEndPoint server, int receiveBuffer = 0, IPAddress? from = null)
    {
        var socket = new Socket(server.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        if (receiveBuffer > 0)
            socket.ReceiveBufferSize = receiveBuffer;
        if (from is not null)
            socket.Bind(new IPEndPoint(from, 0));
        using var limit = new CancellationTokenSource(Limit);
        try
        {
            await socket.ConnectAsync(server, limit.Token);
            return new WireClient(socket);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Connects to the chat port, up to the prompt.</summary>
    public static async Task<WireClient> KnockAsync(IPEndPoint chat, int receiveBuffer = 0, IPAddress? from = null)
    {
        var client = await ConnectAsync(chat, receiveBuffer, from);
        await client.ExpectAsync("Nickname: ");
        return client;
    }

    /// <summary>Connects to the chat port and takes a nickname, as a line client.</summary>
    public static async Task<WireClient> JoinAsync(IPEndPoint chat, string nickname, int receiveBuffer = 0)
    {
        var client = await KnockAsync(chat, receiveBuffer);
        return await client.EnterAsync(nickname, nickname);
    }

    /// <summary>Does the same as a client of numbered lines.</summary>
    public static async Task<WireClient> JoinNumberedAsync(IPEndPoint chat, string nickname)
    {
        var client = await KnockAsync(chat);
        await client.AskAsync("/cliente numeros", "* numeros");
        return await client.EnterAsync(nickname, nickname);
    }

    /// <summary>Connects by TLS to the chat port and takes a nickname.</summary>
    public static async Task<WireClient> JoinTlsAsync(IPEndPoint chat, string nickname, int receiveBuffer = 0)
    {
        var client = await ConnectAsync(chat, receiveBuffer);
        await client.EncryptAsync();
        await client.ExpectAsync("Nickname: ");
        return await client.EnterAsync(nickname, nickname);
    }

    /// <summary>Gives a message to the confirmation port. Gives all that is answered.</summary>
    public static async Task<string> ConfirmAsync(IPEndPoint confirmation, string message)
    {
        await using var client = await ConnectAsync(confirmation);
        await client.SendLineAsync(message);
        return await client.ReadToEndAsync();
    }

    /// <summary>Sends at a prompt the line that lets in: a nickname, or the password of a registered one.</summary>
    public async Task<WireClient> EnterAsync(string line, string nickname)
    {
        await SendLineAsync(line);
        Assert.StartsWith($"Bienvenido, {nickname}.", await ReadLineAsync(), StringComparison.Ordinal);
        Nickname = nickname;
        return this;
    }

    /// <summary>Does the handshake of TLS, and trusts any certificate. Gives the one that the server has shown.</summary>
    public async Task<X509Certificate2> EncryptAsync(SslClientAuthenticationOptions? options = null)
    {
        _tls = new SslStream(new NetworkStream(_socket, ownsSocket: false));
        options ??= new SslClientAuthenticationOptions { TargetHost = "localhost" };
        options.RemoteCertificateValidationCallback ??= (_, shown, _, _) => shown is not null;
        using var limit = new CancellationTokenSource(Limit);
        await _tls.AuthenticateAsClientAsync(options, limit.Token);
        return new X509Certificate2(_tls.RemoteCertificate!);
    }

    public Task SendLineAsync(string line) => SendAsync(line + "\n");

    /// <summary>Sends a line, to which the next one that comes must be this answer.</summary>
    public async Task AskAsync(string line, string answer)
    {
        await SendLineAsync(line);
        await ExpectLineAsync(answer);
    }

    /// <summary>Sends a line at a prompt, to which comes this answer with a prompt behind it.</summary>
    public async Task TryAsync(string line, string answer)
    {
        await SendLineAsync(line);
        await ExpectAsync(answer);
    }

    public Task SendAsync(string text) => SendAsync(Encoding.UTF8.GetBytes(text));

    public async Task SendAsync(ReadOnlyMemory<byte> bytes)
    {
        using var limit = new CancellationTokenSource(Limit);
        if (_tls is not null)
        {
            await _tls.WriteAsync(bytes, limit.Token);
            return;
        }

        while (!bytes.IsEmpty)
            bytes = bytes[await _socket.SendAsync(bytes, SocketFlags.None, limit.Token)..];
    }

    /// <summary>Sends bytes past the encryption.</summary>
    public async Task SendAsItIsAsync(ReadOnlyMemory<byte> bytes) => await _socket.SendAsync(bytes);

    public void EndSending() => _socket.Shutdown(SocketShutdown.Send);

    /// <summary>Ends its side as TLS does, by close_notify.</summary>
    public Task EndTlsAsync() => _tls!.ShutdownAsync();

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
            var end = _unread.IndexOf('\n', _at);
            if (end >= 0)
                return Take(end + 1)[..^1];
            if (!await ReceiveAsync())
                return _at == _unread.Length ? null : throw new EndOfStreamException($"The server closed after '{_unread[_at..]}'.");
        }
    }

    /// <summary>Reads exactly this text, which may end without a line end.</summary>
    public async Task ExpectAsync(string text)
    {
        while (_unread.Length - _at < text.Length && await ReceiveAsync())
        {
        }

        Assert.StartsWith(text, _unread[_at..], StringComparison.Ordinal);
        Take(_at + text.Length);
    }

    /// <summary>Whatever comes next, in one piece; empty at the server's end.</summary>
    public async Task<string> ReadTextAsync()
    {
        if (_at == _unread.Length)
            await ReceiveAsync();
        return Take(_unread.Length);
    }

    public async Task ExpectLineAsync(string line) => Assert.Equal(line, await ReadLineAsync());

    public async Task ExpectLinesAsync(IEnumerable<string> lines)
    {
        foreach (var line in lines)
            await ExpectLineAsync(line);
    }

    public async Task<List<string>> ReadLinesAsync(int count)
    {
        var lines = new List<string>(count);
        while (lines.Count < count)
            lines.Add(await ReadLineAsync() ?? throw new EndOfStreamException($"The server closed after {lines.Count} lines."));
        return lines;
    }

    /// <summary>All that this member was sent and has not read yet: up to a private message to itself, which comes behind it.</summary>
    public async Task<List<string>> ReadAllSoFarAsync()
    {
        var mark = Guid.NewGuid().ToString();
        await SendLineAsync($"#{Nickname} {mark}");
        var lines = await ReadUntilAsync($"[privado a {Nickname}] {mark}");
        lines.Remove($"[privado] {Nickname}: {mark}");
        return lines;
    }

    /// <summary>The lines before this one, which is read too.</summary>
    public async Task<List<string>> ReadUntilAsync(string last)
    {
        var lines = new List<string>();
        for (var line = await ReadLineAsync(); line != last; line = await ReadLineAsync())
            lines.Add(line ?? throw new EndOfStreamException($"The server closed before '{last}'."));
        return lines;
    }

    /// <summary>Everything up to the reset by the server that is to come.</summary>
    public async Task<string> ReadToResetAsync()
    {
        await Assert.ThrowsAsync<SocketException>(ReadToEndAsync);
        return Take(_unread.Length);
    }

    /// <summary>Everything up to the server's end.</summary>
    public async Task<string> ReadToEndAsync()
    {
        while (await ReceiveAsync())
        {
        }

        return Take(_unread.Length);
    }

    /// <summary>The bytes as they are up to the server's end, of which some may not be text.</summary>
    public async Task<byte[]> ReadBytesToEndAsync()
    {
        using var limit = new CancellationTokenSource(Limit);
        using var bytes = new MemoryStream();
        while (await _socket.ReceiveAsync(_bytes, SocketFlags.None, limit.Token) is > 0 and var count)
            bytes.Write(_bytes, 0, count);
        return bytes.ToArray();
    }

    public ValueTask DisposeAsync()
    {
        _socket.Dispose();
        return ValueTask.CompletedTask;
    }

    private string Take(int end)
    {
        var taken = _unread[_at..end];
        _at = end;
        return taken;
    }

    private async Task<bool> ReceiveAsync()
    {
        using var limit = new CancellationTokenSource(Limit);
        var count = _tls is not null ? await _tls.ReadAsync(_bytes, limit.Token) : await _socket.ReceiveAsync(_bytes, SocketFlags.None, limit.Token);
        _unread = _unread[_at..] + Decode(count);
        _at = 0;
        return count > 0;
    }

    // A character may come in two parts.
    private string Decode(int count)
    {
        var chars = new char[Encoding.UTF8.GetMaxCharCount(count)];
        return new string(chars, 0, _decoder.GetChars(_bytes, 0, count, chars, 0));
    }
}
