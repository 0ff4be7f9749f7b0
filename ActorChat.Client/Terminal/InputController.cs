using System.Text;
using ActorChat.Client.Consoles;
using ActorChat.Client.Input;
using ActorChat.Client.Resources;
using ActorChat.Client.Terminal.Editing;
using ActorChat.Client.Terminal.Keys;
using ActorChat.Client.Terminal.Painting;

namespace ActorChat.Client.Terminal;

/// <summary>The result of a key, beyond the edit line: whole lines to be shown above it, and lines for the session.</summary>
internal sealed record KeyResult(string Above, IReadOnlyList<InputLine> Entries, Effect Effect, bool Rings);

/// <summary>
/// Turns keys into lines to show and lines to send. Holds the prompt, the edit line, the known nicknames and the history; knows neither
/// threads nor the terminal. For one caller at a time.
/// </summary>
internal sealed class InputController
{
    private readonly Texts _texts;
    private readonly TimeProvider _clock;
    private readonly LineFormat _format;
    private readonly IHistoryStore _history;
    private readonly RecentSpeakers _speakers = new();
    private readonly RoomsView _rooms = new();
    private readonly Editor _editor;
    private PromptState _prompt = new PromptState.Connecting();
    private LineBuffer _draft = LineBuffer.Empty;
    private string _notes = "";
    private bool _hasToldLineKept;
    private string? _longLine;
    private Effect? _lastRefusal;

    public InputController(LineFormat format, Texts texts, TimeProvider clock, IHistoryStore history)
    {
        (_format, _texts, _clock, _history) = (format, texts, clock, history);
        _editor = new Editor(new History(history.Load()), Complete);
    }

    /// <summary>What the row of input shows.</summary>
    public InputState State => _editor.Question is { } lines
        ? new InputState(_texts.SendPasted(lines.Count), LineBuffer.Empty)
        : new InputState(Prompt, _editor.IsSecret ? LineBuffer.Empty : _editor.Line, _editor.IsMarked);

    private string? Me { get; set; }

    private string Prompt => _prompt switch
    {
        PromptState.Connecting => $"({_texts.StateConnecting})> ",
        PromptState.Naming naming => naming.Prompt,
        PromptState.Password password => password.Prompt,
        PromptState.Trusting trusting => trusting.Prompt,
        PromptState.Chatting chatting => $"{_rooms.Mark}{chatting.Nick}> ",
        PromptState.Away away => $"{_rooms.Mark}{away.Nick} ({(away.IsWaiting ? _texts.StateAway : _texts.StateReconnecting)})> ",
        PromptState.Confirming => PlainConsole.ConfirmationPrompt,
        _ => throw new InvalidOperationException($"Unknown state: {_prompt}"),
    };

    /// <summary>The lines for some events, and whether to ring the bell. Learns nicknames and rooms from them.</summary>
    public (string Lines, bool Rings) Show(IReadOnlyList<ConsoleEvent> events)
    {
        var shown = new StringBuilder();
        var rings = false;
        foreach (var one in events)
        {
            _rooms.Observe(one, Me);
            var (lines, isCall) = _format.Format(one, Me, _rooms);
            shown.Append(lines);
            rings |= isCall;
            if (one.Heard is { } heard)
                _speakers.Observe(heard);
        }

        return (shown.ToString(), rings);
    }

    /// <summary>Offers a line for another Enter, where nothing else is being typed.</summary>
    public void Offer(string line)
    {
        if (_prompt is PromptState.Chatting && _editor is { Question: null, Line.Text.Length: 0 })
            _editor.Replace(LineBuffer.Create(line), isMarked: true);
    }

    public void SetPrompt(PromptState state)
    {
        if (state is PromptState.Naming naming)
            Ask(naming);
        else if (state is PromptState.Password or PromptState.Trusting)
            AskAnew();
        else if (IsAsked)
            _editor.Replace(_draft);

        _prompt = state;
        Me = state is PromptState.Chatting chatting ? chatting.Nick : Me;
        (_editor.KeepsHistory, _editor.IsSecret) = (!IsAsked, state is PromptState.Password);
        _hasToldLineKept &= !state.TakesLines;
    }

    private bool IsAsked => _prompt is PromptState.Naming or PromptState.Password or PromptState.Trusting;

    private void AskAnew()
    {
        _draft = IsAsked ? _draft : _editor.Line;
        _editor.Replace(LineBuffer.Empty);
    }

    // Saves the draft while the nickname is being asked for, unless it was typed as the answer. An offer is marked: typing replaces it.
    private void Ask(PromptState.Naming naming)
    {
        var isTyped = _editor.Line.Text.Length > 0 && !_editor.IsMarked;
        var isAnswer = isTyped && _prompt is (PromptState.Connecting or PromptState.Naming);
        _draft = IsAsked ? _draft : isAnswer ? LineBuffer.Empty : _editor.Line;
        if (!isAnswer)
            _editor.Replace(LineBuffer.Create(naming.Offer ?? ""), isMarked: true);
    }

