using System.Text;
using ActorChat.Client.Consoles;
using ActorChat.Client.Input;
using ActorChat.Client.Resources;
using ActorChat.Client.Terminal.Editing;
using ActorChat.Client.Terminal.Keys;
using ActorChat.Client.Terminal.Painting;

namespace ActorChat.Client.Terminal;

/// <summary>
/// What a person at a terminal has before them: who they are, the line being typed, whom they know, what they typed before. Makes of
/// keys what is to be shown and sent; knows neither threads nor the terminal. For one caller at a time.
/// </summary>
internal sealed class InputController
{
    private readonly Texts _texts;
    private readonly TimeProvider _clock;
    private readonly LineFormat _format;
    private readonly IHistoryStore _history;
    private readonly RecentSpeakers _roster = new();
    private readonly Editor _editor;
    private PromptState _presence = new PromptState.Connecting();
    private LineBuffer _draft = LineBuffer.Empty;
    private string _notes = "";
    private bool _toldAway;
    private string? _toldLong;
    private Effect? _lastRefusal;

    /// <param name="format">How lines look.</param>
    /// <param name="texts">The language.</param>
    /// <param name="clock">Gives the lines of our own their time.</param>
    /// <param name="history">Where entered lines are kept.</param>
    public InputController(LineFormat format, Texts texts, TimeProvider clock, IHistoryStore history)
    {
        (_format, _texts, _clock, _history) = (format, texts, clock, history);
        _editor = new Editor(new History(history.Load()), Complete);
    }

    /// <summary>What the row of input shows.</summary>
    public InputState State => _editor.Question is { } lines
        ? new InputState(_texts.SendPasted(lines.Count), LineBuffer.Empty)
        : new InputState(PromptText.Render(_presence, _texts), _editor.Line, _editor.IsMarked);

    private string? Me => (_presence as PromptState.Chatting)?.Nick;

    /// <summary>The lines for what has happened, and whether they want to be heard. Learns from them who is there.</summary>
    public (string Lines, bool Rings) Show(IReadOnlyList<ConsoleEvent> happenings)
    {
        var shown = happenings.Select(happening => _format.Format(happening, Me)).ToArray();
        foreach (var received in happenings.OfType<ConsoleEvent.Received>())
            _roster.Observe(received.Line);
        return (string.Concat(shown.Select(one => one.Lines)), Array.Exists(shown, one => one.Rings));
    }

    /// <summary>The user stands elsewhere now.</summary>
    public void SetPrompt(PromptState presence)
    {
        if (presence is PromptState.Naming naming)
            Ask(naming);
        else if (_presence is PromptState.Naming)
            _editor.Replace(_draft);

        _presence = presence;
        _editor.KeepsHistory = presence is not PromptState.Naming;
        _toldAway &= !presence.TakesLines;
    }

    // Saves the draft while the nickname is being asked for, unless it was typed as the answer. An offer is marked: typing replaces it.
    private void Ask(PromptState.Naming naming)
    {
        var isTyped = _editor.Line.Text.Length > 0 && !_editor.IsMarked;
        var isAnswer = isTyped && _presence is (PromptState.Connecting or PromptState.Naming);
        _draft = _presence is PromptState.Naming ? _draft : isAnswer ? LineBuffer.Empty : _editor.Line;
        if (!isAnswer)
            _editor.Replace(LineBuffer.Of(naming.Offer ?? ""), isMarked: true);
    }

    /// <summary>Does what <paramref name="key"/> asks for.</summary>
    public KeyResult Press(Key key)
    {
        _notes = "";
        var effect = _editor.Apply(key, MayEnter);
        var isNews = effect != _lastRefusal;
        _lastRefusal = effect is Effect.TooMuch or Effect.NotText ? effect : null;
        return effect switch
        {
            Effect.Enter enter => Enter(enter),
            Effect.Pasted pasted => React(effect, Preview(pasted.Lines)),
            Effect.PasteAnswered answered => Answer(answered),
            Effect.PasteUnfinished => React(effect, Say(_texts.PasteUnfinished)),
            Effect.Reconnect when _presence is PromptState.Away => React(effect, "", new InputLine(ClientCommands.ReconnectVerb)),
            Effect.TooMuch much => React(effect, isNews ? Say(_texts.TooMuch(much.MaxCharacters)) : ""),
            Effect.NotText => React(effect, isNews ? Say(_texts.NotText) : ""),
            _ => React(effect, ""),
        };
    }

