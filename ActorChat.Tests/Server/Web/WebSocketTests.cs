using System.Net.WebSockets;
using System.Text.Json.Nodes;
using ActorChat.Server.Web;
using ActorChat.Tests.Server.Accounts;

namespace ActorChat.Tests.Server.Web;

public sealed class WebSocketTests
{
    [Fact]
    public async Task Lines_and_objects_meet_in_one_room_in_one_order()
    {
        await using var server = await StartAsync();
        await using var ana = await JsonClient.JoinAsync(server.Web, "ana");
        await using var beto = await WireClient.JoinAsync(server.Chat, "beto");
        Assert.Equal("beto", (string?)(await ana.ExpectAsync("in"))["nick"]);

        Assert.Equal("ok", (string?)(await ana.AskAsync(new { type = "say", room = "general", text = "¡hola! \"<b>\"", cid = "c1" }))["type"]);
        await beto.ExpectLineAsync("ana: ¡hola! \"<b>\"");
        await beto.SendLineAsync("¿qué tal?");
        var said = await ana.ExpectAsync("msg");
        Assert.Equal((2, "beto", "¿qué tal?", "general"), ((long)said["id"]!, (string?)said["nick"], (string?)said["text"], (string?)said["room"]));

        await beto.AskAsync("#ana solo para ti", "[privado a ana] solo para ti");
        Assert.Equal("solo para ti", (string?)(await ana.ExpectAsync("whisper"))["text"]);
        Assert.Equal("beto", (string?)(await ana.AskAsync(new { type = "whisper", to = "beto", text = "/hola" }))["to"]);
        await beto.ExpectLineAsync("[privado] ana: /hola");
        await ana.CloseAsync();
        await beto.ExpectLineAsync("* ana se ha desconectado");
        await server.StopQuietlyAsync();
    }

