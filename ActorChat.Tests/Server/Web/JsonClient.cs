using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ActorChat.Tests.Server.Web;

/// <summary>A program that speaks <c>actorchat.v1</c>. Reads one object after the other.</summary>
internal sealed class JsonClient : IAsyncDisposable
{
    private readonly ClientWebSocket _socket = new();
    private readonly Queue<JsonObject> _read = new();
    private long _last;

    public WebSocketState State => _socket.State;

    public static async Task<JsonClient> ConnectAsync(IPEndPoint web, Action<ClientWebSocketOptions>? configure = null, string query = "")
    {
        var client = new JsonClient();
        client._socket.Options.AddSubProtocol("actorchat.v1");
        configure?.Invoke(client._socket.Options);
        using var limit = new CancellationTokenSource(TestTimeout.Limit);
        await client._socket.ConnectAsync(new Uri($"ws://{web}/ws{query}"), limit.Token);
        return client;
    }

    /// <summary>Connects and gets in.</summary>
    public static async Task<JsonClient> JoinAsync(IPEndPoint web, string nickname)
    {
        var client = await ConnectAsync(web);
        await client.AskAsync(new { type = "hello", nick = nickname }, "welcome");
        return client;
    }

    public Task SendAsync(object request) => SendAsync(JsonSerializer.Serialize(request));

    public async Task SendAsync(string text)
    {
        using var limit = new CancellationTokenSource(TestTimeout.Limit);
        await _socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, endOfMessage: true, limit.Token);
    }

    public async Task SendPartAsync(byte[] bytes, WebSocketMessageType kind, bool isLast)
    {
        using var limit = new CancellationTokenSource(TestTimeout.Limit);
        await _socket.SendAsync(bytes, kind, isLast, limit.Token);
    }

    /// <summary>Sends a request with a number; gives its answer. What comes before that, and is of the type asked for, is the answer too.</summary>
    public async Task<JsonObject> AskAsync(object request, string? type = null)
    {
        var numbered = JsonSerializer.SerializeToNode(request)!.AsObject();
        numbered["n"] = ++_last;
        await SendAsync(numbered);
        JsonObject? typed = null;
        while (true)
        {
            var answer = await ReadAsync() ?? throw new EndOfStreamException();
            if (type is not null && (string?)answer["type"] == type)
                typed = answer;
            if ((long?)answer["n"] == _last)
                return typed ?? answer;
        }
    }

    /// <summary>The next object; null at the end.</summary>
    public async Task<JsonObject?> ReadAsync()
    {
        while (_read.Count == 0)
        {
            using var limit = new CancellationTokenSource(TestTimeout.Limit);
            using var message = new MemoryStream();
            var buffer = new byte[4096];
            WebSocketReceiveResult received;
            do
            {
                received = await _socket.ReceiveAsync(buffer, limit.Token);
                message.Write(buffer, 0, received.Count);
            }
            while (!received.EndOfMessage);
            if (received.MessageType == WebSocketMessageType.Close)
                return null;
            foreach (var line in Encoding.UTF8.GetString(message.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries))
                _read.Enqueue(JsonNode.Parse(line)!.AsObject());
        }

        return _read.Dequeue();
    }

    /// <summary>Reads until an object of this type.</summary>
    public async Task<JsonObject> ExpectAsync(string type)
    {
        while (await ReadAsync() is { } read)
        {
            if ((string?)read["type"] == type)
                return read;
        }

        throw new EndOfStreamException($"no {type}");
    }

    public async Task CloseAsync()
    {
        using var limit = new CancellationTokenSource(TestTimeout.Limit);
        await _socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, limit.Token);
    }

    public void Abort() => _socket.Abort();

    public ValueTask DisposeAsync()
    {
        _socket.Dispose();
        return ValueTask.CompletedTask;
    }
}
