using ActorChat.Tests.Architecture;
using Microsoft.Playwright;

namespace ActorChat.Tests.Web;

/// <summary>The page's state without page and server: <c>state.test.js</c>, beside this file, plays both by chance.</summary>
[Trait("Category", "Browser")]
public sealed class StateTests(Browser browser) : IClassFixture<Browser>
{
    private static readonly string Page = Path.Combine(RepositoryRoot.Path, "ActorChat.Server", "Web", "Page");
    private static readonly string Tests = Path.Combine(RepositoryRoot.Path, "ActorChat.Tests", "Web");

    [Fact]
    public async Task Whatever_breaks_nothing_is_lost_nothing_comes_twice_and_no_gap_stays_unseen()
    {
        var page = await browser.NewPageAsync();
        await page.RouteAsync("**/*", ServeAsync);
        await page.GotoAsync("http://page.test/");

        var first = Random.Shared.Next();
        var faults = await page.EvaluateAsync<string[]>(
            """
            async first => {
              const { nothingIsLostOrTwice } = await import('/state.test.js');
              for (let seed = first; seed < first + 300; seed++) {
                const faults = nothingIsLostOrTwice(seed);
                if (faults.length > 0)
                  return [`Seed ${seed}`, ...faults];
              }
              return [];
            }
            """,
            first);

        Assert.Empty(faults);
    }

    private static Task ServeAsync(IRoute route)
    {
        var path = new Uri(route.Request.Url).AbsolutePath[1..];
        var file = Path.Combine(path == "state.test.js" ? Tests : Page, path);
        return route.FulfillAsync(path.EndsWith(".js", StringComparison.Ordinal)
            ? new RouteFulfillOptions { ContentType = "text/javascript", Path = file }
            : new RouteFulfillOptions { ContentType = "text/html", Body = "<!doctype html>" });
    }
}
