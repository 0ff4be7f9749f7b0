using ActorChat.Server.Web;

namespace ActorChat.Tests.Server.Web;

/// <summary>What comes to the web port and is no request that it answers.</summary>
public sealed class BadRequestTests
{
    private const string Upgrade = "Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";
    private const string Protocol = "Sec-WebSocket-Protocol: actorchat.v1\r\n";

    [Theory]
    [InlineData(400, "GET /ws HTTP/1.1\r\nConnection: Upgrade\r\n" + Upgrade + Protocol)]
    [InlineData(400, "GET /ws HTTP/1.1\r\nHost: x\r\nHost: y\r\nConnection: Upgrade\r\n" + Upgrade + Protocol)]
    [InlineData(400, "GET /ws HTTP/1.1\r\nHost: x\r\nConnection: Upgrade, close\r\n" + Upgrade)]
    [InlineData(400, "GET /ws HTTP/1.1\r\nHost: x\r\nConnection: Upgrade, close\r\n" + Upgrade + "Sec-WebSocket-Protocol: mqtt\r\n")]
    [InlineData(403, "GET /ws HTTP/1.1\r\nHost: x\r\nOrigin: http://y\r\nConnection: Upgrade, close\r\n" + Upgrade + Protocol)]
    [InlineData(426, "GET /ws HTTP/1.1\r\nHost: x\r\nConnection: close\r\n")]
    [InlineData(426, "POST /ws HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\nConnection: close\r\n")]
    [InlineData(400, "hola\r\n")]
    [InlineData(400, "\u0016\u0003\u0001\r\n")]
    [InlineData(404, "GET /../../etc/passwd HTTP/1.1\r\nHost: x\r\nConnection: close\r\n")]
    [InlineData(404, "GET /..%2f..%2fetc%2fpasswd HTTP/1.1\r\nHost: x\r\nConnection: close\r\n")]
    [InlineData(404, "GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1\r\nHost: x\r\nConnection: close\r\n")]
    [InlineData(404, "GET /..\\..\\etc\\passwd HTTP/1.1\r\nHost: x\r\nConnection: close\r\n")]
    [InlineData(404, "GET //etc/passwd HTTP/1.1\r\nHost: x\r\nConnection: close\r\n")]
    [InlineData(404, "GET /page/index.html HTTP/1.1\r\nHost: x\r\nConnection: close\r\n")]
    [InlineData(400, "GET /index.html%00.js HTTP/1.1\r\nHost: x\r\nConnection: close\r\n")]
    [InlineData(405, "DELETE /index.html HTTP/1.1\r\nHost: x\r\nConnection: close\r\n")]
    public async Task Gets_a_status_and_nothing_else(int status, string head)
    {
        await using var server = await StartAsync();
        Assert.StartsWith($"HTTP/1.1 {status} ", await AnswerAsync(server, head + "\r\n"), StringComparison.Ordinal);
        await server.StopQuietlyAsync();
    }

    [Fact]
    public async Task Too_many_headers_and_too_big_ones_are_refused()
    {
        await using var server = await StartAsync();
        var flood = string.Concat(Enumerable.Range(0, 101).Select(number => $"X-{number}: 1\r\n"));
        Assert.StartsWith("HTTP/1.1 431 ", await AnswerAsync(server, "GET / HTTP/1.1\r\nHost: x\r\n" + flood), StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 431 ", await AnswerAsync(server, "GET / HTTP/1.1\r\nHost: x\r\nX: " + new string('x', 16_384)), StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 414 ", await AnswerAsync(server, "GET /" + new string('x', 8_192)), StringComparison.Ordinal);
        await server.StopQuietlyAsync();
    }

    [Fact]
    public async Task Who_takes_too_long_over_the_head_of_a_request_is_closed_and_holds_nobody_up()
    {
        await using var server = await StartAsync(web => web with { HeadersTimeout = TimeSpan.FromMilliseconds(200) });
        var slow = new List<Task<string>>();
        for (var number = 0; number < 50; number++)
            slow.Add(AnswerAsync(server, "GET / HTTP/1.1\r\nHost: x\r\nX-Slow: "));
        await using var ana = await JsonClient.JoinAsync(server.Web, "ana");
        Assert.All(await Task.WhenAll(slow), answer => Assert.StartsWith("HTTP/1.1 408 ", answer, StringComparison.Ordinal));
        await ana.AskAsync(new { type = "ping" }, "pong");
        await server.StopQuietlyAsync();
    }

    [Fact]
    public async Task Plain_HTTP_to_a_port_that_speaks_TLS_and_TLS_to_one_that_does_not_end_that_connection_alone()
    {
        await using var encrypted = await StartAsync(web => web, isEncrypted: true);
        await using var plain = await WireClient.ConnectAsync(encrypted.Web);
        await plain.SendAsync("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
        Assert.DoesNotContain("200", await plain.ReadToEndAsync(), StringComparison.Ordinal);
        await using var page = await WireClient.ConnectAsync(encrypted.Web);
        await page.EncryptAsync();
        await page.SendAsync("GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        Assert.StartsWith("HTTP/1.1 200 ", await page.ReadToEndAsync(), StringComparison.Ordinal);
        await encrypted.StopQuietlyAsync();

        await using var server = await StartAsync();
        await using var wrong = await WireClient.ConnectAsync(server.Web);
        await Assert.ThrowsAnyAsync<Exception>(() => wrong.EncryptAsync());
        await using var ana = await JsonClient.JoinAsync(server.Web, "ana");
        await server.StopQuietlyAsync();
    }

    private static async Task<string> AnswerAsync(TestServer server, string request)
    {
        await using var client = await WireClient.ConnectAsync(server.Web);
        await client.SendAsync(request);
        return await client.ReadToEndAsync();
    }

    private static Task<TestServer> StartAsync(Func<WebSettings, WebSettings>? change = null, bool isEncrypted = false) => TestServer.StartAsync(settings =>
    {
        var tls = settings.WithTls();
        var web = new WebSettings([new IPEndPoint(IPAddress.Loopback, 0)]) { Tls = isEncrypted ? tls.Tls : null };
        return (isEncrypted ? tls : settings) with { Web = change is null ? web : change(web) };
    });
}
