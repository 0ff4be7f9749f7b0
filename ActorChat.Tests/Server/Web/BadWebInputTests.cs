using System.Net.WebSockets;
using ActorChat.Server.Lifecycle;
using ActorChat.Server.Transport.Limits;
using ActorChat.Server.Web;

namespace ActorChat.Tests.Server.Web;

/// <summary>What is done wrong over a WebSocket ends that connection at most. Beto, by lines, sees what becomes of the others.</summary>
public sealed class BadWebInputTests
{
    private const string AnaGone = "* ana se ha desconectado";

    [Fact]
    public async Task A_hundred_tabs_of_one_address_are_enough()
    {
        await using var server = await StartAsync(settings => settings.WithConnectionLimits(limits => limits with { MaxPerAddress = 100, CountsLoopback = true }));
        var tabs = new List<JsonClient>();
        for (var number = 0; number < 100; number++)
            tabs.Add(await JsonClient.ConnectAsync(server.Web));
        await using var late = await JsonClient.ConnectAsync(server.Web);
        Assert.Equal("too-many-from-address", (string?)(await late.ExpectAsync("bye"))["code"]);
        Assert.Null(await late.ReadAsync());
        await tabs[^1].AskAsync(new { type = "hello", nick = "ana" }, "welcome");
        foreach (var tab in tabs)
            await tab.DisposeAsync();
    }

    [Fact]
    public async Task Who_never_reads_is_dropped_and_the_others_miss_nothing()
    {
        await using var server = await StartAsync(settings => settings.WithConnections(connections => connections with { MaxQueued = 64 * 1024 }));
        await using var beto = await WireClient.JoinAsync(server.Chat, "beto");
        await using var ana = await RawWebSocket.JoinAsync(server.Web, "ana", receiveBuffer: 4096);
        await beto.ExpectLineAsync("* ana se ha conectado");
        await using var carla = await JsonClient.JoinAsync(server.Web, "carla");

        long? said = 0;
        for (string? gone = null; gone != "ana";)
        {
            for (var number = 0; number < 20; number++)
                await carla.SendAsync(new { type = "say", room = "general", text = new string('x', 1000) });
            for (var number = 0; number < 20;)
            {
                var read = (await carla.ReadAsync())!;
                if ((string?)read["type"] == "msg")
                    (number, said) = (number + 1, said + 1 == (long?)read["id"] ? said + 1 : null);
                gone = (string?)read["type"] == "out" ? (string?)read["nick"] : gone;
            }
        }

        Assert.NotNull(said);
        await ana.ReadToResetAsync();
        await server.ExpectQuietAsync();
    }

    [Fact]
    public async Task Who_answers_no_ping_is_dropped()
    {
        await using var server = await StartAsync(settings => settings with { Web = settings.Web! with { PingInterval = TimeSpan.FromMilliseconds(200) } });
        await using var beto = await WireClient.JoinAsync(server.Chat, "beto");
        await using var ana = await RawWebSocket.JoinAsync(server.Web, "ana");
        await beto.ExpectLineAsync("* ana se ha conectado");
        await beto.ExpectLineAsync(AnaGone);
        await server.StopQuietlyAsync();
    }

    [Fact]
    public async Task Either_side_may_close_and_the_other_answers()
    {
        await using var server = await StartAsync();
        await using var beto = await WireClient.JoinAsync(server.Chat, "beto");
        await using (var ana = await JsonClient.JoinAsync(server.Web, "ana"))
        {
            await beto.ExpectLineAsync("* ana se ha conectado");
            await ana.SendAsync(new { type = "say", room = "general", text = "adiós" });
            await ana.CloseAsync();
            Assert.Equal(WebSocketState.Closed, ana.State);
        }

        await beto.ExpectLinesAsync(["ana: adiós", AnaGone]);
        await using var again = await JsonClient.JoinAsync(server.Web, "ana");
        await beto.ExpectLineAsync("* ana se ha conectado");
        await again.SendAsync(new { type = "line", text = "/salir" });
        Assert.Equal("goodbye", (string?)(await again.ExpectAsync("bye"))["code"]);
        Assert.Null(await again.ReadAsync());
        await again.CloseAsync();
        await beto.ExpectLineAsync(AnaGone);
        await server.StopQuietlyAsync();
    }

