using ActorChat.Tests.Architecture;
using Microsoft.Playwright;

namespace ActorChat.Tests.Web;

/// <summary>Debian's Chromium, driven by Playwright: one for all tests of a class, each of whose pages has cookies and storage of its own.</summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string[] Programs = ["chromium", "chromium-browser", "google-chrome"];

    private IPlaywright _playwright = null!;
    private IBrowser _chromium = null!;

    /// <summary>Where pictures of the page are kept.</summary>
    public static string Screenshots { get; } = Directory.CreateDirectory(Path.Combine(RepositoryRoot.Path, "artifacts", "screenshots")).FullName;

    public async Task InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();

        // Its own sandbox needs rights that root and most containers lack. It only ever sees our page.
        _chromium = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Program(), Args = ["--no-sandbox"] });
    }

    public async Task DisposeAsync()
    {
        await _chromium.DisposeAsync();
        _playwright.Dispose();
    }

    /// <summary>A tab of a browser that has never been here.</summary>
    public async Task<IPage> NewPageAsync(int width = 1280, int height = 800, string locale = "es-ES")
    {
        var context = await _chromium.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = height },
            Locale = locale,
        });
        context.SetDefaultTimeout((float)TestTimeout.Limit.TotalMilliseconds);
        return await context.NewPageAsync();
    }

    private static string Program() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .SelectMany(folder => Programs, Path.Combine)
            .FirstOrDefault(File.Exists)
        ?? throw new FileNotFoundException("These tests need Chromium: apt-get install chromium");
}