    // What was said on the way comes first.
    private KeyResult React(Effect effect, string above, params IReadOnlyList<InputLine> entries) =>
        new(_notes + above, entries, effect, Rings: effect is Effect.Bell or Effect.TooMuch or Effect.NotText);

    private KeyResult Enter(Effect.Enter enter)
    {
        // The server may wait for a sign of life, which an empty line is; elsewhere it says nothing.
        if (string.IsNullOrWhiteSpace(enter.Line))
            return _presence is PromptState.Chatting ? React(enter, "", new InputLine("")) : React(enter, "");

        _toldLong = null;
        Remember(enter.Line);

        // In the chat the session shows what it has sent; elsewhere a line that was entered stays as it was.
        var shown = _presence is PromptState.Chatting or PromptState.Away ? "" : $"{PromptText.Render(_presence, _texts)}{enter.Line}\n";
        return React(enter, shown, new InputLine(enter.Line));
    }

    // Several lines are no nickname, and nobody takes them while there is no connection.
    private KeyResult Answer(Effect.PasteAnswered answered) =>
        answered.Yes && _presence is (PromptState.Chatting or PromptState.Confirming)
            ? React(answered, "", [.. answered.Lines.Select(line => new InputLine(line, IsMessage: true))])
            : React(answered, Say(_texts.PasteDropped));

    private string Preview(IReadOnlyList<string> pasted)
    {
        var (lines, more) = PastePreview.Show(pasted);
        var tooLong = pasted.Count(line => IsTooLong(line));
        return lines + (more > 0 ? Say(_texts.MoreLines(more)) : "")
            + (tooLong > 0 ? Say(_texts.LongLines(tooLong, _presence.UsualMaxBytes)) : "");
    }

    private bool MayEnter(string line)
    {
        if (string.IsNullOrWhiteSpace(line) || ClientCommands.Parse(line) is not ClientCommand.None)
            return true;
        return _presence.TakesLines ? MaySend(line) : KeepForLater(line);
    }

    private bool KeepForLater(string line)
    {
        if (ClientCommands.Suggest(line, isConnected: false) is { } suggested)
        {
            _notes += Say(_texts.DidYouMean(suggested));
            return false;
        }

        if (!_toldAway)
            _notes += Say(_texts.LineKept);
        _toldAway = true;
        return false;
    }

    // The server has the last word on how long a line may be: whoever presses Enter again asks it.
    private bool MaySend(string line)
    {
        if (!IsTooLong(line) || line == _toldLong)
            return true;

        _toldLong = line;
        _notes += Say(_texts.LongLine(Encoding.UTF8.GetByteCount(line), _presence.UsualMaxBytes));
        return false;
    }

    private bool IsTooLong(string line) => Encoding.UTF8.GetByteCount(line) > _presence.UsualMaxBytes;

    private void Remember(string line)
    {
        if (_editor.KeepsHistory && HistoryRule.Keeps(line) && _history.Append(line) is { } failure)
            _notes += Say(_texts.HistoryNotKept(failure));
    }

    private IReadOnlyList<LineBuffer> Complete(LineBuffer line)
    {
        if (_presence is not (PromptState.Chatting or PromptState.Away))
            return [];

        var others = _roster.ByRecency.Where(nick => !CaseFolding.Comparer.Equals(nick, Me));
        return Completer.Complete(line, others, ClientCommands.Completable(_texts == Texts.Spanish));
    }

    private string Say(string words) => _format.Say(_clock.GetLocalNow(), words);
}
