using System.Text;

namespace ActorChat.Client.Output;

/// <summary>Standard output for data, standard error for diagnostics, both in UTF-8 without a byte order mark.</summary>
internal sealed class ConsoleOutput : IOutput, IDisposable
{
    private const string ErrorTag = "[ERROR] ";

    // How long a word of the client's own may wait for an output that takes nothing: leaving must stay possible.
    private static readonly TimeSpan WordPatience = TimeSpan.FromSeconds(2);

    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly Stream _data;
    private readonly Stream _diagnostics;
    private readonly Func<bool> _isReaderGone;
    private readonly TimeProvider _clock;

    // Where a person looks: the first of the two that is a terminal.
    private readonly Stream? _screen;
    private volatile bool _midLine;
    private volatile Task _lastWords = Task.CompletedTask;

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

    /// <inheritdoc/>
    public bool IsTerminal { get; }

    /// <inheritdoc/>
    public async Task WriteAsync(string text, CancellationToken cancellation)
    {
        await PutAsync(_data, text, cancellation);
        if (text.Length > 0 && _isReaderGone())
            throw new ConsoleException(isInput: false, cause: null);
    }

    /// <inheritdoc/>
    public Task PromptAsync(string prompt, CancellationToken cancellation) =>
        _screen is null ? Task.CompletedTask : PutAsync(_screen, prompt, cancellation);

    /// <inheritdoc/>
    public async Task ReportAsync(string message)
    {
        await EndLineAsync();
        await SpeakAsync(_diagnostics, $"{ErrorTag}{message}\n");
    }

    /// <inheritdoc/>
    public async Task SayAsync(string words)
    {
        await EndLineAsync();
        await SpeakAsync(_diagnostics, $"{words}\n");
    }

    /// <inheritdoc/>
    public void LineWasTyped() => _midLine = false;

    /// <inheritdoc/>
    public Task EndLineAsync() =>
        _screen is not null && _midLine ? SpeakAsync(_screen, "\n") : Task.CompletedTask;

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    // Words that nobody reads are given up, and so are those after them until somebody does.
    private async Task SpeakAsync(Stream stream, string text)
    {
        if (!_lastWords.IsCompleted)
            return;

        using var patience = new CancellationTokenSource(WordPatience, _clock);
        try
        {
            await PutAsync(stream, text, patience.Token);
        }
        catch (OperationCanceledException)
        {
            // Still to be shown, should the output take something again.
        }
    }

    private async Task PutAsync(Stream stream, string text, CancellationToken cancellation)
    {
        if (text.Length is 0)
            return;

        await _turn.WaitAsync(cancellation);
        try
        {
            // A console stream cannot be cancelled, and blocks while the terminal is paused (Ctrl+S) or a pipe's reader is slow.
            // The wait is given up then, so that leaving stays possible.
            var writing = WriteAndFlushAsync(stream, text);
            _lastWords = stream == _diagnostics ? writing : _lastWords;
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
