using System.Text;

namespace ActorChat.Client.Output;

/// <summary>Output with data and diagnostics apart, so that a script can keep one and read the other.</summary>
/// <remarks>Safe for several callers at once: each call is shown as a whole.</remarks>
internal interface IOutput
{
    /// <summary>Whether data go to a terminal.</summary>
    bool IsTerminal { get; }

    /// <summary>Writes data exactly as given, and flushes. The caller has made the text safe.</summary>
    /// <exception cref="ConsoleException">The output cannot be written.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled; the text may still be shown.</exception>
    Task WriteAsync(string text, CancellationToken cancellation);

    /// <summary>Shows a prompt, on a terminal or not at all: never among data that are collected.</summary>
    /// <exception cref="ConsoleException">The output cannot be written.</exception>
    Task PromptAsync(string prompt, CancellationToken cancellation);

    /// <summary>Reports an error, on a line of its own: what is wrong and how to mend it.</summary>
    /// <exception cref="ConsoleException">The output cannot be written.</exception>
    Task ReportAsync(string message);

    /// <summary>Says something that is neither data nor an error, on lines of its own, where diagnostics go.</summary>
    /// <exception cref="ConsoleException">The output cannot be written.</exception>
    Task SayAsync(string words);

    /// <summary>Notes that the user's Enter has moved the cursor to the start of a line.</summary>
    void LineWasTyped();

    /// <summary>Moves the terminal's cursor to the start of a line unless it stands there.</summary>
    Task EndLineAsync();
}

/// <summary>Standard output for data, standard error for diagnostics, both in UTF-8 without a byte order mark.</summary>
internal sealed class ConsoleOutput : IOutput, IDisposable
{
    private const string ErrorTag = "[ERROR] ";

    // Limits the wait of diagnostics for an output that takes nothing: leaving must stay possible.
    private static readonly TimeSpan DiagnosticsTimeout = TimeSpan.FromSeconds(2);

    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly Stream _data;
    private readonly Stream _diagnostics;
    private readonly Func<bool> _isReaderGone;
    private readonly TimeProvider _clock;

    // The first of the two that is a terminal.
    private readonly Stream? _screen;
    private volatile bool _midLine;
    private volatile Task _lastDiagnostics = Task.CompletedTask;

    /// <param name="data">Standard output; its owner closes it.</param>
    /// <param name="diagnostics">Standard error; its owner closes it.</param>
    /// <param name="isTerminal">Whether <paramref name="data"/> is a terminal.</param>
    /// <param name="diagnosticsIsTerminal">Whether <paramref name="diagnostics"/> is one.</param>
    /// <param name="isReaderGone">Whether nobody reads <paramref name="data"/> any more, which .NET's console streams pass over.</param>
    /// <param name="clock">Times the wait for an output that takes nothing; null for the system's.</param>
    public ConsoleOutput(
        Stream data, Stream diagnostics, bool isTerminal, bool diagnosticsIsTerminal, Func<bool>? isReaderGone = null,
        TimeProvider? clock = null)
    {
        _clock = clock ?? TimeProvider.System;
        _data = data;
        _diagnostics = diagnostics;
        _isReaderGone = isReaderGone ?? (static () => false);
        _screen = isTerminal ? data : diagnosticsIsTerminal ? diagnostics : null;
        IsTerminal = isTerminal;
    }

    public bool IsTerminal { get; }

    public async Task WriteAsync(string text, CancellationToken cancellation)
    {
        await WriteAsync(_data, text, cancellation);
        if (text.Length > 0 && _isReaderGone())
            throw new ConsoleException(isInput: false, cause: null);
    }

    public Task PromptAsync(string prompt, CancellationToken cancellation) =>
        _screen is null ? Task.CompletedTask : WriteAsync(_screen, prompt, cancellation);

    public async Task ReportAsync(string message)
    {
        await EndLineAsync();
        await TryWriteAsync(_diagnostics, $"{ErrorTag}{message}\n");
    }

    public async Task SayAsync(string words)
    {
        await EndLineAsync();
        await TryWriteAsync(_diagnostics, $"{words}\n");
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

        using var timeout = new CancellationTokenSource(DiagnosticsTimeout, _clock);
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
            _lastDiagnostics = stream == _diagnostics ? writing : _lastDiagnostics;
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