    [Fact]
    public async Task A_message_that_breaks_off_is_no_message()
    {
        await using var server = await StartAsync();
        await using var beto = await WireClient.JoinAsync(server.Chat, "beto");
        await using var ana = await JsonClient.JoinAsync(server.Web, "ana");
        await beto.ExpectLineAsync("* ana se ha conectado");
        await ana.SendPartAsync("""{"type":"say","room":"general","text":"a medias"}"""u8.ToArray(), WebSocketMessageType.Text, isLast: false);
        ana.Abort();
        await beto.ExpectLineAsync(AnaGone);
        Assert.Empty(server.Database.Query("SELECT contenido FROM mensajes"));
        await server.StopQuietlyAsync();
    }

    [Fact]
    public async Task A_thousand_requests_in_one_message_count_as_a_thousand()
    {
        await using var server = await StartAsync(settings => settings.WithConnections(connections => connections with
        {
            ClientLimits = new ClientLimits { Messages = new Rate(PerSecond: 10, Burst: 20), FloodTimeout = TimeSpan.FromSeconds(1) },
        }));
        await using var ana = await JsonClient.JoinAsync(server.Web, "ana");
        await ana.SendAsync(string.Join('\n', Enumerable.Repeat("""{"type":"say","room":"general","text":"x"}""", 1000)));
        await ana.ExpectAsync("notice");
        Assert.Equal("sent-too-fast", (string?)(await ana.ExpectAsync("bye"))["code"]);
        Assert.InRange(server.Database.Query("SELECT contenido FROM mensajes").Count, 20, 999);
        await server.StopQuietlyAsync();
    }

    [Fact]
    public async Task HTML_in_any_field_stays_what_it_is()
    {
        const string Html = "<img src=x onerror=\"alert('1')\"></script>&lt;b";
        await using var server = await StartAsync();
        await using var beto = await JsonClient.JoinAsync(server.Web, "beto");
        await using var ana = await JsonClient.ConnectAsync(server.Web);
        Assert.Equal("nickname-invalid", (string?)(await ana.AskAsync(new { type = "hello", nick = Html }))["code"]);
        await ana.AskAsync(new { type = "hello", nick = "ana" }, "welcome");
        Assert.Equal("room-invalid", (string?)(await ana.AskAsync(new { type = "join", room = Html }))["code"]);
        Assert.Equal("request-field-invalid", (string?)(await ana.AskAsync(new { type = "say", room = "general", text = "x", cid = Html }))["code"]);
        Assert.Contains(Html, (string?)(await ana.AskAsync(new { type = Html }))["text"], StringComparison.Ordinal);

        await ana.AskAsync(new { type = "say", room = "general", text = Html });
        Assert.Equal(Html, (string?)(await beto.ExpectAsync("msg"))["text"]);
        await ana.AskAsync(new { type = "whisper", to = "beto", text = Html });
        Assert.Equal(Html, (string?)(await beto.ExpectAsync("whisper"))["text"]);
        await ana.AskAsync(new { type = "topic", room = "general", text = Html });
        Assert.Equal(Html, (string?)(await beto.ExpectAsync("topic"))["text"]);
        await server.StopQuietlyAsync();
    }

    private static Task<TestServer> StartAsync(Func<ServerActorSettings, ServerActorSettings>? change = null) => TestServer.StartAsync(settings =>
    {
        var web = settings with { Web = new WebSettings([new IPEndPoint(IPAddress.Loopback, 0)]) };
        return change is null ? web : change(web);
    });

    /// <summary>A WebSocket that says what it is told, and answers nothing.</summary>
    private static class RawWebSocket
    {
        public static async Task<WireClient> JoinAsync(IPEndPoint web, string nickname, int receiveBuffer = 0)
        {
            var client = await WireClient.ConnectAsync(web, receiveBuffer);
            var hello = Encoding.UTF8.GetBytes($$"""{"type":"hello","nick":"{{nickname}}"}""");
            byte[] frame = [0x81, (byte)(0x80 | hello.Length), 0, 0, 0, 0, .. hello];
            await client.SendAsync(
                "GET /ws HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: actorchat.v1\r\n\r\n");
            while (await client.ReadLineAsync() is not "\r")
            {
            }

            await client.SendAsync(frame);
            return client;
        }
    }
}
