using ActorChat.Server.Web;
using static Microsoft.Playwright.Assertions;

namespace ActorChat.Tests.Web;

[Trait("Category", "Browser")]
public sealed class ChatInBrowserTests(Browser browser) : IClassFixture<Browser>
{
    internal static Task<TestServer> StartAsync(bool accountsRequired = false) => TestServer.StartAsync(settings => settings with
    {
        Web = new WebSettings([new IPEndPoint(IPAddress.Loopback, 0)]),
        Accounts = settings.Accounts with { AreRequired = accountsRequired },
    });

    [Fact]
    public async Task Two_pages_and_a_line_client_chat()
    {
        await using var server = await StartAsync();
        await using var ana = await JoinAsync(server, "ana");
        await using var beto = await JoinAsync(server, "beto");
        await using var carla = await WireClient.JoinAsync(server.Chat, "carla");

        await ana.SayAsync("¡hola! 👋");
        await beto.ExpectTextsAsync("¡hola! 👋");
        await carla.ExpectLineAsync("ana: ¡hola! 👋");
        await carla.SendLineAsync("buenas, Ana");
        await ana.ExpectTextsAsync("¡hola! 👋", "buenas, Ana");
        await Expect(ana.Page.Locator(".msg.called mark")).ToHaveTextAsync("Ana");
        await Expect(beto.Page.Locator(".msg.called")).ToHaveCountAsync(0);

        await ana.SayAsync("#carla solo para ti");
        await carla.ExpectLineAsync("[privado] ana: solo para ti");
        await Expect(ana.RoomName).ToHaveTextAsync("carla");
        await carla.AskAsync("#ana y para ti", "[privado a ana] y para ti");
        await ana.ExpectTextsAsync("solo para ti", "y para ti");
        await beto.ExpectTextsAsync("¡hola! 👋", "buenas, Ana");

        await carla.SendLineAsync("/tema <i>ajedrez</i>");
        await carla.ExpectLineAsync("* carla ha puesto el tema: <i>ajedrez</i>");
        await Expect(beto.Page.Locator("#room-topic")).ToHaveTextAsync("<i>ajedrez</i>");
        ana.ExpectNoErrors();
        beto.ExpectNoErrors();
        await server.ExpectQuietAsync();
    }

    [Fact]
    public async Task What_looks_like_HTML_stays_text_wherever_it_is_shown()
    {
        const string Attack = "<img src=x onerror=window.hit=1><script>window.hit=1</script>";
        await using var server = await StartAsync();
        await using var ana = await ChatPage.OpenAsync(await browser.NewPageAsync(), server.Web);
        await ana.Page.Locator("#nick").FillAsync("<b>ana</b>");
        await ana.Page.Keyboard.PressAsync("Enter");
        await Expect(ana.Page.Locator("#login-error")).Not.ToBeEmptyAsync();
        await ana.Page.Locator("#nick").FillAsync("ana");
        await ana.Page.Keyboard.PressAsync("Enter");

        await ana.SayAsync(Attack + " javascript:alert(1) https://x.example/\"onclick=alert(1)");
        await ana.SayAsync("/tema " + Attack);
        await Expect(ana.Page.Locator("#room-topic")).ToHaveTextAsync(Attack);
        await ana.SayAsync("/entrar " + Attack);
        await ana.SayAsync("#" + Attack.Replace(' ', '_') + " hola");
        await Expect(ana.Page.Locator(".failed .state")).ToBeVisibleAsync();
        await ana.Page.Keyboard.PressAsync("Control+k");
        await ana.Page.Locator("#dialog-input").FillAsync("onerror");
        await ana.Page.Keyboard.PressAsync("Enter");
        await Expect(ana.Page.Locator(".found-messages .text")).ToContainTextAsync("<img src=x");

        Assert.Equal(0, await ana.Page.Locator("#list img, #list script, .found-messages img, .head img, .side .scroll img").CountAsync());
        Assert.False(await ana.Page.EvaluateAsync<bool>("'hit' in window"));
        ana.ExpectNoErrors();
    }

