using ActorChat.Client.Terminal.Keys;

namespace ActorChat.Client.Terminal.Editing;

/// <summary>The line editor: keys in, a line and effects out. Knows neither the screen nor the keyboard.</summary>
/// <param name="history">What the arrow keys walk through.</param>
/// <param name="complete">What Tab offers for a line.</param>
internal sealed class Editor(History history, Func<LineBuffer, IReadOnlyList<LineBuffer>> complete)
{
    private static readonly Effect Nothing = new Effect.None();
    private static readonly Effect Refused = new Effect.Bell();

    private CompletionCycle? _completion;
    private string _killed = "";

    /// <summary>What is being typed.</summary>
    public LineBuffer Line { get; private set; } = LineBuffer.Empty;

    /// <summary>The pasted lines that wait for a yes or no; null when there are none.</summary>
    public IReadOnlyList<string>? Question { get; private set; }

    /// <summary>Whether entered lines are kept; an answer to a question (the nickname) is not.</summary>
    public bool KeepsHistory { get; set; } = true;

    /// <summary>Whether the line as a whole is only an offer: the first character takes its place.</summary>
    public bool IsMarked { get; private set; }

    /// <summary>Puts another line in the place of the one being typed.</summary>
    /// <param name="line">The other one.</param>
    /// <param name="isMarked">Whether it is only an offer.</param>
    public void Replace(LineBuffer line, bool isMarked = false)
    {
        Line = line;
        IsMarked = isMarked && line.Text.Length > 0;
        _completion = null;
    }

    /// <summary>Does what <paramref name="key"/> asks for.</summary>
    /// <param name="key">The next key.</param>
    /// <param name="mayEnter">Whether a line could be sent now; otherwise it stays, and the bell says so.</param>
    public Effect Apply(Key key, Func<string, bool> mayEnter)
    {
        if (Question is { } lines)
            return Answer(key, lines);
        if (IsMarked)
            Unmark(key.Kind);
        if (key.Kind is KeyKind.Tab or KeyKind.BackTab)
            return Complete(key.Kind is KeyKind.Tab ? 1 : -1);

        _completion = null;
        return key.Kind switch
        {
            KeyKind.Text => Insert(key.Text),
            KeyKind.Paste => Paste(key.Text),
            KeyKind.PasteTooLong => new Effect.TooMuch(PasteCollector.MaxCharacters),
            KeyKind.PasteUnfinished => new Effect.PasteUnfinished(),
            KeyKind.PasteAbandoned => Abandon(),
            KeyKind.NotText => new Effect.NotText(),
            KeyKind.Enter => mayEnter(Line.Text) ? Enter() : Refused,
            KeyKind.Up => Walk(history.Older(Line.Text)),
            KeyKind.Down => Walk(history.Newer()),
            KeyKind.DeleteOrEnd => Line.Text.Length is 0 ? new Effect.EndOfInput() : Change(Line.Delete()),
            KeyKind.Interrupt => Line.Text.Length is 0 ? new Effect.Interrupt() : Change(LineBuffer.Empty),
            KeyKind.ClearScreen => new Effect.ClearScreen(),
            KeyKind.Reconnect => new Effect.Reconnect(),
            KeyKind.Suspend => new Effect.Suspend(),
            KeyKind.Yank => Insert(_killed),
            KeyKind.Unknown or KeyKind.Escape => Nothing,
            _ => MoveOrKill(key.Kind),
        };
    }

    private Effect MoveOrKill(KeyKind key) => key switch
    {
        KeyKind.Left => Change(Line.Left()),
        KeyKind.Right => Change(Line.Right()),
        KeyKind.Home => Change(Line.Home()),
        KeyKind.End => Change(Line.End()),
        KeyKind.WordLeft => Change(Line.WordLeft()),
        KeyKind.WordRight => Change(Line.WordRight()),
        KeyKind.Backspace => Change(Line.Backspace()),
        KeyKind.Delete => Change(Line.Delete()),
        KeyKind.Transpose => Change(Line.Transpose()),
        KeyKind.KillWordLeft => Kill(Line.KillWordLeft()),
        KeyKind.KillNameLeft => Kill(Line.KillNameLeft()),
        KeyKind.KillWordRight => Kill(Line.KillWordRight()),
        KeyKind.KillToStart => Kill(Line.KillToStart()),
        KeyKind.KillToEnd => Kill(Line.KillToEnd()),
        _ => throw new ArgumentOutOfRangeException(nameof(key), key, "A key that the editor does not know."),
    };

    // What writes or deletes does so to the offer as a whole; what moves in it, or enters it, takes it over.
    private void Unmark(KeyKind key)
    {
        IsMarked = key is KeyKind.Unknown or KeyKind.PasteTooLong or KeyKind.PasteUnfinished or KeyKind.NotText or KeyKind.Reconnect
            or KeyKind.ClearScreen or KeyKind.Suspend;
        if (key is KeyKind.Text or KeyKind.Paste or KeyKind.Yank or KeyKind.Backspace or KeyKind.Delete or KeyKind.DeleteOrEnd
            or KeyKind.KillWordLeft or KeyKind.KillNameLeft or KeyKind.KillToStart)
            Line = LineBuffer.Empty;
    }

    // What does not fit is not cut in the middle of a thought.
    private Effect Insert(string text) =>
        Line.Insert(text) is var line && ReferenceEquals(line, Line) ? new Effect.TooMuch(LineBuffer.MaxCharacters) : Change(line);

    private Effect.PasteAnswered Abandon()
    {
        Line = LineBuffer.Empty;
        return new Effect.PasteAnswered([], Yes: false);
    }

    private Effect Change(LineBuffer line)
    {
        Line = line;
        return Nothing;
    }

    // What was removed stands between what the two lines have in common before it and the rest.
    private Effect Kill(LineBuffer line)
    {
        var length = Line.Text.Length - line.Text.Length;
        if (length > 0)
            _killed = Line.Text.Substring(Math.Min(Line.Cursor, line.Cursor), length);
        return Change(line);
    }

    private Effect.Enter Enter()
    {
        var text = Line.Text;
        Line = LineBuffer.Empty;
        if (KeepsHistory)
            history.Add(text);
        return new Effect.Enter(text);
    }

    private Effect Walk(string? line) => line is null ? Refused : Change(LineBuffer.Of(line));

    private Effect Complete(int step)
    {
        if (_completion is null && complete(Line) is { Count: > 0 } choices)
            _completion = new CompletionCycle(choices);
        return _completion is null ? Refused : Change(_completion.Next(step));
    }

    // One line is typed for the user, who presses Enter: its own line end must not. An empty line would be no message.
    private Effect Paste(string text)
    {
        var lines = text.Split('\n').Where(line => !string.IsNullOrWhiteSpace(line)).ToArray();
        switch (lines)
        {
            case []:
                return Refused;
            case [var only]:
                return Insert(only);
            default:
                Question = lines;
                return new Effect.Pasted(lines);
        }
    }

    private Effect Answer(Key key, IReadOnlyList<string> lines)
    {
        if (key.Kind is KeyKind.PasteUnfinished)
            return new Effect.PasteUnfinished();
        if (key.Kind is KeyKind.Unknown or KeyKind.ClearScreen or KeyKind.Suspend)
            return key.Kind is KeyKind.ClearScreen ? new Effect.ClearScreen() : Nothing;

        // Only these letters say yes, alone: whoever goes on typing has not agreed.
        Question = null;
        return new Effect.PasteAnswered(lines, key is { Kind: KeyKind.Text, Text: "s" or "S" or "y" or "Y" });
    }
}
