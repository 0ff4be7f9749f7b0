using System.Text;

namespace ActorChat.Tests.Client.Support;

/// <summary>Collects the UTF-8 text of a stream as it comes, and lets a test wait until it holds something.</summary>
internal sealed class CollectedText
{
    private readonly Lock _lock = new();
    private readonly StringBuilder _text = new();
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public CollectedText(Stream stream) => Whole = CollectAsync(stream);

    /// <summary>The whole text, when the stream has ended.</summary>
    public Task<string> Whole { get; }

    /// <summary>Waits until the text holds a part; gives all there is by then.</summary>
    public async Task<string> WaitForAsync(string part)
    {
        using var limit = new CancellationTokenSource(Patience.Limit);
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
        using var reader = new StreamReader(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        var buffer = new char[64 * 1024];
        int count;
        while ((count = await reader.ReadAsync(buffer)) > 0)
            Append(buffer.AsSpan(0, count));

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
