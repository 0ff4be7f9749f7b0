using System.Text.RegularExpressions;

namespace ActorChat.Tests.Client.Screens;

/// <summary>A person at the keyboard, while the server is one that the test plays.</summary>
public sealed partial class EditingTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly WireServer _server = WireServer.Start();

    public void Dispose()
    {
        _server.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task The_line_stays_whole_while_50_messages_a_second_arrive()
    {
        using var screen = await StartAsync();
        using var peer = await EnterAsync(screen);
        using var enough = new CancellationTokenSource();
        var flood = FloodAsync(peer, enough.Token);

        const string Typed = "hola ñandú 漢字 😀, esto se escribe letra a letra";
        foreach (var letter in Typed.EnumerateRunes())
        {
            await screen.TypeAsync(letter.ToString());

            // tmux may show the first half of a big frame: the row is not there yet then, but never torn.
            var text = await screen.WaitAsync(text => text.Split('\n')[^1].StartsWith("ana>", StringComparison.Ordinal));
            Assert.All(text.Split('\n')[..^1], row => Assert.DoesNotContain("ana>", row, StringComparison.Ordinal));
        }

        await screen.WaitForLastRowAsync($"ana> {Typed}");
        await screen.PressAsync("Enter");
        Assert.Equal(Typed, await peer.ReadLineAsync());
        await enough.CancelAsync();
        var sent = await flood;

        await screen.WaitForAsync($"beto: mensaje {sent}\n");
        var shown = FloodLine().Matches(await screen.LookAsync("-S", "-")).Select(match => int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture));
        Assert.Equal(Enumerable.Range(1, sent), shown);
    }

    [Fact]
    public async Task Keys_edit_the_line_and_the_cursor_knows_wide_and_combined_characters()
    {
        using var screen = await StartAsync();
        using var peer = await EnterAsync(screen);
        await screen.TypeAsync("uno 漢字 😀 tres");
        await screen.PressAsync("C-w", "Left", "BSpace", "Home", "Delete", "End");
        await screen.WaitForLastRowAsync("ana> no 漢字");
        Assert.Equal("ana> no 漢字  ".Length + 2, await screen.CursorColumnAsync());
        await screen.PressAsync("C-a", "M-f", "C-k", "C-y", "C-y", "C-e", "Enter");

        Assert.Equal("no 漢字   漢字  ", await peer.ReadLineAsync());
    }

    [Fact]
    public async Task Tab_completes_whoever_spoke_last_and_commands()
    {
        using var screen = await StartAsync();
        using var peer = await EnterAsync(screen);
        await peer.SendAsync("bea: hola\nbeto: hola\nbea: adiós\n");
        await screen.WaitForAsync("adiós");
        await screen.TypeAsync("be");
        await screen.PressAsync("Tab");
        await screen.WaitForLastRowAsync("ana> bea:");
        await screen.PressAsync("Tab");
        await screen.WaitForLastRowAsync("ana> beto:");
        await screen.TypeAsync("y be");
        await screen.PressAsync("Tab", "Enter");
        Assert.Equal("beto: y bea ", await peer.ReadLineAsync());

        await screen.TypeAsync("#bet");
        await screen.PressAsync("Tab");
        await screen.WaitForLastRowAsync("ana> #beto");
        await screen.PressAsync("C-u");
        await screen.TypeAsync("/lis");
        await screen.PressAsync("Tab", "Enter");
        Assert.Equal("/listar ", await peer.ReadLineAsync());
    }

    [Fact]
    public async Task The_history_outlives_the_program_and_holds_no_password()
    {
        using (var first = await StartAsync())
        {
            using var peer = await EnterAsync(first);
            await first.EnterAsync("primera línea");
            await first.EnterAsync("/password secreto");
            Assert.Equal("primera línea", await peer.ReadLineAsync());
            Assert.Equal("/password secreto", await peer.ReadLineAsync());
        }

        using var second = await StartAsync();
        using var again = await _server.AcceptAsync();
        var asking = again.AskAsync();
        await second.WaitForLastRowAsync("Nickname: ana");
        await second.PressAsync("Enter");
        Assert.Equal("ana", await asking);
        await again.SendAsync("Bienvenido, ana.\n");
        await second.WaitForLastRowAsync("ana>");
        await second.PressAsync("Up");
        await second.WaitForLastRowAsync("ana> primera línea");
        Assert.DoesNotContain("secreto", await File.ReadAllTextAsync(_folder.File("actorchat/history")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Five_pasted_lines_are_shown_and_sent_only_after_a_yes_and_never_as_commands()
    {
        using var screen = await StartAsync();
        using var peer = await EnterAsync(screen);
        await screen.TypeAsync("borrador");
        await screen.PasteAsync("uno\n/salir\n#beto tres\ncuatro\ncinco\n");
        await screen.WaitForLastRowAsync("¿Enviar 5 líneas? [s/N]");
        await screen.PressAsync("Escape");
        await screen.WaitForLastRowAsync("ana> borrador");

        await screen.PasteAsync("uno\n/salir\n#beto tres\ncuatro\ncinco\n");
        var shown = await screen.WaitForLastRowAsync("¿Enviar 5 líneas? [s/N]");
        Assert.Contains("   | /salir\n", shown, StringComparison.Ordinal);
        await screen.TypeAsync("s");
        foreach (var line in new[] { "uno", "//salir", "##beto tres", "cuatro", "cinco" })
            Assert.Equal(line, await peer.ReadLineAsync());
        await screen.WaitForLastRowAsync("ana> borrador");
        await screen.WaitForAsync("ana: #beto tres\n");
    }

    [Fact]
    public async Task A_narrower_window_shows_the_line_once_and_whole_again_when_it_is_wide()
    {
        using var screen = await StartAsync();
        using var peer = await EnterAsync(screen);
        const string Typed = "una línea que es más larga que cuarenta celdas, con un final";
        await screen.TypeAsync(Typed);
        await screen.WaitForLastRowAsync($"ana> {Typed}");
        await screen.ResizeAsync(40, 24);
        await screen.WaitAsync(text => text.Split('\n')[^1] is var row && row.StartsWith("ana> <", StringComparison.Ordinal)
            && row.TrimEnd().EndsWith("con un final", StringComparison.Ordinal) && Count(text, "ana>") is 1);

        await peer.SendAsync("beto: mientras tanto\n");
        await screen.WaitForAsync("beto: mientras tanto\n");
        await screen.ResizeAsync(100, 24);
        await screen.WaitAsync(text => text.EndsWith($"ana> {Typed}", StringComparison.Ordinal) && Count(text, "ana>") is 1);
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;

    private static async Task<int> FloodAsync(WirePeer peer, CancellationToken enough)
    {
        var sent = 0;
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!enough.IsCancellationRequested && await ticks.WaitForNextTickAsync(CancellationToken.None))
            await peer.SendAsync($"beto: mensaje {++sent}\n");
        return sent;
    }

    private Task<TmuxScreen> StartAsync() => TmuxScreen.StartAsync(_folder, _server.Port, prompt: ">");

    private async Task<WirePeer> EnterAsync(TmuxScreen screen)
    {
        var peer = await _server.AcceptAsync();
        var asking = peer.AskAsync();
        await screen.WaitForLastRowAsync("Nickname:");
        await screen.EnterAsync("ana");
        Assert.Equal("ana", await asking);
        await peer.SendAsync("Bienvenido, ana.\n");
        await screen.WaitForLastRowAsync("ana>");
        return peer;
    }

    [GeneratedRegex(@"^\d\d:\d\d beto: mensaje (\d+)$", RegexOptions.Multiline)]
    private static partial Regex FloodLine();
}
