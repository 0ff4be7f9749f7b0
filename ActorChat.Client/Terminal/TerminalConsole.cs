using System.Threading.Channels;
using ActorChat.Client.Consoles;
using ActorChat.Client.Input;
using ActorChat.Client.Resources;
using ActorChat.Client.Terminal.Editing;
using ActorChat.Client.Terminal.Painting;

namespace ActorChat.Client.Terminal;

/// <summary>
/// A person at a terminal: a line of input that stays whole while messages arrive above it. Keys are read on one thread, the screen
/// is painted on another, and what they share is under one lock that is never held while either waits.
/// </summary>
internal sealed partial class TerminalConsole : IChatConsole
{
    private readonly Lock _gate = new();
    private readonly Channel<InputLine> _entries = Channel.CreateUnbounded<InputLine>();
    private readonly ITerminal _terminal;
    private readonly Texts _texts;
    private readonly TimeProvider _clock;
    private readonly LineFormat _format;
    private readonly Roster _roster = new();
    private readonly Editor _editor;
    private readonly IHistoryStore _history;
    private readonly ScreenPainter _painter;
    private readonly Action _interrupt;
    private Presence _presence = new Presence.Connecting();
    private LineBuffer _draft = LineBuffer.Empty;
    private bool _toldAway;
    private ConsoleException? _failure;

    /// <param name="terminal">Taken over from <see cref="Start"/> to <see cref="FinishAsync"/>.</param>
    /// <param name="theme">How lines look.</param>
    /// <param name="texts">The language.</param>
    /// <param name="clock">Gives the lines of our own their time.</param>
    /// <param name="history">Where entered lines are kept.</param>
    /// <param name="interrupt">Called for each Ctrl+C on an empty line, on the thread that reads keys.</param>
    public TerminalConsole(
        ITerminal terminal, Theme theme, Texts texts, TimeProvider clock, IHistoryStore history, Action interrupt)
    {
        (_terminal, _texts, _clock, _history, _interrupt) = (terminal, texts, clock, history, interrupt);
        _format = new LineFormat(theme, texts);
        _editor = new Editor(new History(history.Load()), Complete);
        _painter = new ScreenPainter(terminal, theme, failure => Fail(new ConsoleException(isInput: false, failure)));
    }

    /// <inheritdoc/>
    public bool IsInteractive => true;

    /// <summary>Takes the terminal over.</summary>
    public void Start()
    {
        _terminal.Enter();
        _painter.Start();
        _ = _painter.Post("", State());
        new Thread(ReadKeys) { IsBackground = true, Name = "terminal input" }.Start();
    }

    /// <summary>The terminal has another width.</summary>
    public void Resized() => _painter.Refresh();

    /// <summary>The program goes on after it was stopped; the shell has set the terminal its own way meanwhile.</summary>
    public void Continued()
    {
        _terminal.Enter();
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
    public Task ShowAsync(IReadOnlyList<Happening> happenings, CancellationToken cancellation)
    {
        lock (_gate)
        {
            var me = (_presence as Presence.Chatting)?.Nick;
            var shown = happenings.Select(happening => _format.Format(happening, me)).ToArray();
            foreach (var received in happenings.OfType<Happening.Received>())
                _roster.Observe(received.Line);
            return Post(string.Concat(shown.Select(one => one.Lines)), Array.Exists(shown, one => one.Rings)).WaitAsync(cancellation);
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
    public Task SetPresenceAsync(Presence presence, CancellationToken cancellation)
    {
        lock (_gate)
        {
            // What was being typed is not the answer to the question for the nickname: it waits aside.
            if (presence is Presence.Naming naming)
            {
                _draft = _presence is Presence.Naming ? _draft : _editor.Line;
                _editor.Replace(LineBuffer.Of(naming.Offer ?? ""));
            }
            else if (_presence is Presence.Naming)
                _editor.Replace(_draft);

            _presence = presence;
            _editor.KeepsHistory = presence is not Presence.Naming;
            _toldAway &= !presence.TakesLines;
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
        try
        {
            _terminal.Leave();
        }
        catch (IOException failure)
        {
            // The terminal is gone, and nothing of it has to be put right any more.
            _failure ??= new ConsoleException(isInput: false, failure);
        }

        return Task.CompletedTask;
    }

    private InputState State() => _editor.Question is { } lines
        ? new InputState(_texts.SendPasted(lines.Count), LineBuffer.Empty)
        : new InputState(PromptText.Of(_presence, _texts), _editor.Line);

    private Task Post(string above, bool rings = false) =>
        _failure is { } failure ? Task.FromException(failure) : _painter.Post(above, State(), rings);

    private void Fail(ConsoleException failure)
    {
        _failure ??= failure;
        _entries.Writer.TryComplete(failure);
    }
}
