namespace ActorChat.Tests.Client.Support;

/// <summary>Collects the UTF-8 text of a stream as it comes, and lets a test wait until it holds something.</summary>
internal sealed class CollectedText
{
    private readonly Lock _lock = new();
    private readonly StringBuilder _text = new();
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <remarks>All that comes, or only those lines that are worth keeping.</remarks>
    public CollectedText(Stream stream, Func<string, bool>? keep = null) =>
        Whole = keep is null ? CollectAsync(stream) : CollectLinesAsync(stream, keep);

    /// <summary>The whole text, when the stream has ended.</summary>
    public Task<string> Whole { get; }

    /// <summary>Waits until the text holds a part; gives all there is by then.</summary>
    public async Task<string> WaitForAsync(string part)
    {
        using var limit = new CancellationTokenSource(TestTimeout.Limit);
        while (true)
        {
            var (text, changed) = Look();
            if (text.Contains(part, StringComparison.Ordinal))
                return text;
            if (Whole.IsCompleted)
                throw new InvalidOperationException($"The stream ended without '{part}': {text}");
            await changed.WaitAsync(limit.Token);
        }
    }

    private (string Text, Task Changed) Look()
    {
        lock (_lock)
            return (_text.ToString(), _changed.Task);
    }

    private async Task<string> CollectAsync(Stream stream)
    {
        using var reader = new StreamReader(stream, Utf8);
        var buffer = new char[64 * 1024];
        int count;
        while ((count = await reader.ReadAsync(buffer)) > 0)
            Append(buffer.AsSpan(0, count));

        Append([]);
        return Look().Text;
    }

    private async Task<string> CollectLinesAsync(Stream stream, Func<string, bool> keep)
    {
        using var reader = new StreamReader(stream, Utf8);
        while (await reader.ReadLineAsync() is { } line)
        {
            if (keep(line))
                Append(line + "\n");
        }

        Append([]);
        return Look().Text;
    }

    private void Append(ReadOnlySpan<char> characters)
    {
        lock (_lock)
        {
            _text.Append(characters);
            _changed.SetResult();
            _changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }
}
