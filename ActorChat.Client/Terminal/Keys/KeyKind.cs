namespace ActorChat.Client.Terminal.Keys;

/// <summary>What a person has pressed, by what it means to the line editor.</summary>
internal enum KeyKind
{
    /// <summary>Nothing that the editor knows.</summary>
    Unknown,

    /// <summary>Characters to insert: <see cref="Key.Text"/>.</summary>
    Text,

    /// <summary>A bracketed paste: <see cref="Key.Text"/>, its lines ended by <c>\n</c>.</summary>
    Paste,

    /// <summary>A paste beyond <see cref="PasteCollector.MaxCharacters"/>.</summary>
    PasteTooLong,

    /// <summary>The end of the paste that comes next has not come.</summary>
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
    WordLeft,
    WordRight,
    Backspace,

    /// <summary>The Delete key.</summary>
    Delete,

    /// <summary>Ctrl+D: Delete in a line with text, else the end of the input.</summary>
    DeleteOrEnd,

    /// <summary>Ctrl+W: back to white space.</summary>
    KillWordLeft,

    /// <summary>Alt+Backspace: back to the start of a word of letters.</summary>
    KillNameLeft,

    /// <summary>Alt+D.</summary>
    KillWordRight,

    /// <summary>Ctrl+U.</summary>
    KillToStart,

    /// <summary>Ctrl+K.</summary>
    KillToEnd,

    /// <summary>Ctrl+Y: what was last removed by one of the keys above.</summary>
    Yank,

    /// <summary>Ctrl+T.</summary>
    Transpose,

    /// <summary>Ctrl+C.</summary>
    Interrupt,

    /// <summary>Ctrl+R: connect now.</summary>
    Reconnect,

    /// <summary>Ctrl+L.</summary>
    ClearScreen,

    /// <summary>Ctrl+Z.</summary>
    Suspend,
}
