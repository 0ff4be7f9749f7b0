using ActorChat.Server.Storage.Errors;
using ActorChat.Server.Lifecycle;
using ActorChat.Server.Web;
using ActorChat.Tests.Server.Accounts;

namespace ActorChat.Tests.Server.Web.Api;

public sealed class ApiTests
{
    [Fact]
    public async Task A_message_of_a_program_reaches_lines_and_objects_in_one_order_and_is_answered_when_it_is_stored()
    {
        await using var server = await StartAsync();
        await using var ana = await WireClient.JoinAsync(server.Chat, "ana");
        await using var beto = await JsonClient.JoinAsync(server.Web, "beto");
        await ana.ExpectLineAsync("* beto se ha conectado");
        using var ci = new ApiClient(server);
        for (var i = 1; i <= 3; i++)
        {
            var answer = await ci.SayAsync($"construcción {i}: <b>\"ñ\"</b>");
            Assert.Equal((201, "application/json", "general", i), (answer.Status, answer.Type, (string?)answer.Json["room"], (int)answer.Json["id"]!));
            Assert.Equal(i, server.Database.Query("SELECT numero FROM mensajes").Count);
            await ana.ExpectLineAsync($"ci: construcción {i}: <b>\"ñ\"</b>");
            var said = await beto.ExpectAsync("msg");
            Assert.Equal((i, "ci", (string?)answer.Json["at"]), ((int)said["id"]!, (string?)said["nick"], (string?)said["at"]));
        }

        await ana.AskAsync("/username", "Tu nickname es ana");
        Assert.Equal([["ci", "127.0.0.1"]], server.Database.Query("SELECT DISTINCT autor, ip_cliente FROM mensajes"));
        await server.StopQuietlyAsync();
    }

