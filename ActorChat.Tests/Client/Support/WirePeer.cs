namespace ActorChat.Tests.Client.Support;

/// <summary>The server's end of one connection.</summary>
internal sealed class WirePeer(Socket socket) : IDisposable
{
    private readonly StreamReader _reader = new(new NetworkStream(socket, ownsSocket: true), new UTF8Encoding(false));

    public Task SendAsync(string text) => SendAsync(Encoding.UTF8.GetBytes(text));

    public async Task SendAsync(byte[] bytes)
    {
        ReadOnlyMemory<byte> rest = bytes;
        while (!rest.IsEmpty)
            rest = rest[await socket.SendAsync(rest).AsTask().WaitAsync(TestTimeout.Limit)..];
    }

    /// <summary>Sends to somebody who may have left.</summary>
    public async Task TrySendAsync(string text)
    {
        try
        {
            await SendAsync(text);
        }
        catch (SocketException)
        {
            // Left.
        }
    }

    /// <summary>Asks for the nickname as the server does, and grants numbers, or knows none.</summary>
    /// <returns>What it answered.</returns>
    public async Task<string?> AskAsync(bool isNumbered = false)
    {
        await SendAsync("Nickname: ");
        var line = await ReadLineAsync();
        if (line != ChatCommandParser.NumbersLine)
            return line;

        await SendAsync(isNumbered ? "* numeros\n" : "Comando desconocido: /cliente. Escribe /ayuda para ver los comandos.\nNickname: ");
        return await ReadLineAsync();
    }

    /// <summary>Asks for the nickname, and lets the client in.</summary>
    /// <returns>What it answered.</returns>
    public async Task<string?> WelcomeAsync(bool isNumbered = false)
    {
        var nick = await AskAsync(isNumbered);
        await SendAsync($"Bienvenido, {nick}. Usuarios conectados: 1. Escribe /ayuda para ver los comandos.\n");
        return nick;
    }

    /// <summary>Answers what the client asks by itself when it comes, in a room without history.</summary>
    public async Task AnswerRequestsAsync()
    {
        Assert.Equal("/historial 1 general", await ReadLineAsync());
        await SendAsync("[general past 0 0 end]\n");
        Assert.Equal("/listar", await ReadLineAsync());
        Assert.Equal("/salas", await ReadLineAsync());
        await SendAsync("Usuarios conectados (1): ana\nSalas (1):\n- general: 1 usuario\n");
    }

    /// <summary>The client's next line; null when it has completed its sending.</summary>
    public Task<string?> ReadLineAsync() => _reader.ReadLineAsync().WaitAsync(TestTimeout.Limit);

    /// <summary>Everything that the client still sends, until it completes its sending.</summary>
    public Task<string> ReadToEndAsync() => _reader.ReadToEndAsync().WaitAsync(TestTimeout.Limit);

    /// <summary>Ends the connection with a reset, as a crashed machine's network stack would.</summary>
    public void Reset()
    {
        socket.LingerState = new LingerOption(enable: true, seconds: 0);
        socket.Close();
    }

    public void Dispose() => _reader.Dispose();
}