    public KeyResult Press(Key key)
    {
        _notes = "";
        if (key.Kind is KeyKind.Interrupt && _prompt is PromptState.Password { IsOfCommand: true })
            return Abandon();

        var effect = _editor.Apply(key, MayEnter);
        var isNew = effect != _lastRefusal;
        _lastRefusal = effect is Effect.TooMuch or Effect.NotText ? effect : null;
        return effect switch
        {
            Effect.Enter enter => Enter(enter),
            Effect.Pasted pasted => Result(effect, Preview(pasted.Lines)),
            Effect.PasteAnswered answered => Answer(answered),
            Effect.PasteUnfinished => Result(effect, Say(_texts.PasteUnfinished)),
            Effect.Older when _prompt is PromptState.Chatting => Result(effect, "", new InputLine(ClientCommands.OlderVerb)),
            Effect.Reconnect when _prompt is PromptState.Away => Result(effect, "", new InputLine(ClientCommands.ReconnectVerb)),
            Effect.TooMuch much => Result(effect, isNew ? Say(_texts.TooMuch(much.MaxCharacters)) : ""),
            Effect.NotText => Result(effect, isNew ? Say(_texts.NotText) : ""),
            _ => Result(effect, ""),
        };
    }

    private KeyResult Result(Effect effect, string above, params IReadOnlyList<InputLine> entries) =>
        new(_notes + above, entries, effect, Rings: effect is Effect.Bell or Effect.TooMuch or Effect.NotText);

    // Ctrl+C means the command, not the chat: as an empty line, whatever was typed unseen.
    private KeyResult Abandon()
    {
        _editor.Replace(LineBuffer.Empty);
        return Enter(new Effect.Enter(""));
    }

    private KeyResult Enter(Effect.Enter enter)
    {
        // An empty password goes back one question.
        if (_prompt is PromptState.Password)
            return Result(enter, $"{Prompt}\n", new InputLine(enter.Line));

        // In the chat an empty line is sent: the server may wait for a sign of life.
        if (string.IsNullOrWhiteSpace(enter.Line))
            return _prompt is PromptState.Chatting ? Result(enter, "", new InputLine("")) : Result(enter, "");

        _longLine = null;
        Remember(enter.Line);

        // In the chat the session shows what it has sent. Elsewhere an entered line stays on the screen.
        var shown = _prompt is PromptState.Chatting or PromptState.Away ? "" : $"{Prompt}{History.Reveal(enter.Line)}\n";
        return Result(enter, shown, new InputLine(enter.Line));
    }

    // Several lines are no nickname, and cannot be sent without a connection.
    private KeyResult Answer(Effect.PasteAnswered answered) =>
        answered.Yes && _prompt is (PromptState.Chatting or PromptState.Confirming)
            ? Result(answered, "", [.. answered.Lines.Select(line => new InputLine(line, IsMessage: true))])
            : Result(answered, Say(_texts.PasteDropped));

    private string Preview(IReadOnlyList<string> pasted)
    {
        var (lines, more) = LineFormat.Preview(pasted);
        var tooLong = pasted.Count(IsTooLong);
        return lines + (more > 0 ? Say(_texts.MoreLines(more)) : "")
            + (tooLong > 0 ? Say(_texts.LongLines(tooLong, _prompt.UsualMaxBytes)) : "");
    }

    private bool MayEnter(string line)
    {
        if (string.IsNullOrWhiteSpace(line) || _prompt is PromptState.Password || ClientCommands.Parse(line) is not ClientCommand.None)
            return true;
        return _prompt.TakesLines ? MaySend(line) : KeepForLater(line);
    }

    private bool KeepForLater(string line)
    {
        if (ClientCommands.Suggest(line, isConnected: false) is { } suggested)
        {
            _notes += Say(_texts.DidYouMean(suggested));
            return false;
        }

        if (!_hasToldLineKept)
            _notes += Say(_texts.LineKept);
        _hasToldLineKept = true;
        return false;
    }

    // The server has the last word on a line's length: a second Enter sends it.
    private bool MaySend(string line)
    {
        if (!IsTooLong(line) || line == _longLine)
            return true;

        _longLine = line;
        _notes += Say(_texts.LongLine(Encoding.UTF8.GetByteCount(line), _prompt.UsualMaxBytes));
        return false;
    }

    private bool IsTooLong(string line) => Encoding.UTF8.GetByteCount(line) > _prompt.UsualMaxBytes;

    private void Remember(string line)
    {
        if (_editor.KeepsHistory && History.Keeps(line) && _history.Append(line) is { } failure)
            _notes += Say(_texts.HistoryNotKept(failure));
    }

    private IReadOnlyList<LineBuffer> Complete(LineBuffer line)
    {
        if (_prompt is not (PromptState.Chatting or PromptState.Away))
            return [];

        var others = _speakers.ByRecency.Where(nick => !CaseFolding.Comparer.Equals(nick, Me));
        return Completer.Complete(line, others, _rooms.Names, ClientCommands.Completable(_texts == Texts.Spanish));
    }

    private string Say(string words) => _format.Say(_clock.GetLocalNow(), words);
}
