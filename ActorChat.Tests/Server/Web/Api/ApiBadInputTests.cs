using System.Net.Http.Headers;
using System.Text.Json;

namespace ActorChat.Tests.Server.Web.Api;

public sealed class ApiBadInputTests
{
    [Theory]
    [InlineData(400, "request-invalid", "application/json", "")]
    [InlineData(400, "request-invalid", "application/json", "hola")]
    [InlineData(400, "request-invalid", "application/json", "[1]")]
    [InlineData(400, "request-invalid", "application/json", "{\"text\":\"a\"} x")]
    [InlineData(400, "request-field-invalid", "application/json", "{}")]
    [InlineData(400, "request-field-invalid", "application/json", "{\"text\":7}")]
    [InlineData(400, "request-field-invalid", "application/json", "{\"text\":\" \\u200b \"}")]
    [InlineData(400, "request-field-invalid", "application/json", "{\"text\":\"\\ud800\"}")]
    [InlineData(400, "request-field-invalid", "application/json", "{\"text\":\"a\",\"cid\":\"a b\"}")]
    [InlineData(400, "request-field-invalid", "text/plain", " \n")]
    [InlineData(400, "invalid-utf8", "text/plain", "\u00ff")]
    [InlineData(415, "media-type-unknown", "application/x-www-form-urlencoded", "text=a")]
    [InlineData(415, "media-type-unknown", "text/plain; charset=iso-8859-1", "a")]
    [InlineData(415, "media-type-unknown", "a", "a")]
    public async Task A_body_that_is_no_message_is_refused_with_a_code(int status, string code, string type, string body)
    {
        await using var server = await ApiTests.StartAsync();
        using var ci = new ApiClient(server);
        using var content = new ByteArrayContent(Encoding.Latin1.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        var answer = await ci.PostAsync(content);
        Assert.Equal((status, code, "application/problem+json"), (answer.Status, answer.Code, answer.Type));
        Assert.Equal(status, (int)answer.Json["status"]!);
        Assert.NotEmpty((string)answer.Json["detail"]!);
        Assert.Empty(server.Database.Query("SELECT 1 FROM mensajes"));
        await server.StopQuietlyAsync();
    }

    [Fact]
    public async Task A_plain_text_is_a_message_without_its_line_end_and_steers_no_terminal()
    {
        await using var server = await ApiTests.StartAsync();
        using var ci = new ApiClient(server);
        Assert.Equal(201, (await ci.PostAsync(new StringContent("listo\r\n", Encoding.UTF8, "text/plain"))).Status);
        Assert.Equal(201, (await ci.PostAsync(new StringContent("/salir \u001b[31m\nana: otra"))).Status);
        var texts = server.Database.Query("SELECT contenido FROM mensajes ORDER BY id").Select(row => (string)row[0]!).ToArray();
        Assert.Equal("listo", texts[0]);
        Assert.DoesNotContain(texts[1], char.IsControl);
    }

    [Theory]
    [InlineData(1025)]
    [InlineData(10_000_000)]
    public async Task A_message_that_is_too_long_is_refused_whole(int length)
    {
        await using var server = await ApiTests.StartAsync();
        using var ci = new ApiClient(server);
        var content = new StringContent(JsonSerializer.Serialize(new { text = new string('x', length) }));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        var answer = await ci.PostAsync(content);
        Assert.Equal((413, "message-too-long"), (answer.Status, answer.Code));
        Assert.Equal(201, (await ci.SayAsync("corto")).Status);
    }

    [Fact]
    public async Task Other_methods_and_places_have_their_answers()
    {
        await using var server = await ApiTests.StartAsync();
        using var ci = new ApiClient(server);
        foreach (var method in (HttpMethod[])[HttpMethod.Put, HttpMethod.Delete, HttpMethod.Options, new HttpMethod("TRACE")])
            Assert.Equal((405, "method-unknown"), await ci.SendAsync(method, "api/v1/rooms/general/messages") is var answer ? (answer.Status, answer.Code) : default);
        foreach (var path in (string[])["api", "api/v2/rooms/general/messages", "api/v1/rooms/general", "api/v1/rooms/general/messages/1", "api/v1/rooms/../../../etc/passwd"])
            Assert.Equal(404, (await ci.SendAsync(HttpMethod.Get, path)).Status);
    }

    [Theory]
    [InlineData("/api/v1/rooms/../rooms/general/messages", 201)]
    [InlineData("/api/v1/rooms/%67eneral/messages", 201)]
    [InlineData("/api/v1/rooms/..%2f..%2fetc/messages", 404)]
    [InlineData("/api/v1/rooms/%zz/messages", 404)]
    [InlineData("/api/v1/rooms/%ff%fe/messages", 404)]
    [InlineData("/api/v1/rooms/%00/messages", 400)]
    [InlineData("/api/v1/rooms/general%00/messages", 400)]
    public async Task Odd_spellings_of_an_address_lead_nowhere_else(string path, int status)
    {
        await using var server = await ApiTests.StartAsync();
        using var ci = new ApiClient(server);
        var answer = await ExchangeAsync(server, $"POST {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer {ci.Token}\r\nContent-Type: text/plain\r\nContent-Length: 1\r\n\r\nx");
        Assert.StartsWith($"HTTP/1.1 {status} ", answer, StringComparison.Ordinal);
        await server.ExpectQuietAsync();
    }

    [Fact]
    public async Task A_body_that_does_not_come_is_not_waited_for_and_a_flood_of_headers_is_refused()
    {
        await using var server = await ApiTests.StartAsync(settings => settings with { Web = settings.Web! with { BodyTimeout = TimeSpan.FromMilliseconds(200) } });
        using var ci = new ApiClient(server);
        var head = $"POST /api/v1/rooms/general/messages HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {ci.Token}\r\nContent-Type: text/plain\r\n";
        Assert.StartsWith("HTTP/1.1 408 ", await ExchangeAsync(server, head + "Content-Length: 100\r\n\r\nx"), StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 400 ", await ExchangeAsync(server, head + "Connection: close\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"), StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 431 ", await ExchangeAsync(server, head + string.Concat(Enumerable.Repeat("X-A: " + new string('a', 1000) + "\r\n", 20)) + "\r\n"), StringComparison.Ordinal);
        Assert.Equal(201, (await ci.SayAsync("sigue")).Status);
        await server.StopQuietlyAsync();
    }

    // The whole answer, to the end of the connection.
    private static async Task<string> ExchangeAsync(TestServer server, string request)
    {
        using var limit = new CancellationTokenSource(TestTimeout.Limit);
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(server.Web, limit.Token);
        await using var stream = new NetworkStream(socket);
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request), limit.Token);
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync(limit.Token);
    }
}