    [Fact]
    public async Task Many_programs_at_once_get_the_numbers_under_which_their_messages_are_stored()
    {
        await using var server = await StartAsync();
        using var ci = new ApiClient(server);
        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(i => ci.SayAsync($"{i}")));
        Assert.Equal(Enumerable.Range(1, 100), answers.Select(answer => (int)answer.Json["id"]!).Order());
        var stored = server.Database.Query("SELECT contenido FROM mensajes ORDER BY numero").Select(row => (string)row[0]!).ToArray();
        Assert.All(answers, (answer, i) => Assert.Equal($"{i}", stored[(int)answer.Json["id"]! - 1]));
    }

    [Fact]
    public async Task A_message_that_is_sent_again_counts_once_and_its_mark_fits_no_other()
    {
        await using var server = await StartAsync();
        using var ci = new ApiClient(server);
        var first = await ci.SayAsync("una vez", "c1");
        var again = await ci.SayAsync("una vez", "c1");
        Assert.Equal((201, first.Body), (again.Status, again.Body));
        var other = await ci.SayAsync("otra cosa", "c1");
        Assert.Equal((409, "mark-reused", "application/problem+json"), (other.Status, other.Code, other.Type));
        Assert.Single(server.Database.Query("SELECT contenido FROM mensajes"));
    }

    [Fact]
    public async Task A_token_that_is_revoked_between_two_requests_holds_no_more_and_none_is_let_in_without()
    {
        await using var server = await StartAsync();
        using var ci = new ApiClient(server);
        Assert.Equal(201, (await ci.SayAsync("aún")).Status);
        ci.Revoke();
        var revoked = await ci.SayAsync("ya no");
        Assert.Equal((401, "token-invalid"), (revoked.Status, revoked.Code));
        foreach (var token in (string?[])["", "actorchat_falso", null])
        {
            ci.Authorize(token);
            Assert.Equal(401, (await ci.ReadAsync()).Status);
        }

        Assert.Equal([["aún"]], server.Database.Query("SELECT contenido FROM mensajes"));
        using var store = server.Database.Database.OpenTokens();
        Assert.Empty(store.All());
    }

    [Fact]
    public async Task A_room_that_there_is_not_is_not_made_and_one_that_nobody_is_in_goes_on()
    {
        await using var server = await StartAsync();
        using var ci = new ApiClient(server);
        foreach (var room in (string[])["nohay", "a b", "..", "%2e%2e", "%00x", "a/b", new string('x', 40), "<script>"])
        {
            Assert.Equal(404, (await ci.SayAsync("hola", room: room)).Status);
            Assert.Equal(404, (await ci.ReadAsync(room: room)).Status);
        }

        await using (var ana = await WireClient.JoinAsync(server.Chat, "ana"))
        {
            await ana.AskAsync("/entrar Juegos", "Estás en la sala Juegos, con 1 usuario. Lo que escribes va ahora a ella.");
            Assert.Equal(1, (int)(await ci.SayAsync("uno", room: "juegos")).Json["id"]!);
            await ana.ExpectLineAsync("ci: uno");
        }

        Assert.Equal(2, (int)(await ci.SayAsync("dos", room: "JUEGOS")).Json["id"]!);
        Assert.Equal(3, (int)(await ci.SayAsync("tres", room: "juegos")).Json["id"]!);
        var page = await ci.ReadAsync(room: "juegos");
        Assert.Equal(["uno", "dos", "tres"], page.Json["items"]!.AsArray().Select(item => (string?)item!["text"]));
        await server.StopQuietlyAsync();
    }

    [Fact]
    public async Task The_past_is_read_by_pages_in_both_directions()
    {
        await using var server = await StartAsync();
        using var ci = new ApiClient(server);
        for (var i = 1; i <= 5; i++)
            await ci.SayAsync($"{i}", $"c{i}");
        Assert.Equal(("4 5", true), await Page("?limit=2"));
        Assert.Equal(("2 3", true), await Page("?limit=2&before=4"));
        Assert.Equal(("1 2 3", false), await Page("?before=4"));
        Assert.Equal(("4 5", false), await Page("?after=3"));
        Assert.Equal(("1", true), await Page("?after=0&limit=1"));
        Assert.Equal(("", false), await Page("?after=5"));
        foreach (var bad in (string[])["?limit=0", "?limit=101", "?before=0", "?before=x", "?after=-1", "?after=1&after=2", "?limit=", "?before=99999999999999999999"])
            Assert.Equal((400, "request-field-invalid"), await ci.ReadAsync(bad) is var answer ? (answer.Status, answer.Code) : default);

        async Task<(string, bool)> Page(string query)
        {
            var json = (await ci.ReadAsync(query)).Json;
            return (string.Join(' ', json["items"]!.AsArray().Select(item => (int)item!["id"]!)), (bool)json["more"]!);
        }
    }

    [Fact]
    public async Task The_order_of_a_room_and_of_the_server_holds_for_programs_by_their_name()
    {
        await using var server = await StartAsync();
        using var ci = new ApiClient(server);
        await Expect(403, "muted", "/silenciar ci 10m", "/dessilenciar ci");
        await Expect(403, "banned", "/vetar ci 10m", "/desvetar ci");
        await Expect(403, "registered-only", "/solo-registrados on", "/solo-registrados off");
        Assert.Equal(201, (await ci.SayAsync("libre")).Status);
        await server.OrderAsync("general", "/lento 60");
        Assert.Equal(201, (await ci.SayAsync("uno")).Status);
        var later = await ci.SayAsync("dos");
        Assert.Equal((429, "write-later"), (later.Status, later.Code));
        Assert.InRange(later.RetryAfter!.Value.TotalSeconds, 1, 60);
        await server.OrderAsync("general", "/lento 0");
        await server.OrderAsync("", "/vetar servidor ci");
        Assert.Equal("banned", (await ci.SayAsync("x")).Code);
        Assert.Equal(403, (await ci.ReadAsync()).Status);

        async Task Expect(int status, string code, string order, string end)
        {
            await server.OrderAsync("general", order);
            var answer = await ci.SayAsync("x");
            Assert.Equal((status, code), (answer.Status, answer.Code));
            await server.OrderAsync("general", end);
        }
    }

    [Fact]
    public async Task A_registered_name_lets_its_program_in_where_only_such_names_are()
    {
        await using var server = await StartAsync();
        await using (var line = await WireClient.JoinAsync(server.Chat, "ci"))
            await line.RegisterAsync("secreta");
        using var ci = new ApiClient(server);
        await server.OrderAsync("general", "/solo-registrados on");
        Assert.Equal(201, (await ci.SayAsync("dentro")).Status);
    }

    [Fact]
    public async Task Who_asks_too_often_is_told_when_to_come_again_and_the_others_are_not()
    {
        await using var server = await StartAsync(settings => settings with
        {
            ChatConnections = settings.ChatConnections with { ClientLimits = settings.ChatConnections.ClientLimits with { Messages = new Rate(TimeSpan.FromHours(1), 2) } },
        });
        using var ci = new ApiClient(server);
        using var other = new ApiClient(server, "otro");
        Assert.Equal(201, (await ci.SayAsync("uno")).Status);
        Assert.Equal(200, (await ci.ReadAsync()).Status);
        var refused = await ci.SayAsync("tres");
        Assert.Equal((429, "too-fast"), (refused.Status, refused.Code));
        Assert.InRange(refused.RetryAfter!.Value.TotalSeconds, 3000, 3600);
        Assert.Equal(201, (await other.SayAsync("uno")).Status);
    }

    [Fact]
    public async Task What_the_storage_refuses_is_not_confirmed()
    {
        var isBroken = false;
        await using var server = await StartAsync(settings => settings.WithMessages(real => new PickyMessageStore(
            real(), _ => isBroken ? new WriteException(WriteError.Full, "full") : null)));
        using var ci = new ApiClient(server);
        isBroken = true;
        var refused = await ci.SayAsync("no", "c1");
        Assert.Equal((503, "not-stored"), (refused.Status, refused.Code));
        isBroken = false;
        Assert.Equal(1, (int)(await ci.SayAsync("no", "c1")).Json["id"]!);
    }

    [Fact]
    public async Task A_server_that_stops_is_not_well_and_takes_no_more_but_answers_what_it_has()
    {
        using var held = new ManualResetEventSlim();
        using var began = new SemaphoreSlim(0);
        await using var server = await StartAsync(settings => settings.WithMessages(real => new PickyMessageStore(real(), _ =>
        {
            began.Release();
            held.Wait(TestTimeout.Limit);
        })));
        await using var ana = await JsonClient.JoinAsync(server.Web, "ana");
        using var ci = new ApiClient(server);
        Assert.Equal((200, "ok\n"), await ci.SendAsync(HttpMethod.Get, "healthz") is var well ? (well.Status, well.Body) : default);
        var late = ci.SayAsync("a última hora");
        Assert.True(await began.WaitAsync(TestTimeout.Limit));
        var stopping = server.StopAsync();
        await ana.ExpectAsync("bye");
        Assert.Equal(503, (await ci.SendAsync(HttpMethod.Get, "healthz")).Status);
        Assert.Equal((503, "server-busy"), await ci.SayAsync("demasiado tarde") is var refused ? (refused.Status, refused.Code) : default);
        held.Set();
        Assert.Equal(201, (await late).Status);
        await ana.CloseAsync();
        await stopping;
        await server.ExpectQuietAsync();
    }

    [Fact]
    public async Task Neither_a_token_nor_an_address_nor_a_text_is_logged_at_any_level()
    {
        await using var server = await StartAsync(hocon: "akka.loglevel = DEBUG\nakka.actor.debug.receive = on");
        using var ci = new ApiClient(server);
        await ci.SayAsync("palabras secretas", "c1");
        await ci.ReadAsync();
        await server.StopAsync();
        var log = string.Join('\n', (await server.LogAsync()).Select(logged => logged.ToString()));
        Assert.Contains("api", log, StringComparison.Ordinal);
        foreach (var secret in (string[])[ci.Token, ActorChat.Server.Chat.Api.BearerToken.HashOf(ci.Token), "secretas"])
            Assert.DoesNotContain(secret, log, StringComparison.Ordinal);
        Assert.DoesNotContain(log.Split('\n'), line => line.Contains("Api", StringComparison.Ordinal) && line.Contains("127.0.0.1", StringComparison.Ordinal));
    }

    internal static Task<TestServer> StartAsync(Func<ServerActorSettings, ServerActorSettings>? change = null, string hocon = "") =>
        TestServer.StartAsync(
            settings =>
            {
                var web = settings with { Web = new WebSettings([new IPEndPoint(IPAddress.Loopback, 0)]) };
                return change is null ? web : change(web);
            },
            hocon);
}