    [Fact]
    public async Task Everything_is_reached_by_keys_and_none_of_them_loses_what_is_typed()
    {
        await using var server = await StartAsync();
        await using var beto = await WireClient.JoinAsync(server.Chat, "beto");
        await using var ana = await JoinAsync(server, "ana");
        var keys = ana.Page.Keyboard;

        await Expect(ana.Input).ToBeFocusedAsync();
        await keys.TypeAsync("be");
        await keys.PressAsync("Tab");
        await Expect(ana.Input).ToHaveValueAsync("beto: ");
        await keys.TypeAsync("hola");
        foreach (var key in new[] { "Escape", "F1", "Escape", "Control+k", "Escape", "PageUp", "Control+j" })
            await keys.PressAsync(key);
        await ana.Page.Locator("#dialog-input").FillAsync("juegos");
        await keys.PressAsync("Enter");
        await Expect(ana.RoomName).ToHaveTextAsync("juegos");
        await Expect(ana.Input).ToHaveValueAsync("");
        await keys.PressAsync("Alt+ArrowUp");
        await Expect(ana.RoomName).ToHaveTextAsync("general");
        await Expect(ana.Input).ToHaveValueAsync("beto: hola");
        await keys.PressAsync("Enter");
        await beto.ExpectLineAsync("* ana se ha conectado");
        await beto.ExpectLineAsync("ana: beto: hola");
        await keys.TypeAsync("/sal");
        await keys.PressAsync("ArrowDown");
        await keys.PressAsync("Enter");
        await Expect(ana.Input).ToHaveValueAsync("/salas ");
        await keys.PressAsync("Enter");
        await Expect(ana.Page.Locator(".found-rooms bdi")).ToHaveTextAsync(["general", "juegos"]);
        ana.ExpectNoErrors();
    }

    [Fact]
    public async Task Ten_thousand_lines_are_read_by_scrolling_and_what_one_reads_does_not_move()
    {
        const int Lines = 10_000;
        await using var server = await StartAsync();
        await using var beto = await WireClient.JoinNumberedAsync(server.Chat, "beto");
        await using var ana = await JoinAsync(server, "ana");
        for (var i = 1; i <= Lines; i += 500)
            await beto.SendAsync(string.Concat(Enumerable.Range(i, 500).Select(line => $"línea {line}\n")));
        await Expect(ana.Texts.Last).ToHaveTextAsync($"línea {Lines}");

        await ana.Page.EvaluateAsync("document.querySelector('#scroller').scrollTop = 100");
        await Expect(ana.Page.Locator("#pill")).ToBeVisibleAsync();
        var view = await ana.ViewAsync();
        await beto.SendAsync(string.Concat(Enumerable.Range(1, 500).Select(line => $"nueva {line}\n")));
        await Expect(ana.Page.Locator("#pill")).ToContainTextAsync("500");
        Assert.Equal(view, await ana.ViewAsync());
        Assert.InRange(await ana.Page.Locator("#list > *").CountAsync(), 100, 350);

        // What was dropped from memory long ago is fetched again.
        await ana.Page.Keyboard.PressAsync("Control+k");
        await ana.Page.Locator("#dialog-input").FillAsync("línea 700");
        await ana.Page.Keyboard.PressAsync("Enter");
        await ana.Page.Locator(".found-messages button").First.ClickAsync();
        await Expect(ana.Page.Locator(".found .text")).ToHaveTextAsync("línea 700");
        for (var i = 0; i < 100 && await ana.Page.Locator("#list .text:text-is('línea 1')").CountAsync() == 0; i++)
            await ana.Page.EvaluateAsync("() => new Promise(done => { document.querySelector('#scroller').scrollTop = 0; setTimeout(done, 50); })");
        await Expect(ana.Page.Locator("#list .row").First).ToHaveTextAsync("Aquí empieza la sala.");
        await ana.Page.Keyboard.PressAsync("Escape");
        await Expect(ana.Texts.Last).ToHaveTextAsync("nueva 500");
        ana.ExpectNoErrors();
    }

