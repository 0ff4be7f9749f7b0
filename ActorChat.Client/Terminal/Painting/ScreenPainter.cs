using System.Text;

namespace ActorChat.Client.Terminal.Painting;

/// <summary>
/// Writes to the terminal on a thread of its own, in whole frames. A frame is one write: all since the last one, and the row of input. So
/// messages and typing never tear each other, and a slow terminal gets fewer frames instead of older ones.
/// </summary>
internal sealed class ScreenPainter
{
    // The most that waits for a slow terminal, in characters. Beyond this Post waits, and with it the network.
    private const int MaxWaiting = 256 * 1024;

    // Limits the wait of the end, or a stop, for a terminal that takes nothing.
    private static readonly TimeSpan CloseTimeout = TimeSpan.FromSeconds(1);

    private readonly ITerminal _terminal;
    private readonly Screen _screen;
    private readonly Action<IOException> _onFailure;
    private readonly Thread _thread;
    private readonly object _gate = new();
    private readonly StringBuilder _above = new();
    private TaskCompletionSource _painted = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private InputState? _state;
    private bool _isDirty, _rings, _clears, _isPaused, _isRowOff, _isClosing, _hasFailed;
    private int _first;

    /// <summary>Calls <paramref name="onFailure"/> once, when the terminal cannot be written. Nothing is painted from then on.</summary>
    public ScreenPainter(ITerminal terminal, Theme theme, Action<IOException> onFailure)
    {
        _terminal = terminal;
        _screen = new Screen(theme);
        _onFailure = onFailure;
        _thread = new Thread(Run) { IsBackground = true, Name = "terminal output" };
    }

    public void Start() => _thread.Start();

    /// <summary>
    /// Shows whole lines above the row, and the row in its new state. Completes when there is room for more, or painting has ended.
    /// </summary>
    public Task Post(string above, InputState state, bool rings = false)
    {
        lock (_gate)
        {
            _above.Append(above);
            _state = state;
            _rings |= rings;
            Wake();
            return _above.Length > MaxWaiting && !_isClosing ? _painted.Task : Task.CompletedTask;
        }
    }

    /// <summary>Redraws the row: the terminal has another width.</summary>
    public void Refresh() => Change(static () => { });

    public void Clear() => Change(() => _clears = true);

    /// <summary>Takes the row off the screen; nothing more is painted until <see cref="Resume"/>.</summary>
    public void Pause()
    {
        var off = Task.CompletedTask;
        Change(() =>
        {
            (_isPaused, _isRowOff) = (true, false);
            off = _painted.Task;
        });
        off.Wait(CloseTimeout);
    }

    /// <summary>Paints again, below what others have written meanwhile.</summary>
    public void Resume() => Change(() =>
    {
        _isPaused = false;
        _screen.Forget();
    });

    /// <summary>Shows what still waits, takes the row off the screen, and ends.</summary>
    public void Close()
    {
        Change(() => _isClosing = true);
        _thread.Join(CloseTimeout);
    }

    private void Change(Action change)
    {
        lock (_gate)
        {
            change();
            Wake();
        }
    }

    private void Wake()
    {
        _isDirty = true;
        Monitor.Pulse(_gate);
    }

    private void Run()
    {
        while (Next() is { } frame)
        {
            try
            {
                _terminal.Write(frame.Output);
            }
            catch (IOException failure)
            {
                Abandon(failure);
            }

            frame.Painted.SetResult();
        }
    }

    private Frame? Next()
    {
        lock (_gate)
        {
            while (!_isDirty || _hasFailed || (_isPaused && _isRowOff))
            {
                if (_isClosing)
                    return null;
                Monitor.Wait(_gate);
            }

            _isDirty = false;
            return Compose();
        }
    }

    private Frame Compose()
    {
        var columns = _terminal.Columns;
        var row = _isClosing || _isPaused ? null : Layout(columns);
        var cleared = _clears && row is not null ? _screen.Clear(row) : "";
        var output = cleared + _screen.Paint(WordWrap.Wrap(_above.ToString(), columns), row, columns) + (_rings ? "\a" : "");
        var painted = _painted;
        _above.Clear();
        (_rings, _clears, _isRowOff) = (false, false, row is null);
        _painted = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return new Frame(output, painted);
    }

    private InputRow? Layout(int columns)
    {
        if (_state is null)
            return null;

        var row = InputRow.Layout(_state.Prompt, _state.Line.Text, _state.Line.Cursor, columns, _first);
        _first = row.First;
        return row with { IsMarked = _state.IsMarked };
    }

    private void Abandon(IOException failure)
    {
        lock (_gate)
        {
            _isClosing = _hasFailed = true;
            _painted.TrySetResult();
        }

        _onFailure(failure);
    }

    private sealed record Frame(string Output, TaskCompletionSource Painted);
}
