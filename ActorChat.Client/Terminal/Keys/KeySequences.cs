namespace ActorChat.Client.Terminal.Keys;

/// <summary>The byte sequences of keys: those of xterm and its kin, the Linux console, tmux and rxvt.</summary>
internal static class KeySequences
{
    private const int ControlModifier = 4, AltModifier = 2;

    /// <summary>A C0 control character or DEL on its own.</summary>
    public static KeyKind FromControl(char c) => c switch
    {
        '\r' or '\n' => KeyKind.Enter,
        '\t' => KeyKind.Tab,
        '\u0001' => KeyKind.Home,
        '\u0002' => KeyKind.Left,
        '\u0003' => KeyKind.Interrupt,
        '\u0004' => KeyKind.DeleteOrEnd,
        '\u0005' => KeyKind.End,
        '\u0006' => KeyKind.Right,
        '\b' or '\u007F' => KeyKind.Backspace,
        '\u000B' => KeyKind.KillToEnd,
        '\u000C' => KeyKind.ClearScreen,
        '\u000E' => KeyKind.Down,
        '\u0010' => KeyKind.Up,
        '\u0012' => KeyKind.Reconnect,
        '\u0014' => KeyKind.Transpose,
        '\u0015' => KeyKind.KillToStart,
        '\u0017' => KeyKind.KillWordLeft,
        '\u0019' => KeyKind.Yank,
        '\u001A' => KeyKind.Suspend,
        _ => KeyKind.Unknown,
    };

    /// <summary>A key together with Alt: ESC and then the key's own character.</summary>
    public static KeyKind FromAlt(char c) => c switch
    {
        'b' or 'B' => KeyKind.WordLeft,
        'f' or 'F' => KeyKind.WordRight,
        'd' or 'D' => KeyKind.KillWordRight,
        '\b' or '\u007F' => KeyKind.KillNameLeft,
        _ => KeyKind.Unknown,
    };

    /// <summary>
    /// ESC [ parameters final, and ESC O final, which has none. Semicolons divide the parameters; the second one holds 1 + the modifiers.
    /// </summary>
    public static KeyKind FromSequence(string parameters, char final)
    {
        // A report of the terminal, not a key: ECMA-48 reserves these signs for private use.
        if (parameters is ['<' or '=' or '>' or '?', ..])
            return KeyKind.Unknown;

        var numbers = parameters.Split(';');
        var modifiers = numbers.Length > 1 && int.TryParse(numbers[1], out var second) ? second - 1 : 0;
        var byWord = (modifiers & (ControlModifier | AltModifier)) != 0;
        return final switch
        {
            'A' => KeyKind.Up,
            'B' => KeyKind.Down,
            'C' => byWord ? KeyKind.WordRight : KeyKind.Right,
            'D' => byWord ? KeyKind.WordLeft : KeyKind.Left,
            'c' => KeyKind.WordRight,
            'd' => KeyKind.WordLeft,
            'H' => KeyKind.Home,
            'F' => KeyKind.End,
            'M' => KeyKind.Enter,
            'Z' => KeyKind.BackTab,
            '~' => FromNumber(numbers[0], byWord),
            _ => KeyKind.Unknown,
        };
    }

    private static KeyKind FromNumber(string number, bool byWord) => number switch
    {
        "1" or "7" => KeyKind.Home,
        "4" or "8" => KeyKind.End,
        "5" => KeyKind.PageUp,
        "3" => byWord ? KeyKind.KillWordRight : KeyKind.Delete,
        _ => KeyKind.Unknown,
    };
}
