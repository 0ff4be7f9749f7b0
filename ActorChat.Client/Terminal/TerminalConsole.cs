using System.Threading.Channels;
using ActorChat.Client.Consoles;
using ActorChat.Client.Input;
using ActorChat.Client.Resources;
using ActorChat.Client.Terminal.Editing;
using ActorChat.Client.Terminal.Keys;
using ActorChat.Client.Terminal.Painting;

namespace ActorChat.Client.Terminal;

/// <summary>
/// A person at a terminal: the edit line stays whole while messages arrive above it. One thread reads keys and another paints; what they
/// share with the session, the <see cref="InputController"/>, is under a lock that is never held while anybody waits.
/// </summary>
internal sealed class TerminalConsole : IChatConsole
{
    private readonly Lock _gate = new();
    private readonly Lock _lifetime = new();
    private readonly Channel<InputLine> _entries = Channel.CreateUnbounded<InputLine>();
    private readonly ITerminal _terminal;
    private readonly TimeProvider _clock;
    private readonly LineFormat _format;
    private readonly InputController _controller;
    private readonly ScreenPainter _painter;
    private readonly KeyReader _keys;
    private readonly Action _interrupt;
    private volatile ConsoleException? _failure;
    private bool _isFinished;

    /// <summary>Calls <paramref name="interrupt"/> for each Ctrl+C on an empty line, on the thread that reads keys.</summary>
    public TerminalConsole(ITerminal terminal, Theme theme, Texts texts, TimeProvider clock, IHistoryStore history, Action interrupt)
    {
        (_terminal, _clock, _interrupt) = (terminal, clock, interrupt);
        _format = new LineFormat(theme, texts);
        _controller = new InputController(_format, texts, clock, history);
        _painter = new ScreenPainter(terminal, theme, Fail);
        _keys = new KeyReader(terminal, clock, Press, () => _entries.Writer.TryComplete());
    }

    public bool IsInteractive => true;

    public bool HasKeys => true;

    /// <summary>Takes the terminal over.</summary>
    public void Start()
    {
        _terminal.Enter();
        _painter.Start();
        _ = Post("");
        _keys.Start();
    }

    /// <summary>The terminal has another width.</summary>
    public void OnResized() => _painter.Refresh();

    /// <summary>The program goes on after it was stopped. The shell may have changed the terminal's settings.</summary>
    public void OnContinued()
    {
        ChangeTerminal(_terminal.Enter, isLast: false);
        _painter.Resume();
    }

    public ValueTask<InputLine?> ReadAsync(CancellationToken cancellation) => _entries.Reader.ReadOrEndAsync(cancellation);

    public Task ShowAsync(IReadOnlyList<ConsoleEvent> events, CancellationToken cancellation)
    {
        lock (_gate)
        {
            var (lines, rings) = _controller.Show(events);
            return Post(lines, rings).WaitAsync(cancellation);
        }
    }

    public Task SayAsync(string words)
    {
        lock (_gate)
            return Post(_format.Say(_clock.GetLocalNow(), words));
    }

    public Task ReportAsync(string message)
    {
        lock (_gate)
            return Post(_format.Report(_clock.GetLocalNow(), message));
    }

    public Task OfferAsync(string line)
    {
        lock (_gate)
        {
            _controller.Offer(line);
            return Post("");
        }
    }

    public Task SetPromptAsync(PromptState state, CancellationToken cancellation)
    {
        lock (_gate)
        {
            _controller.SetPrompt(state);
            return Post("").WaitAsync(cancellation);
        }
    }

    public Task ClearAsync()
    {
        _painter.Clear();
        return Task.CompletedTask;
    }

    public Task FinishAsync()
    {
        _painter.Close();
        ChangeTerminal(_terminal.Leave, isLast: true);
        return Task.CompletedTask;
    }

    // A stop or continue signal in the moment of the end must not take the terminal over once more.
    private void ChangeTerminal(Action change, bool isLast)
    {
        lock (_lifetime)
        {
            if (_isFinished)
                return;

            _isFinished = isLast;
            try
            {
                change();
            }
            catch (IOException failure)
            {
                Fail(failure); // The terminal is gone, and nothing of it needs to be restored.
            }
        }
    }

    private void Press(Key key)
    {
        KeyResult result;
        lock (_gate)
        {
            result = _controller.Press(key);
            _ = Post(result.Above, result.Rings);
        }

        foreach (var entry in result.Entries)
            _entries.Writer.TryWrite(entry);

        if (result.Effect is Effect.ClearScreen)
            _painter.Clear();
        else if (result.Effect is Effect.Interrupt)
            _interrupt();
        else if (result.Effect is Effect.EndOfInput)
            _entries.Writer.TryComplete();
        else if (result.Effect is Effect.Suspend)
            Suspend();
    }

    private void Suspend()
    {
        _painter.Pause();
        ChangeTerminal(_terminal.Leave, isLast: false);
        _terminal.Suspend();
        OnContinued();
    }

    private Task Post(string above, bool rings = false) =>
        _failure is { } failure ? Task.FromException(failure) : _painter.Post(above, _controller.State, rings);

    private void Fail(IOException cause)
    {
        var failure = new ConsoleException(isInput: false, cause);
        _failure = failure;
        _entries.Writer.TryComplete(failure);
    }
}
