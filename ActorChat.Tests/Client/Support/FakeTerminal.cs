using System.Threading.Channels;
using ActorChat.Client.Terminal;

namespace ActorChat.Tests.Client.Support;

/// <summary>A terminal whose keys the test presses, and which keeps what is written to it.</summary>
internal sealed class FakeTerminal : ITerminal
{
    private readonly Channel<byte[]> _keys = Channel.CreateUnbounded<byte[]>();
    private readonly Lock _lock = new();
    private readonly List<string> _writings = [];
    private readonly List<string> _life = [];
    private volatile bool _isBroken;

    public int Columns => 80;

    /// <summary>What was written, call by call.</summary>
    public IReadOnlyList<string> Writings => Copy(_writings);

    /// <summary>When it was taken over, given back and stopped.</summary>
    public IReadOnlyList<string> Life => Copy(_life);

    public void Press(string keys) => _keys.Writer.TryWrite(Encoding.UTF8.GetBytes(keys));

    /// <summary>From now on nothing can be written.</summary>
    public void Break() => _isBroken = true;

    /// <summary>Waits until something was written that has <paramref name="part"/> in it.</summary>
    public async Task WaitForAsync(string part)
    {
        using var timeout = new CancellationTokenSource(TestTimeout.Limit);
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        while (!Writings.Any(writing => writing.Contains(part, StringComparison.Ordinal)))
            await ticks.WaitForNextTickAsync(timeout.Token);
    }

    public void Enter() => Note(nameof(Enter));

    public void Leave() => Note(nameof(Leave));

    public void Suspend() => Note(nameof(Suspend));

    public int Read(Span<byte> bytes)
    {
        var pressed = _keys.Reader.ReadAsync().AsTask().GetAwaiter().GetResult();
        pressed.CopyTo(bytes);
        return pressed.Length;
    }

    // As if the time were over at once: what the test has not pressed by then does not come.
    public bool HasInput(TimeSpan timeout) => _keys.Reader.Count > 0;

    public void Write(string text)
    {
        if (_isBroken)
            throw new IOException("gone");
        lock (_lock)
            _writings.Add(text);
    }

    private void Note(string what)
    {
        lock (_lock)
            _life.Add(what);
    }

    private List<string> Copy(List<string> list)
    {
        lock (_lock)
            return [.. list];
    }
}
