using System.Threading.Channels;
using ActorChat.Client.Consoles;
using ActorChat.Client.Input;
using ActorChat.Client.Resources;
using ActorChat.Client.Terminal.Editing;
using ActorChat.Client.Terminal.Keys;
using ActorChat.Client.Terminal.Painting;

namespace ActorChat.Client.Terminal;

/// <summary>
/// A person at a terminal: a line of input that stays whole while messages arrive above it. Keys are read on one thread, the screen
/// is painted on another, and what they and the session share, the <see cref="InputController"/>, is under one lock that is never held while
/// anybody waits.
/// </summary>
internal sealed class TerminalConsole : IChatConsole
{
    // Waits for the rest of a key's sequence behind its ESC, and of a paste behind its Ctrl+C. Beyond that they were keys.
    private static readonly TimeSpan SequencePatience = TimeSpan.FromMilliseconds(100);

    private readonly Lock _gate = new();
    private readonly Lock _lifetime = new();
    private readonly Channel<InputLine> _entries = Channel.CreateUnbounded<InputLine>();
    private readonly ITerminal _terminal;
    private readonly TimeProvider _clock;
    private readonly LineFormat _format;
    private readonly InputController _desk;
    private readonly ScreenPainter _painter;
    private readonly Action _interrupt;
    private volatile ConsoleException? _failure;
    private bool _isFinished;

    /// <param name="terminal">Taken over from <see cref="Start"/> to <see cref="FinishAsync"/>.</param>
    /// <param name="theme">How lines look.</param>
    /// <param name="texts">The language.</param>
    /// <param name="clock">Gives the lines of our own their time.</param>
    /// <param name="history">Where entered lines are kept.</param>
    /// <param name="interrupt">Called for each Ctrl+C on an empty line, on the thread that reads keys.</param>
    public TerminalConsole(
        ITerminal terminal, Theme theme, Texts texts, TimeProvider clock, IHistoryStore history, Action interrupt)
    {
        (_terminal, _clock, _interrupt) = (terminal, clock, interrupt);
        _format = new LineFormat(theme, texts);
        _desk = new InputController(_format, texts, clock, history);
        _painter = new ScreenPainter(terminal, theme, Fail);
    }

    /// <inheritdoc/>
    public bool IsInteractive => true;

    /// <inheritdoc/>
    public bool HasKeys => true;

    /// <summary>Takes the terminal over.</summary>
    public void Start()
    {
        _terminal.Enter();
        _painter.Start();
        _ = _painter.Post("", _desk.State);
        new Thread(ReadKeys) { IsBackground = true, Name = "terminal input" }.Start();
    }

    /// <summary>The terminal has another width.</summary>
    public void Resized() => _painter.Refresh();

    /// <summary>The program goes on after it was stopped; the shell has set the terminal its own way meanwhile.</summary>
    public void Continued()
    {
        Handle(isLast: false, _terminal.Enter);
        _painter.Resume();
    }

    /// <inheritdoc/>
    public async ValueTask<InputLine?> ReadAsync(CancellationToken cancellation)
    {
        while (await _entries.Reader.WaitToReadAsync(cancellation))
        {
            if (_entries.Reader.TryRead(out var line))
                return line;
        }

        return null;
    }

    /// <inheritdoc/>
    public Task ShowAsync(IReadOnlyList<ConsoleEvent> happenings, CancellationToken cancellation)
    {
        lock (_gate)
        {
            var (lines, rings) = _desk.Show(happenings);
            return Post(lines, rings).WaitAsync(cancellation);
        }
    }

    /// <inheritdoc/>
    public Task SayAsync(string words)
    {
        lock (_gate)
            return Post(_format.Say(_clock.GetLocalNow(), words));
    }

    /// <inheritdoc/>
    public Task ReportAsync(string message)
    {
        lock (_gate)
            return Post(_format.Report(_clock.GetLocalNow(), message));
    }

    /// <inheritdoc/>
    public Task SetPromptAsync(PromptState presence, CancellationToken cancellation)
    {
        lock (_gate)
        {
            _desk.SetPrompt(presence);
            return Post("").WaitAsync(cancellation);
        }
    }

    /// <inheritdoc/>
    public Task ClearAsync()
    {
        _painter.Clear();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task FinishAsync()
    {
        _painter.Close();
        Handle(isLast: true, _terminal.Leave);
        return Task.CompletedTask;
    }

    // What stops and goes on in the moment of the end does not take the terminal over once more.
    private void Handle(bool isLast, Action change)
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
                Fail(failure); // the terminal is gone, and nothing of it has to be put right any more
            }
        }
    }

    private void ReadKeys()
    {
        var decoder = new KeyDecoder();
        var watch = new PasteWatch(_clock);
        var bytes = new byte[4096];
        try
        {
            int count;
            while ((count = _terminal.Read(bytes)) > 0)
            {
                foreach (var key in decoder.Decode(bytes.AsSpan(0, count)))
                    Press(key);
                watch.Read(count, decoder.IsInPaste);
                foreach (var key in KeysOfSilence(decoder, watch))
                    Press(key);
            }
        }
        catch (IOException)
        {
            // What a terminal that was closed gives to its readers (EIO): there is nobody any more, as at the end of the input.
        }

        _entries.Writer.TryComplete();
    }

    // What only time tells: whether an ESC, or a Ctrl+C in a paste, is a key, and that a paste has lost its end.
    private IReadOnlyList<Key> KeysOfSilence(KeyDecoder decoder, PasteWatch watch)
    {
        if (decoder.IsAtEscape && !_terminal.HasInput(SequencePatience))
            return [decoder.EndEscape()];
        if (decoder.IsAtInterrupt && !_terminal.HasInput(SequencePatience))
            return [decoder.AbandonPaste()];
        return decoder.IsInPaste && !_terminal.HasInput(watch.Remaining) ? decoder.EndPaste() : [];
    }

    private void Press(Key key)
    {
        KeyResult reaction;
        lock (_gate)
        {
            reaction = _desk.Press(key);
            _ = Post(reaction.Above, reaction.Rings);
        }

        foreach (var entry in reaction.Entries)
            _entries.Writer.TryWrite(entry);

        switch (reaction.Effect)
        {
            case Effect.ClearScreen:
                _painter.Clear();
                break;
            case Effect.Interrupt:
                _interrupt();
                break;
            case Effect.EndOfInput:
                _entries.Writer.TryComplete();
                break;
            case Effect.Suspend:
                Suspend();
                break;
        }
    }

    private void Suspend()
    {
        _painter.Pause();
        Handle(isLast: false, _terminal.Leave);
        _terminal.Suspend();
        Continued();
    }

    private Task Post(string above, bool rings = false) =>
        _failure is { } failure ? Task.FromException(failure) : _painter.Post(above, _desk.State, rings);

    private void Fail(IOException cause)
    {
        var failure = new ConsoleException(isInput: false, cause);
        _failure = failure;
        _entries.Writer.TryComplete(failure);
    }
}
