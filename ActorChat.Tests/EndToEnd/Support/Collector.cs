namespace ActorChat.Tests.EndToEnd.Support;

/// <summary>The receiving end of OTLP over HTTP, on a free port: says yes to every export and lets a test wait for what comes.</summary>
internal sealed class Collector : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly TaskCompletionSource<string> _received = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly string[] _expected;
    private readonly HashSet<string> _found = [];

    /// <param name="expected">Texts that the exports must hold, all together.</param>
    public Collector(params string[] expected)
    {
        _expected = expected;
        _listener.Start();
        _ = AcceptAsync();
    }

    public Uri Address => new($"http://{_listener.LocalEndpoint}");

    /// <summary>The first line of a request, when all that is expected has come.</summary>
    public Task<string> Received => _received.Task;

    public void Dispose()
    {
        _end.Cancel();
        _listener.Dispose();
        _end.Dispose();
    }

    // Ends, as what it has begun does, with the cancellation at the end of the test, which nobody waits for.
    private async Task AcceptAsync()
    {
        while (true)
            _ = ServeAsync(await _listener.AcceptTcpClientAsync(_end.Token).ConfigureAwait(false));
    }

    // Several at a time: a client that gave a request up may keep its connection, and make another one for the next.
    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            while (await ServeOneAsync(client.GetStream()).ConfigureAwait(false))
            {
            }
        }
    }

    // One request; false at the end of the connection.
    private async Task<bool> ServeOneAsync(NetworkStream stream)
    {
        var head = new StringBuilder();
        var one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            if (await stream.ReadAsync(one, _end.Token).ConfigureAwait(false) == 0)
                return false;
            head.Append((char)one[0]);
        }

        var lines = head.ToString().Split("\r\n");
        var length = lines.First(line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase)).Split(':')[1];
        var body = new byte[int.Parse(length, CultureInfo.InvariantCulture)];
        await stream.ReadExactlyAsync(body, _end.Token).ConfigureAwait(false);
        await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Type: application/x-protobuf\r\nContent-Length: 0\r\n\r\n"u8.ToArray(), _end.Token).ConfigureAwait(false);
        Look(Encoding.Latin1.GetString(body), lines[0]);
        return true;
    }

    private void Look(string body, string request)
    {
        lock (_found)
        {
            _found.UnionWith(_expected.Where(text => body.Contains(text, StringComparison.Ordinal)));
            if (_found.Count == _expected.Length)
                _received.TrySetResult(request);
        }
    }
}