    [Fact]
    public async Task Unread_marks_drafts_and_private_conversations_survive_a_reload_and_a_password_does_not()
    {
        await using var server = await StartAsync();
        await using var beto = await WireClient.JoinAsync(server.Chat, "beto");
        await using var ana = await JoinAsync(server, "ana");
        await beto.ExpectLineAsync("* ana se ha conectado");
        await ana.SayAsync("/registrar una-clave-muy-larga");
        await Expect(ana.Page.Locator(".notice")).ToContainTextAsync("es tuyo");
        await ana.SayAsync("/entrar juegos");
        await Expect(ana.RoomName).ToHaveTextAsync("juegos");
        await ana.Input.FillAsync("a medio escribir");
        await beto.SendLineAsync("hola, ana");
        await beto.SendLineAsync("¿estás?");
        await beto.AskAsync("#ana en secreto", "[privado a ana] en secreto");
        await Expect(ana.Room("general")).ToContainTextAsync("2 sin leer, te han nombrado");

        await ana.Page.ReloadAsync();
        await Expect(ana.Page.Locator("#password")).ToBeFocusedAsync();
        var kept = await ana.Page.EvaluateAsync<string>("JSON.stringify([{ ...localStorage }, { ...sessionStorage }])");
        Assert.DoesNotContain("una-clave", kept, StringComparison.Ordinal);
        await ana.Page.Keyboard.TypeAsync("no-es-esta");
        await ana.Page.Keyboard.PressAsync("Enter");
        await Expect(ana.Page.Locator("#login-error")).ToContainTextAsync("no es esa");
        await ana.Page.Locator("#password").FillAsync("una-clave-muy-larga");
        await ana.Page.Keyboard.PressAsync("Enter");

        await Expect(ana.RoomName).ToHaveTextAsync("juegos");
        await Expect(ana.Input).ToHaveValueAsync("a medio escribir");
        await Expect(ana.Room("general")).ToContainTextAsync("2 sin leer, te han nombrado");
        await Expect(ana.Room("beto")).ToContainTextAsync("1 sin leer");
        await ana.Room("general").ClickAsync();
        await Expect(ana.Room("general")).Not.ToContainTextAsync("sin leer");
        await Expect(ana.Page.Locator(".row.new + .msg .text")).ToHaveTextAsync("hola, ana");
        await ana.Room("beto").ClickAsync();
        await ana.ExpectTextsAsync("en secreto");
        ana.ExpectNoErrors();
    }

    [Fact]
    public async Task Where_only_registered_nicknames_are_admitted_one_registers_at_the_door()
    {
        await using var server = await StartAsync(accountsRequired: true);
        await using var ana = await ChatPage.OpenAsync(await browser.NewPageAsync(), server.Web);
        await ana.Page.Locator("#nick").FillAsync("ana");
        await ana.Page.Keyboard.PressAsync("Enter");
        await Expect(ana.Page.Locator("#password")).ToBeFocusedAsync();
        await ana.Page.Keyboard.TypeAsync("corta");
        await ana.Page.Keyboard.PressAsync("Enter");
        await Expect(ana.Page.Locator("#login-error")).ToContainTextAsync("6");
        await ana.Page.Keyboard.TypeAsync("una-clave-muy-larga");
        await ana.Page.Keyboard.PressAsync("Enter");
        await Expect(ana.RoomName).ToHaveTextAsync("general");
        ana.ExpectNoErrors();
    }

    private async Task<ChatPage> JoinAsync(TestServer server, string nickname) =>
        await ChatPage.JoinAsync(await browser.NewPageAsync(), server.Web, nickname);
}
