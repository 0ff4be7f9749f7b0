using System.Diagnostics;
using ActorChat.Client;

namespace ActorChat.Tests.Client.Screens;

/// <summary>The real client on a real terminal, used as a person would: a tmux server of its own, which ends with the test.</summary>
internal sealed class TmuxScreen : IDisposable
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(50);

    private readonly string _socket;

    private TmuxScreen(string socket) => _socket = socket;

    /// <summary>Starts the client. When it has ended, the screen shows <c>EXIT</c> and its exit code.</summary>
    /// <remarks>The same folder is the same user again. A shell with job control, if wished, has the prompt <c>$</c>.</remarks>
    public static async Task<TmuxScreen> StartAsync(
        TemporaryFolder folder, int port, string environment = "", string arguments = "", string prompt = "Nickname:",
        bool isInShell = false)
    {
        var screen = new TmuxScreen(folder.File($"tmux-{Guid.NewGuid():N}"));
        var host = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        var client = string.Create(
            CultureInfo.InvariantCulture,
            $"env LC_ALL=C.UTF-8 TERM=xterm-256color XDG_STATE_HOME='{folder.Path}' {environment} '{host}' '{typeof(ExitCode).Assembly.Location}' --port {port} {arguments}");

        // cat keeps the terminal open, with the settings in which the client has left it.
        await screen.TmuxAsync(
            "start-server", ";", "set-option", "-g", "history-limit", "100000", ";", "new-session", "-d", "-x", "80", "-y", "24", isInShell ? "PS1='$ ' ENV= exec sh -i" : $"{client}; echo EXIT $?; exec cat");
        if (isInShell)
        {
            await screen.WaitForLastRowAsync("$");
            await screen.EnterAsync($"clear; {client}");
        }

        await screen.WaitAsync(text => text.Contains(prompt, StringComparison.Ordinal));
        return screen;
    }

    /// <summary>Presses keys by tmux's names for them (<c>Enter</c>, <c>C-c</c>, <c>Left</c>).</summary>
    public Task PressAsync(params string[] keys) => TmuxAsync(["send-keys", .. keys]);

    public Task TypeAsync(string text) => TmuxAsync("send-keys", "-l", text);

    public async Task EnterAsync(string line)
    {
        await TypeAsync(line);
        await PressAsync("Enter");
    }

    /// <summary>Pastes, with the marks of a bracketed paste where the client has asked for them.</summary>
    public async Task PasteAsync(string text)
    {
        await TmuxAsync("set-buffer", text);
        await TmuxAsync("paste-buffer", "-p");
    }

    public Task ResizeAsync(int columns, int rows) => TmuxAsync(
        "resize-window", "-x", columns.ToString(CultureInfo.InvariantCulture), "-y", rows.ToString(CultureInfo.InvariantCulture));

    /// <summary>What the screen shows, without the blank rows at its end; <c>-e</c>: with colours, <c>-S -</c>: with what has scrolled away.</summary>
    public async Task<string> LookAsync(params string[] options) => (await TmuxAsync(["capture-pane", "-p", .. options])).TrimEnd('\n');

    /// <summary>The cell of the cursor, from the left.</summary>
    public async Task<int> CursorColumnAsync() =>
        int.Parse(await TmuxAsync("display-message", "-p", "#{cursor_x}"), CultureInfo.InvariantCulture);

    public async Task<string> WaitAsync(Func<string, bool> expected)
    {
        using var timer = new PeriodicTimer(Glance);
        var begun = Stopwatch.StartNew();
        while (true)
        {
            var text = await LookAsync();
            if (expected(text))
                return text;
            if (begun.Elapsed > TestTimeout.Limit)
                throw new TimeoutException($"The screen never showed what was expected:\n{text}");
            await timer.WaitForNextTickAsync();
        }
    }

    public Task<string> WaitForAsync(string part) => WaitAsync(text => text.Contains(part, StringComparison.Ordinal));

    /// <summary>Looks until the last row is exactly this.</summary>
    public Task<string> WaitForLastRowAsync(string row) => WaitAsync(text => text.Split('\n')[^1].TrimEnd() == row.TrimEnd());

    public void Dispose()
    {
        using var end = Process.Start(Start("kill-server"))!;
        end.WaitForExit();
    }

    private async Task<string> TmuxAsync(params string[] arguments)
    {
        using var tmux = Process.Start(Start(arguments))!;
        var output = tmux.StandardOutput.ReadToEndAsync();
        var errors = tmux.StandardError.ReadToEndAsync();
        await tmux.WaitForExitAsync().WaitAsync(TestTimeout.Limit);
        return tmux.ExitCode is 0 ? await output : throw new InvalidOperationException($"tmux {arguments[0]}: {await errors}");
    }

    private ProcessStartInfo Start(params string[] arguments) => new("tmux", ["-u", "-f", "/dev/null", "-S", _socket, .. arguments])
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        StandardOutputEncoding = Encoding.UTF8,
    };
}
