using ActorChat.Client.Output;

namespace ActorChat.Tests.Client.Support;

/// <summary>A terminal that keeps everything in the order in which it is shown; errors stand between angle brackets.</summary>
internal sealed class RecordingOutput : IOutput
{
    private readonly Lock _lock = new();
    private readonly StringBuilder _shown = new();

    public bool IsTerminal => true;

    public string Shown
    {
        get
        {
            lock (_lock)
                return _shown.ToString();
        }
    }

    /// <summary>Waits until something was shown.</summary>
    public async Task WaitForAsync(string part)
    {
        using var limit = new CancellationTokenSource(TestTimeout.Limit);
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        while (!Shown.Contains(part, StringComparison.Ordinal))
            await ticks.WaitForNextTickAsync(limit.Token);
    }

    public Task WriteAsync(string text, CancellationToken cancellation) => Append(text);

    public Task PromptAsync(string prompt, CancellationToken cancellation) => Append(prompt);

    public Task ReportAsync(string message) => Append($"<{message}>\n");

    public Task SayAsync(string words) => Append($"({words})\n");

    public void LineWasTyped() => _ = Append("⏎\n");

    public Task EndLineAsync() => Task.CompletedTask;

    private Task Append(string text)
    {
        lock (_lock)
            _shown.Append(text);
        return Task.CompletedTask;
    }
}