    [Fact]
    public async Task The_author_reads_the_own_message_before_its_ok_and_both_after_the_commit()
    {
        await using var server = await StartAsync();
        await using var ana = await JsonClient.JoinAsync(server.Web, "ana");
        await ana.SendAsync("""{"type":"say","n":1,"room":"general","text":"uno","cid":"c1"}""" + "\n" + """{"type":"say","n":2,"room":"general","text":"dos"}""");

        List<string> read = [];
        for (var i = 0; i < 4; i++)
            read.Add((await ana.ReadAsync())!.ToJsonString());
        Assert.Contains("\"cid\":\"c1\"", Assert.Single(read, json => json.Contains("\"uno\"", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Equal(["{\"type\":\"ok\",\"n\":1}", "{\"type\":\"ok\",\"n\":2}"], read.Where(json => json.Contains("ok", StringComparison.Ordinal)).Order());
        Assert.Equal([["uno"], ["dos"]], server.Database.Query("SELECT contenido FROM mensajes ORDER BY numero"));
    }

    [Fact]
    public async Task A_message_that_is_sent_again_counts_once_also_after_a_restart_of_the_server()
    {
        using var folder = new TemporaryFolder();
        var again = new { type = "say", room = "general", text = "una vez", cid = "c1" };
        await using (var server = await StartAsync())
        {
            await using var ana = await JsonClient.JoinAsync(server.Web, "ana");
            Assert.Null((await ana.AskAsync(again))["id"]);
            Assert.Equal(1, (long?)(await ana.AskAsync(again))["id"]);
            await using var beto = await JsonClient.JoinAsync(server.Web, "beto");
            Assert.Null((await beto.AskAsync(again))["id"]);
            await server.StopAsync();
            File.Copy(server.Database.File, folder.File("mensajes.db"));
        }

        await using var next = await StartAsync(settings => settings.WithDatabase(folder.File("mensajes.db")));
        await using var returned = await JsonClient.JoinAsync(next.Web, "ana");
        Assert.Equal(1, (long?)(await returned.AskAsync(again))["id"]);
        Assert.Equal("mark-reused", (string?)(await returned.AskAsync(again with { text = "otra cosa" }))["code"]);
        var page = await returned.AskAsync(new { type = "history", room = "general" });
        Assert.Equal(["c1", "c1"], page["items"]!.AsArray().Select(item => (string?)item!["cid"]));
        Assert.Equal(3, (long)(await returned.AskAsync(new { type = "say", room = "general", text = "sigue" }, "msg"))["id"]!);
    }

    [Fact]
    public async Task Rooms_topics_members_and_the_past_have_types_of_their_own()
    {
        await using var server = await StartAsync();
        await using var ana = await JsonClient.JoinAsync(server.Web, "ana");
        Assert.Equal((1, ""), await Ask("joined", new { type = "join", room = "juegos" }, json => ((int)json["count"]!, (string?)json["topic"])));
        Assert.Equal("ajedrez", await Ask("topic", new { type = "topic", room = "juegos", text = "ajedrez" }, json => (string?)json["text"]));
        for (var i = 1; i <= 3; i++)
            await ana.AskAsync(new { type = "say", room = "juegos", text = $"mensaje {i}" });
        Assert.Equal((2, true), await Ask("history", new { type = "history", room = "juegos", limit = 2 }, json => (json["items"]!.AsArray().Count, (bool)json["more"]!)));
        Assert.Equal([2, 3], await Ask("history", new { type = "history", room = "juegos", after = 1 }, json => json["items"]!.AsArray().Select(item => (int)item!["id"]!)));
        Assert.Equal(["ana"], await Ask("members", new { type = "members", room = "juegos" }, json => json["names"]!.AsArray().Select(name => (string?)name)));
        Assert.Equal(["general", "juegos"], await Ask("rooms", new { type = "rooms" }, json => json["rooms"]!.AsArray().Select(room => (string?)room!["room"]).Order()));
        Assert.Equal("juegos", await Ask("parted", new { type = "part", room = "juegos" }, json => (string?)json["room"]));
        Assert.Equal("not-in-room", await Ask("err", new { type = "say", room = "juegos", text = "x" }, json => (string?)json["code"]));
        Assert.Equal("notice", await Ask("notice", new { type = "line", text = "/ayuda" }, json => (string?)json["type"]));

        async Task<T> Ask<T>(string type, object request, Func<JsonObject, T> pick) => pick(await ana.AskAsync(request, type));
    }

    [Fact]
    public async Task A_password_is_part_of_the_hello_and_who_has_none_is_told_a_code()
    {
        await using var server = await StartAsync();
        await using (var line = await WireClient.JoinAsync(server.Chat, "ana"))
            await line.RegisterAsync("secreta");
        await using var ana = await JsonClient.ConnectAsync(server.Web, query: "?lang=en");
        Assert.Equal("password-wanted", (string?)(await ana.AskAsync(new { type = "hello", nick = "ana" }))["code"]);
        var wrong = await ana.AskAsync(new { type = "hello", nick = "ana", password = "otra" });
        Assert.Equal(("wrong-password", "Wrong password"), ((string?)wrong["code"], ((string?)wrong["text"])![.."Wrong password".Length]));
        Assert.Equal("nickname-invalid", (string?)(await ana.AskAsync(new { type = "hello", nick = "a b" }))["code"]);
        Assert.Equal("welcome", (string?)(await ana.AskAsync(new { type = "hello", nick = "ana", password = "secreta" }, "welcome"))["type"]);
        Assert.Equal("request-unknown", (string?)(await ana.AskAsync(new { type = "hello", nick = "beto" }))["code"]);
    }

    [Fact]
    public async Task What_cannot_be_understood_gets_an_answer_and_the_connection_lives_on()
    {
        await using var server = await StartAsync();
        await using var ana = await JsonClient.JoinAsync(server.Web, "ana");
        foreach (var faulty in (string[])["", "hola", "[1]", "{\"type\":\"ping\"", new string('[', 1000), "{\"a\":" + new string('[', 1000)])
        {
            await ana.SendAsync(faulty + "\n");
            if (faulty.Length > 0)
                Assert.Equal("request-invalid", (string?)(await ana.ExpectAsync("err"))["code"]);
        }

        await ana.SendAsync(new { type = "say", room = "general", text = new string('x', 1025) });
        Assert.Equal("message-too-long", (string?)(await ana.ExpectAsync("err"))["code"]);
        await ana.SendAsync(new string('x', 10_000_000));
        Assert.Equal("message-too-long", (string?)(await ana.ExpectAsync("err"))["code"]);
        await ana.SendPartAsync([1, 2, 3], WebSocketMessageType.Binary, isLast: false);
        await ana.SendPartAsync([4], WebSocketMessageType.Binary, isLast: true);
        Assert.Equal("request-invalid", (string?)(await ana.ExpectAsync("err"))["code"]);
        foreach (var part in "{\"type\":\"ping\",\"n\":77}".Chunk(5))
            await ana.SendPartAsync(Encoding.UTF8.GetBytes(part), WebSocketMessageType.Text, isLast: part.Length < 5);
        Assert.Equal(77, (long?)(await ana.ExpectAsync("pong"))["n"]);
        await server.StopQuietlyAsync();
    }

    [Fact]
    public async Task A_page_of_another_site_is_refused_and_a_listed_one_is_not()
    {
        await using var server = await StartAsync(settings => settings with { Web = settings.Web! with { Origins = new HashSet<string> { "https://chat.example" } } });
        foreach (var foreign in (string[])["https://evil.example", "null", $"http://{server.Web.Address}:1", $"https://{server.Web}", "http://evil.example:80"])
            Assert.Contains("403", (await Assert.ThrowsAsync<WebSocketException>(() => ConnectFrom(foreign))).Message, StringComparison.Ordinal);
        foreach (var own in (string[])[$"http://{server.Web}", "https://chat.example"])
            (await ConnectFrom(own)).Abort();

        Task<JsonClient> ConnectFrom(string origin) => JsonClient.ConnectAsync(server.Web, options => options.SetRequestHeader("Origin", origin));
    }

    [Fact]
    public async Task A_server_that_stops_says_so_last_and_ends_the_connection_in_good_order()
    {
        await using var server = await StartAsync();
        await using var ana = await JsonClient.JoinAsync(server.Web, "ana");
        var stopping = server.StopAsync();
        var bye = await ana.ExpectAsync("bye");
        Assert.Equal(("server-stopping", "El servidor se está deteniendo."), ((string?)bye["code"], (string?)bye["text"]));
        Assert.Null(await ana.ReadAsync());
        await ana.CloseAsync();
        await stopping;
        await server.ExpectQuietAsync();
    }

    [Fact]
    public async Task Limits_hold_here_too()
    {
        await using var server = await StartAsync(settings => settings with { Limits = settings.Limits with { Connections = settings.Limits.Connections with { MaxConnections = 1 } } });
        await using var ana = await JsonClient.JoinAsync(server.Web, "ana");
        await using var beto = await JsonClient.ConnectAsync(server.Web);
        Assert.Equal("server-full", (string?)(await beto.ReadAsync())!["code"]);
        Assert.Null(await beto.ReadAsync());
        await ana.AskAsync(new { type = "ping" }, "pong");
    }

    private static Task<TestServer> StartAsync(Func<ActorChat.Server.Lifecycle.ServerActorSettings, ActorChat.Server.Lifecycle.ServerActorSettings>? change = null) =>
        TestServer.StartAsync(settings =>
        {
            var web = settings with { Web = new WebSettings([new IPEndPoint(IPAddress.Loopback, 0)]) };
            return change is null ? web : change(web);
        });
}
