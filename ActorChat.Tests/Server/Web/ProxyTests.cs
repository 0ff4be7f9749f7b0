using ActorChat.Server.Web;
using ActorChat.Tests.Server.Accounts;

namespace ActorChat.Tests.Server.Web;

/// <summary>A server behind proxies: those that are named are believed what they say of their clients, and nobody else is.</summary>
public sealed class ProxyTests
{
    private const string Registered = "password-wanted", Unencrypted = "password-not-private";

    [Theory]
    [InlineData("127.0.0.1/32", "203.0.113.5", "https", "203.0.113.5", Registered)]
    [InlineData("127.0.0.0/8", "203.0.113.5", "http", "203.0.113.5", Unencrypted)]
    [InlineData("127.0.0.1/32", "203.0.113.5", null, "203.0.113.5", Unencrypted)]
    [InlineData("127.0.0.1/32", "198.51.100.1, 203.0.113.5", "https", "203.0.113.5", Registered)]
    [InlineData("127.0.0.1/32 10.0.0.0/8", "198.51.100.1, 203.0.113.5, 10.1.2.3", "https, https", "203.0.113.5", Registered)]
    [InlineData("127.0.0.1/32", "[2001:db8::1]:4711", "https", "2001:db8::1", Registered)]
    [InlineData("127.0.0.1/32", "unknown", "http", "127.0.0.1", Registered)]
    [InlineData("127.0.0.2/32", "203.0.113.5", "http", "127.0.0.1", Registered)]
    [InlineData("", "203.0.113.5", "http", "127.0.0.1", Registered)]
    public async Task Addresses_and_encryption_are_those_that_a_named_proxy_tells(
        string proxies, string forwardedFor, string? forwardedProto, string address, string code)
    {
        await using var server = await StartAsync(proxies);
        await using (var line = await WireClient.JoinAsync(server.Chat, "ana"))
            await line.RegisterAsync("secreta");

        await using var beto = await ConnectAsync(server, forwardedFor, forwardedProto);
        await beto.AskAsync(new { type = "hello", nick = "beto" }, "welcome");
        await beto.AskAsync(new { type = "say", room = "general", text = "hola" });
        Assert.Equal([[address]], server.Database.Query("SELECT ip_cliente FROM mensajes"));

        await using var ana = await ConnectAsync(server, forwardedFor, forwardedProto);
        Assert.Equal(code, (string?)(await ana.AskAsync(new { type = "hello", nick = "ana" }))["code"]);
        await server.StopQuietlyAsync();
    }

    [Theory]
    [InlineData("127.0.0.1/32", true)]
    [InlineData("127.0.0.2/32", false)]
    public async Task The_page_of_the_address_that_a_named_proxy_tells_may_connect(string proxies, bool isAllowed)
    {
        await using var server = await StartAsync(proxies);
        var connecting = JsonClient.ConnectAsync(server.Web, options =>
        {
            options.SetRequestHeader("X-Forwarded-For", "203.0.113.5");
            options.SetRequestHeader("X-Forwarded-Proto", "https");
            options.SetRequestHeader("X-Forwarded-Host", "192.0.2.1");
            options.SetRequestHeader("Origin", "https://192.0.2.1");
        });
        if (isAllowed)
            (await connecting).Abort();
        else
            await Assert.ThrowsAsync<System.Net.WebSockets.WebSocketException>(() => connecting);
    }

    private static Task<JsonClient> ConnectAsync(TestServer server, string forwardedFor, string? forwardedProto) => JsonClient.ConnectAsync(server.Web, options =>
    {
        options.SetRequestHeader("X-Forwarded-For", forwardedFor);
        if (forwardedProto is not null)
            options.SetRequestHeader("X-Forwarded-Proto", forwardedProto);
    });

    private static Task<TestServer> StartAsync(string proxies) => TestServer.StartAsync(settings => settings with
    {
        Web = new WebSettings([new IPEndPoint(IPAddress.Loopback, 0)])
        {
            Proxies = proxies.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(IPNetwork.Parse).ToHashSet(),
        },
    });
}
