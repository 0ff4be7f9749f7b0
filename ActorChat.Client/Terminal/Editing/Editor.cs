using ActorChat.Client.Terminal.Keys;

namespace ActorChat.Client.Terminal.Editing;

/// <summary>The line editor: keys in, a line and effects out. Knows neither screen nor keyboard.</summary>
internal sealed class Editor(History history, Func<LineBuffer, IReadOnlyList<LineBuffer>> complete)
{
    private static readonly Effect Nothing = new Effect.None();
    private static readonly Effect Refused = new Effect.Bell();

    private IReadOnlyList<LineBuffer> _choices = [];
    private int _choice;
    private string _killed = "";

    public LineBuffer Line { get; private set; } = LineBuffer.Empty;

    /// <summary>Pasted lines that wait for a yes or no; null: none.</summary>
    public IReadOnlyList<string>? Question { get; private set; }

    /// <summary>Whether entered lines are kept. A nickname is not.</summary>
    public bool KeepsHistory { get; set; } = true;

    /// <summary>Whether the line is a password: nothing of it is kept, and a paste is not shown.</summary>
    public bool IsSecret { get; set; }

    /// <summary>Whether the whole line is an offer, which the first character replaces.</summary>
    public bool IsMarked { get; private set; }

    public void Replace(LineBuffer line, bool isMarked = false)
    {
        Line = line;
        IsMarked = isMarked && line.Text.Length > 0;
        _choices = [];
    }

    /// <summary>Applies the next key. A line that may not be entered now stays, and the bell rings.</summary>
    public Effect Apply(Key key, Func<string, bool> mayEnter)
    {
        if (Question is { } lines)
            return Answer(key, lines);
        if (IsMarked)
            Unmark(key.Kind);
        if (key.Kind is KeyKind.Tab or KeyKind.BackTab)
            return Complete(key.Kind is KeyKind.Tab ? 1 : -1);

        _choices = [];
        return key.Kind switch
        {
            KeyKind.Text => Insert(key.Text),
            KeyKind.Paste => Paste(key.Text),
            KeyKind.PasteTooLong => new Effect.TooMuch(PasteCollector.MaxCharacters),
            KeyKind.PasteUnfinished => new Effect.PasteUnfinished(),
            KeyKind.PasteAbandoned => Abandon(),
            KeyKind.NotText => new Effect.NotText(),
            KeyKind.Enter => mayEnter(Line.Text) ? Enter() : Refused,
            KeyKind.Up or KeyKind.Down when IsSecret => Refused,
            KeyKind.Up => Walk(history.Older(Line.Text)),
            KeyKind.Down => Walk(history.Newer()),
            KeyKind.DeleteOrEnd => Line.Text.Length is 0 ? new Effect.EndOfInput() : Change(Line.Delete()),
            KeyKind.Interrupt => Line.Text.Length is 0 ? new Effect.Interrupt() : Change(LineBuffer.Empty),
            KeyKind.ClearScreen => new Effect.ClearScreen(),
            KeyKind.PageUp => new Effect.Older(),
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
        _ => throw new ArgumentOutOfRangeException(nameof(key), key, "Unknown key."),
    };

    // Typing and deleting replace the whole offer. Moving in it, or Enter, accepts it.
    private void Unmark(KeyKind key)
    {
        IsMarked = key is KeyKind.Unknown or KeyKind.PasteTooLong or KeyKind.PasteUnfinished or KeyKind.NotText or KeyKind.Reconnect
            or KeyKind.PageUp or KeyKind.ClearScreen or KeyKind.Suspend;
        if (key is KeyKind.Text or KeyKind.Paste or KeyKind.Yank or KeyKind.Backspace or KeyKind.Delete or KeyKind.DeleteOrEnd
            or KeyKind.KillWordLeft or KeyKind.KillNameLeft or KeyKind.KillToStart)
        {
            Line = LineBuffer.Empty;
        }
    }

    // A text that does not fit is refused, not cut.
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

    // The removed part begins at the left one of the two cursors.
    private Effect Kill(LineBuffer line)
    {
        var length = Line.Text.Length - line.Text.Length;
        if (length > 0 && !IsSecret)
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

    private Effect Walk(string? line) => line is null ? Refused : Change(LineBuffer.Create(line));

    private Effect Complete(int step)
    {
        if (_choices.Count is 0)
            (_choices, _choice) = (complete(Line), step > 0 ? -1 : 0);
        if (_choices.Count is 0)
            return Refused;

        _choice = (_choice + step + _choices.Count) % _choices.Count;
        return Change(_choices[_choice]);
    }

    // Inserts a single line without its end, so that only the user's Enter sends it. Blank lines would be no messages.
    private Effect Paste(string text)
    {
        var lines = text.Split('\n').Where(line => !string.IsNullOrWhiteSpace(line)).ToArray();
        if (lines.Length <= 1 || IsSecret)
            return lines is [var only] ? Insert(only) : Refused;

        Question = lines;
        return new Effect.Pasted(lines);
    }

    private Effect Answer(Key key, IReadOnlyList<string> lines)
    {
        if (key.Kind is KeyKind.PasteUnfinished)
            return new Effect.PasteUnfinished();
        if (key.Kind is KeyKind.Unknown or KeyKind.ClearScreen or KeyKind.Suspend)
            return key.Kind is KeyKind.ClearScreen ? new Effect.ClearScreen() : Nothing;

        // Only these letters, alone, say yes: typing on is no consent.
        Question = null;
        return new Effect.PasteAnswered(lines, key is { Kind: KeyKind.Text, Text: "s" or "S" or "y" or "Y" });
    }
}
