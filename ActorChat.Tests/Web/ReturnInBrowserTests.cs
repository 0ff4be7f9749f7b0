using ActorChat.Tests.Faults.Links;
using static Microsoft.Playwright.Assertions;

namespace ActorChat.Tests.Web;

/// <summary>Connections that are lost: what was typed is there, what was missed comes, and each line is said once.</summary>
[Trait("Category", "Browser")]
public sealed class ReturnInBrowserTests(Browser browser) : IClassFixture<Browser>
{
    // Chromium reports each attempt that fails.
    private const string Refused = "WebSocket connection to";

    [Fact]
    public async Task A_server_that_is_killed_in_mid_typing_and_comes_back_has_lost_nothing_and_heard_nothing_twice()
    {
        using var folder = new TemporaryFolder();
        var web = new IPEndPoint(IPAddress.Loopback, Ports.PickFixed());
        string[] arguments = ["--set", "actorchat.web.enabled=on", "--set", $"actorchat.web.port={web.Port}"];
        var first = await ServerProcess.StartAsync(folder.Path, arguments);
        await using var ana = await ChatPage.JoinAsync(await browser.NewPageAsync(), web, "ana");
        await using var beto = await ChatPage.JoinAsync(await browser.NewPageAsync(), web, "beto");
        await ana.SayAsync("uno");
        await beto.ExpectTextsAsync("uno");

        // The kill comes while lines are on their way: some are stored without an answer, some never arrive.
        var lines = Enumerable.Range(1, 20).Select(i => $"línea {i}").ToArray();
        await ana.Input.FillAsync(string.Join('\n', lines));
        await ana.Input.PressAsync("Enter");
        await first.KillAsync();
        await Expect(ana.Banner).ToBeVisibleAsync();
        await ana.SayAsync("sin conexión");
        await Expect(ana.Page.Locator(".unsent").Last).ToContainTextAsync("Pendiente de enviar");
        await ana.Input.FillAsync("a medio escribir");
        await beto.Input.FillAsync("también");

        using var second = await ServerProcess.StartAsync(folder.Path, arguments);
        await ana.ExpectSentAsync();
        string[] all = ["uno", .. lines, "sin conexión"];
        await ana.ExpectTextsAsync(all);
        await beto.ExpectTextsAsync(all);
        await Expect(ana.Input).ToHaveValueAsync("a medio escribir");
        await Expect(beto.Input).ToHaveValueAsync("también");
        await ana.Input.PressAsync("Enter");
        await beto.ExpectTextsAsync([.. all, "a medio escribir"]);
        await second.StopAsync();
        var stored = Rows.Of(Path.Combine(folder.Path, "mensajes.db"), "SELECT contenido FROM mensajes ORDER BY numero");
        Assert.Equal([.. all, "a medio escribir"], stored);
        ana.ExpectNoErrors(Refused);
        beto.ExpectNoErrors(Refused);
        first.Dispose();
    }

    [Fact]
    public async Task Offline_one_reads_and_writes_on_and_back_online_both_sides_have_everything()
    {
        await using var server = await ChatInBrowserTests.StartAsync();
        await using var carla = await WireClient.JoinAsync(server.Chat, "carla");
        await using var cable = new FaultyProxy(server.Web, LinkFaults.None, seed: 0);
        await using var ana = await ChatPage.JoinAsync(await browser.NewPageAsync(), cable.Address, "ana");
        await carla.ExpectLineAsync("* ana se ha conectado");
        await carla.SendLineAsync("antes");
        await ana.ExpectTextsAsync("antes");

        await ana.Page.Context.SetOfflineAsync(true);
        while (cable.ResetOne(Random.Shared))
            await Task.Yield();
        await Expect(ana.Banner).ToContainTextAsync("Sin conexión");
        await carla.ExpectLineAsync("* ana se ha desconectado");
        await carla.SendLineAsync("mientras");
        await ana.SayAsync("desde el túnel");
        await ana.ExpectTextsAsync("antes", "desde el túnel");

        await ana.Page.Context.SetOfflineAsync(false);
        await carla.ExpectLineAsync("* ana se ha conectado");
        await carla.ExpectLineAsync("ana: desde el túnel");
        await ana.ExpectSentAsync();
        await ana.ExpectTextsAsync("antes", "mientras", "desde el túnel");
        await Expect(ana.Banner).ToBeHiddenAsync();
        ana.ExpectNoErrors(Refused);
    }

    [Fact]
    public async Task Who_is_put_off_stays_outside_until_they_want_to_come_back()
    {
        await using var server = await ChatInBrowserTests.StartAsync();
        await using var ana = await ChatPage.JoinAsync(await browser.NewPageAsync(), server.Web, "ana");
        await ana.Input.FillAsync("lo que iba a decir");

        await server.OrderAsync("", "/expulsar servidor ana ya basta");
        await Expect(ana.Banner).ToContainTextAsync("ya basta");
        await ana.Banner.Locator("button").ClickAsync();
        await Expect(ana.Banner).ToBeHiddenAsync();
        await ana.Input.PressAsync("Enter");
        await ana.ExpectTextsAsync("lo que iba a decir");
        await ana.ExpectSentAsync();
        ana.ExpectNoErrors();
    }
}
