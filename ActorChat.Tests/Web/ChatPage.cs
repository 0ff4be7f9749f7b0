using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ActorChat.Tests.Web;

/// <summary>Somebody at the page, in a browser of their own.</summary>
internal sealed class ChatPage : IAsyncDisposable
{
    private readonly List<string> _errors = [];

    private ChatPage(IPage page)
    {
        Page = page;

        // What the security policy forbids is an error of the console, too.
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                _errors.Add(message.Text);
        };
        page.PageError += (_, error) => _errors.Add(error);
        SetDefaultExpectTimeout((float)TestTimeout.Limit.TotalMilliseconds);
    }

    public IPage Page { get; }

    /// <summary>The texts of all messages in the document, those that are not sent yet too.</summary>
    public ILocator Texts => Page.Locator("#list .msg .text");

    public ILocator Unsent => Page.Locator("#list .unsent");

    public ILocator Input => Page.Locator("#input");

    public ILocator Banner => Page.Locator("#banner");

    public ILocator RoomName => Page.Locator("#room-name");

    public ILocator Scroller => Page.Locator("#scroller");

    public static async Task<ChatPage> OpenAsync(IPage page, IPEndPoint web)
    {
        var chat = new ChatPage(page);
        await page.GotoAsync($"http://{web}/");
        return chat;
    }

    /// <summary>Opens the page and joins.</summary>
    public static async Task<ChatPage> JoinAsync(IPage page, IPEndPoint web, string nickname)
    {
        var chat = await OpenAsync(page, web);
        await page.Locator("#nick").FillAsync(nickname);
        await page.Keyboard.PressAsync("Enter");
        await Expect(chat.Input).ToBeVisibleAsync();
        await Expect(chat.RoomName).ToHaveTextAsync("general");
        return chat;
    }

    /// <summary>Types a line and sends it.</summary>
    public async Task SayAsync(string text)
    {
        await Input.FillAsync(text);
        await Input.PressAsync("Enter");
    }

    /// <summary>Has what was sent confirmed.</summary>
    public Task ExpectSentAsync() => Expect(Unsent).ToHaveCountAsync(0);

    /// <summary>Has exactly these messages, in this order.</summary>
    public Task ExpectTextsAsync(params string[] texts) => Expect(Texts).ToHaveTextAsync(texts);

    public ILocator Room(string name) => Page.Locator(".side .room", new PageLocatorOptions { Has = Page.Locator($"bdi:text-is('{name}')") });

    /// <summary>The first text that is in view, and how far from the top.</summary>
    public async Task<string> ViewAsync() => await Page.EvaluateAsync<string>(
        """
        () => {
          const top = document.querySelector('#scroller').getBoundingClientRect().top;
          const row = [...document.querySelectorAll('#list .msg')].find(row => row.getBoundingClientRect().bottom > top);
          return `${row.querySelector('.text').textContent} at ${Math.round(row.getBoundingClientRect().top)}`;
        }
        """);

    /// <summary>Shows that the browser had nothing to complain of. <paramref name="expected"/> is in complaints that the test has caused.</summary>
    public void ExpectNoErrors(string? expected = null) =>
        Assert.DoesNotContain(_errors, error => expected is null || !error.Contains(expected, StringComparison.Ordinal));

    public async ValueTask DisposeAsync() => await Page.Context.DisposeAsync();
}
