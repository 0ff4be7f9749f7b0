using System.Text;

namespace ActorChat.Client.Output;

/// <summary>Output with data and diagnostics apart, so that a script can keep one and read the other.</summary>
/// <remarks>
/// Safe for several callers at once: each call is shown as a whole. A <see cref="ConsoleException"/> tells that the output cannot be written.
/// </remarks>
internal interface IOutput
{
    /// <summary>Whether data go to a terminal.</summary>
    bool IsTerminal { get; }

    /// <summary>Writes data exactly as given, and flushes. The caller has made the text safe.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled; the text may still be shown.</exception>
    Task WriteAsync(string text, CancellationToken cancellation);

    /// <summary>Shows a prompt, on a terminal or not at all: never among data that are collected.</summary>
    Task PromptAsync(string prompt, CancellationToken cancellation);

    /// <summary>Reports an error, on a line of its own: what is wrong and how to mend it.</summary>
    Task ReportAsync(string message);

    /// <summary>Says something that is neither data nor an error, on lines of its own, where diagnostics go.</summary>
    Task SayAsync(string words);

    /// <summary>Notes that the user's Enter has moved the cursor to the start of a line.</summary>
    void LineWasTyped();

    /// <summary>Moves the terminal's cursor to the start of a line unless it stands there.</summary>
    Task EndLineAsync();
}

/// <summary>
/// Standard output for data, standard error for diagnostics, both in UTF-8 without a byte order mark. Their owner closes them. Asks whether
/// the data's reader is gone, which .NET's console streams pass over.
/// </summary>
internal sealed class ConsoleOutput(
    Stream data, Stream diagnostics, bool isTerminal, bool diagnosticsIsTerminal, Func<bool>? isReaderGone = null, TimeProvider? clock = null)
    : IOutput, IDisposable
{
    // Limits the wait of diagnostics for an output that takes nothing: leaving must stay possible.
    private static readonly TimeSpan DiagnosticsTimeout = TimeSpan.FromSeconds(2);

    private readonly SemaphoreSlim _turn = new(1, 1);

    // The first of the two that is a terminal.
    private readonly Stream? _screen = isTerminal ? data : diagnosticsIsTerminal ? diagnostics : null;
    private volatile bool _midLine;
    private volatile Task _lastDiagnostics = Task.CompletedTask;

    public bool IsTerminal => isTerminal;

    public async Task WriteAsync(string text, CancellationToken cancellation)
    {
        await WriteAsync(data, text, cancellation);
        if (text.Length > 0 && isReaderGone?.Invoke() is true)
            throw new ConsoleException(isInput: false, cause: null);
    }

    public Task PromptAsync(string prompt, CancellationToken cancellation) =>
        _screen is null ? Task.CompletedTask : WriteAsync(_screen, prompt, cancellation);

    public Task ReportAsync(string message) => SayAsync($"[ERROR] {message}");

    public async Task SayAsync(string words)
    {
        await EndLineAsync();
        await TryWriteAsync(diagnostics, $"{words}\n");
    }

    public void LineWasTyped() => _midLine = false;

    public Task EndLineAsync() =>
        _screen is not null && _midLine ? TryWriteAsync(_screen, "\n") : Task.CompletedTask;

    public void Dispose() => _turn.Dispose();

    // Gives up words that nobody reads, and those after them until somebody does.
    private async Task TryWriteAsync(Stream stream, string text)
    {
        if (!_lastDiagnostics.IsCompleted)
            return;

        using var timeout = new CancellationTokenSource(DiagnosticsTimeout, clock ?? TimeProvider.System);
        try
        {
            await WriteAsync(stream, text, timeout.Token);
        }
        catch (OperationCanceledException)
        {
            // It is still shown if the output takes something again.
        }
    }

    private async Task WriteAsync(Stream stream, string text, CancellationToken cancellation)
    {
        if (text.Length is 0)
            return;

        await _turn.WaitAsync(cancellation);
        try
        {
            // A console stream cannot be cancelled, and blocks while the terminal is paused (Ctrl+S) or a pipe's reader is slow.
            // Cancels the wait instead, so that leaving stays possible.
            var writing = WriteAndFlushAsync(stream, text);
            _lastDiagnostics = stream == diagnostics ? writing : _lastDiagnostics;
            await writing.WaitAsync(cancellation);
            _midLine = stream == _screen ? text[^1] is not '\n' : _midLine;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new ConsoleException(isInput: false, failure);
        }
        finally
        {
            _turn.Release();
        }
    }

    private static async Task WriteAndFlushAsync(Stream stream, string text)
    {
        await stream.WriteAsync(Encoding.UTF8.GetBytes(text));
        await stream.FlushAsync();
    }
}
