using System.Collections.Concurrent;
using System.Threading.Channels;
using ActorChat.Client.Input;

namespace ActorChat.Tests.Client.Support;

/// <summary>A person at a terminal who types these lines and then ends the input; null is a line beyond the cap.</summary>
internal sealed class ScriptedInput(params string?[] lines) : IInput
{
    private readonly ConcurrentQueue<string?> _lines = new(lines);

    public bool IsTerminal => true;

    public ValueTask<InputLine?> ReadAsync(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return ValueTask.FromResult<InputLine?>(_lines.TryDequeue(out var line) ? Line(line) : null);
    }

    private static InputLine Line(string? text) => text is null ? new InputLine(null, Flaw: new InputFlaw.TooLong()) : new InputLine(text);
}

/// <summary>A person at a terminal who types when the test says so.</summary>
internal sealed class LateInput : IInput
{
    private readonly Channel<InputLine> _lines = Channel.CreateUnbounded<InputLine>();

    public bool IsTerminal => true;

    public ValueTask<InputLine?> ReadAsync(CancellationToken cancellation) => _lines.Reader.ReadOrEndAsync(cancellation);

    public void Type(params string[] lines)
    {
        foreach (var line in lines)
            _lines.Writer.TryWrite(new InputLine(line));
    }

    public void End() => _lines.Writer.TryComplete();
}
