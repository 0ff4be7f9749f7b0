using ActorChat.Client.Consoles;
using ActorChat.Client.Input;
using ActorChat.Client.Resources;
using ActorChat.Client.Terminal.Editing;
using ActorChat.Client.Terminal.Keys;

namespace ActorChat.Client.Terminal;

// What the keys do, on the thread that reads them.
internal sealed partial class TerminalConsole
{
    private void ReadKeys()
    {
        var decoder = new KeyDecoder();
        var bytes = new byte[4096];
        try
        {
            int count;
            while ((count = _terminal.Read(bytes)) > 0)
            {
                foreach (var key in decoder.Decode(bytes.AsSpan(0, count)))
                    Press(key);
            }

            _entries.Writer.TryComplete();
        }
        catch (IOException)
        {
            // What a terminal that was closed gives to its readers (EIO): there is nobody any more.
            _entries.Writer.TryComplete();
        }
    }

    private void Press(Key key)
    {
        Effect effect;
        lock (_gate)
        {
            effect = _editor.Apply(key, MayEnter);
            Show(effect);
        }

        // Outside of the lock: these do more than change the picture.
        switch (effect)
        {
            case Effect.Interrupt:
                _interrupt();
                break;
            case Effect.EndOfInput:
                _entries.Writer.TryComplete();
                break;
            case Effect.Suspend:
                _painter.Pause();
                _terminal.Leave();
                _terminal.Suspend();
                break;
        }
    }

    private void Show(Effect effect)
    {
        switch (effect)
        {
            case Effect.Enter enter:
                Enter(enter.Line);
                break;
            case Effect.Bell:
                _ = Post("", rings: true);
                break;
            case Effect.Pasted pasted:
                var (preview, more) = PastePreview.Show(pasted.Lines);
                _ = Post(preview + (more > 0 ? _format.Say(_clock.GetLocalNow(), _texts.MoreLines(more)) : ""));
                break;
            case Effect.PasteAnswered answered:
                Answer(answered);
                break;
            case Effect.ClearScreen:
                _painter.Clear();
                break;
            default:
                _ = Post("");
                break;
        }
    }

    private void Enter(string line)
    {
        // In the chat the session shows what it has sent; elsewhere a line that was entered stays as it was.
        var shown = _presence is Presence.Chatting or Presence.Away ? "" : $"{PromptText.Of(_presence, _texts)}{line}\n";
        if (string.IsNullOrWhiteSpace(line))
        {
            _ = Post("");
            return;
        }

        Remember(line);
        _ = Post(shown);
        _entries.Writer.TryWrite(new InputLine(line));
    }

    private void Answer(Effect.PasteAnswered answered)
    {
        if (!answered.Yes || !_presence.TakesLines)
        {
            _ = Post(_format.Say(_clock.GetLocalNow(), _texts.PasteDropped));
            return;
        }

        foreach (var line in answered.Lines)
            _entries.Writer.TryWrite(new InputLine(PastePreview.AsMessage(line, _presence)));
        _ = Post("");
    }

    private bool MayEnter(string line)
    {
        if (_presence.TakesLines || string.IsNullOrWhiteSpace(line) || ClientCommands.Parse(line) is not ClientCommand.None)
            return true;

        if (!_toldAway)
            _ = Post(_format.Say(_clock.GetLocalNow(), _texts.LineKept));
        _toldAway = true;
        return false;
    }

    private void Remember(string line)
    {
        if (!_editor.KeepsHistory || !HistoryRule.Keeps(line))
            return;
        if (_history.Append(line) is { } failure)
            _ = Post(_format.Say(_clock.GetLocalNow(), _texts.HistoryNotKept(failure)));
    }

    private IReadOnlyList<LineBuffer> Complete(LineBuffer line)
    {
        if (_presence is not (Presence.Chatting or Presence.Away))
            return [];

        var me = (_presence as Presence.Chatting)?.Nick;
        var others = _roster.ByRecency.Where(nick => !nick.Equals(me, StringComparison.OrdinalIgnoreCase));
        return Completer.Complete(line, others, ClientCommands.Completable(_texts == Texts.Spanish));
    }
}
