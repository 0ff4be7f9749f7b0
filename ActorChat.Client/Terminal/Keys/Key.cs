namespace ActorChat.Client.Terminal.Keys;

/// <summary>One key, or the text of several that came together (<see cref="KeyKind.Text"/> and <see cref="KeyKind.Paste"/>).</summary>
internal readonly record struct Key(KeyKind Kind, string Text = "");

/// <summary>The meaning of a key to the line editor.</summary>
internal enum KeyKind
{
    Unknown,

    /// <summary>Characters to insert: <see cref="Key.Text"/>.</summary>
    Text,

    /// <summary>A bracketed paste: <see cref="Key.Text"/>, its lines ended by <c>\n</c>.</summary>
    Paste,

    /// <summary>A paste beyond <see cref="PasteCollector.MaxCharacters"/>.</summary>
    PasteTooLong,

    /// <summary>The end of the paste that comes next got lost.</summary>
    PasteUnfinished,

    /// <summary>Ctrl+C in a paste that has not ended.</summary>
    PasteAbandoned,

    /// <summary>Bytes that are no UTF-8, typed or pasted.</summary>
    NotText,

    /// <summary>The Escape key alone.</summary>
    Escape,

    Enter,
    Tab,
    BackTab,
    Left,
    Right,
    Up,
    Down,
    Home,
    End,
    PageUp,
    WordLeft,
    WordRight,
    Backspace,
    Delete,

    /// <summary>Ctrl+D: Delete in a line with text, else the end of the input.</summary>
    DeleteOrEnd,

    /// <summary>Ctrl+W: back to white space.</summary>
    KillWordLeft,

    /// <summary>Alt+Backspace: back to the start of a word of letters.</summary>
    KillNameLeft,

    KillWordRight, // Alt+D
    KillToStart, // Ctrl+U
    KillToEnd, // Ctrl+K

    /// <summary>Ctrl+Y: inserts what one of the keys above last removed.</summary>
    Yank,

    Transpose, // Ctrl+T
    Interrupt, // Ctrl+C
    Reconnect, // Ctrl+R
    ClearScreen, // Ctrl+L
    Suspend, // Ctrl+Z
}
