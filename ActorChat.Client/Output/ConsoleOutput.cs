using System.Text;

namespace ActorChat.Client.Output;

/// <summary>Standard output for data, standard error for diagnostics, both in UTF-8 without a byte order mark.</summary>
internal sealed class ConsoleOutput : IOutput, IDisposable
{
    private const string ErrorTag = "[ERROR] ";

    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly Stream _data;
    private readonly Stream _diagnostics;
    private readonly Func<bool> _isReaderGone;

    // Where a person looks: the first of the two that is a terminal.
    private readonly Stream? _screen;
    private volatile bool _midLine;

    /// <param name="data">Standard output; its owner closes it.</param>
    /// <param name="diagnostics">Standard error; its owner closes it.</param>
    /// <param name="isTerminal">Whether <paramref name="data"/> is a terminal.</param>
    /// <param name="diagnosticsIsTerminal">Whether <paramref name="diagnostics"/> is one.</param>
    /// <param name="isReaderGone">Whether nobody reads <paramref name="data"/> any more, which .NET's console streams pass over.</param>
    public ConsoleOutput(Stream data, Stream diagnostics, bool isTerminal, bool diagnosticsIsTerminal, Func<bool>? isReaderGone = null)
    {
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
        await PutAsync(_diagnostics, $"{ErrorTag}{message}\n", CancellationToken.None);
    }

    /// <inheritdoc/>
    public async Task SayAsync(string words)
    {
        await EndLineAsync();
        await PutAsync(_diagnostics, $"{words}\n", CancellationToken.None);
    }

    /// <inheritdoc/>
    public void LineWasTyped() => _midLine = false;

    /// <inheritdoc/>
    public Task EndLineAsync() =>
        _screen is not null && _midLine ? PutAsync(_screen, "\n", CancellationToken.None) : Task.CompletedTask;

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    private async Task PutAsync(Stream stream, string text, CancellationToken cancellation)
    {
        if (text.Length is 0)
            return;

        await _turn.WaitAsync(cancellation);
        try
        {
            // A console stream cannot be cancelled, and blocks while the terminal is paused (Ctrl+S) or a pipe's reader is slow.
            // The wait is given up then, so that leaving stays possible.
            await WriteAndFlushAsync(stream, text).WaitAsync(cancellation);
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
