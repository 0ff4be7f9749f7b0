using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ActorChat.Tests.Web;

/// <summary>How the page looks and reads, from telephones to wide screens. Its pictures are kept in <c>artifacts/screenshots</c>.</summary>
[Trait("Category", "Browser")]
public sealed class AppearanceTests(Browser browser) : IClassFixture<Browser>
{
    private const int SmallestTarget = 44, Narrowest = 360, Widest = 1280;

    [Theory]
    [InlineData(Narrowest, 720)]
    [InlineData(768, 1024)]
    [InlineData(Widest, 800)]
    public async Task Everybody_can_read_it_and_reach_it_at_every_width_by_day_and_by_night(int width, int height)
    {
        await using var server = await ChatInBrowserTests.StartAsync();
        await TalkAsync(server);
        await using var ana = await ChatPage.OpenAsync(await browser.NewPageAsync(width, height), server.Web);
        await ExpectFineAsync("login");
        await ana.Page.Locator("#nick").FillAsync("ana");
        await ana.Page.Keyboard.PressAsync("Enter");
        await ana.SayAsync("Lo miro ahora mismo.");
        await ana.SayAsync("#nadie ¿estás?");
        await Expect(ana.Page.Locator(".failed")).ToBeVisibleAsync();
        await ExpectFineAsync("private");
        await ana.Input.PressAsync("Alt+ArrowUp");
        await Expect(ana.RoomName).ToHaveTextAsync("general");
        await ExpectFineAsync("chat");
        await ana.Input.FillAsync("/");
        await ExpectFineAsync("commands");
        await ana.Input.FillAsync("");
        foreach (var (name, key) in new[] { ("help", "F1"), ("search", "Control+k"), ("rooms", "Control+j") })
        {
            await ana.Page.Keyboard.PressAsync(key);
            await ExpectFineAsync(name);
            await ana.Page.Keyboard.PressAsync("Escape");
        }

        if (width < 1200)
        {
            await ana.Page.Locator("#show-people").ClickAsync();
            await Expect(ana.Page.Locator("#people")).ToBeInViewportAsync(new LocatorAssertionsToBeInViewportOptions { Ratio = 1 });
            await ExpectFineAsync("people");
            await ana.Page.Keyboard.PressAsync("Escape");
        }

        if (width < 900)
        {
            await ana.Page.Locator("#show-side").ClickAsync();
            await Expect(ana.Page.Locator("#side")).ToBeInViewportAsync(new LocatorAssertionsToBeInViewportOptions { Ratio = 1 });
            await ExpectFineAsync("side");
        }

        ana.ExpectNoErrors();

        async Task ExpectFineAsync(string name)
        {
            foreach (var colors in new[] { ColorScheme.Dark, ColorScheme.Light })
            {
                await ana.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = colors });
                var picture = Path.Combine(Browser.Screenshots, $"{name}-{width}-{colors}.png".ToLowerInvariant());
                await ana.Page.ScreenshotAsync(new PageScreenshotOptions { Path = picture });
                // What it looks at differs between narrow and wide; by colours only in contrast.
                if (width == Widest || (width == Narrowest && colors == ColorScheme.Light))
                    await ExpectNoBarrierAsync(ana.Page, name);
            }

            Assert.Equal(width, await ana.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
            var small = await ana.Page.EvaluateAsync<string[]>(
                """
                least => [...document.querySelectorAll('button, input, textarea, [role=option]')]
                  .filter(target => target.checkVisibility({ visibilityProperty: true }) && !target.closest('[inert]'))
                  .filter(target => Math.min(target.offsetWidth, target.offsetHeight) < least)
                  .map(target => target.outerHTML)
                """,
                SmallestTarget);
            Assert.Empty(small);
        }
    }

    [Fact]
    public async Task Other_languages_than_Spanish_read_English_and_screen_readers_hear_lines_one_by_one_and_bursts_by_number()
    {
        await using var server = await ChatInBrowserTests.StartAsync();
        await using var beto = await WireClient.JoinAsync(server.Chat, "beto");
        await using var ana = await ChatPage.JoinAsync(await browser.NewPageAsync(locale: "de-DE"), server.Web, "ana");
        await beto.ExpectLineAsync("* ana se ha conectado");

        await Expect(ana.Page.Locator("html")).ToHaveAttributeAsync("lang", "en");
        await Expect(ana.Page.GetByRole(AriaRole.Textbox, new PageGetByRoleOptions { Name = "Write in general" })).ToBeVisibleAsync();
        var heard = ana.Page.GetByRole(AriaRole.Log).Locator("p");
        await beto.SendLineAsync("hola");
        await Expect(heard).ToHaveTextAsync(["beto: hola"]);
        await beto.SendAsync(string.Concat(Enumerable.Range(1, 100).Select(line => $"línea {line}\n")));
        await Expect(heard.Last).ToContainTextAsync("new messages in general");
        Assert.InRange(await heard.CountAsync(), 2, 5);
        ana.ExpectNoErrors();
    }

    private static async Task ExpectNoBarrierAsync(IPage page, string name)
    {
        var faults = (await page.RunAxe(new AxeRunOptions { ResultTypes = [ResultType.Violations] })).Violations.Where(violation => violation.Impact is "serious" or "critical");
        Assert.Empty(faults.Select(fault => $"{name}: {fault.Help}: {string.Join(", ", fault.Nodes.Select(node => node.Html))}"));
    }

    private static async Task TalkAsync(TestServer server)
    {
        await using var beto = await WireClient.JoinAsync(server.Chat, "beto");
        await using var carla = await WireClient.JoinAsync(server.Chat, "carla");
        await using var noa = await WireClient.JoinAsync(server.Chat, "נועה");
        await beto.SendLineAsync("/tema Lo que pasa en la oficina · reunión el jueves a las 10");
        await beto.ReadUntilAsync("* beto ha puesto el tema: Lo que pasa en la oficina · reunión el jueves a las 10");
        (WireClient Who, string Text)[] lines =
        [
            (beto, "Buenos días 👋"), (carla, "Buenas. ¿Alguien ha visto el informe de ayer?"),
            (beto, "Está en https://intranet.example/informes/42, lo subí a última hora."), (beto, "Faltan las cifras de noviembre."),
            (noa, "שלום לכולם, אני מצטרפת מהמשרד בתל אביב"), (carla, "¡Bienvenida! 🎉🎉"), (beto, "ana, ¿puedes mirar el punto 3?"),
        ];
        foreach (var (who, text) in lines)
        {
            await who.SendLineAsync(text);
            foreach (var other in new[] { beto, carla, noa }.Where(one => one != who))
                await other.ReadUntilAsync($"{who.Nickname}: {text}");
        }
    }
}
