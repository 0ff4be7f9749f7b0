using System.Text;

namespace ActorChat.Protocol.Text;

/// <summary>
/// Removes from a stream of characters what a terminal would obey instead of show: control characters and whole escape sequences
/// (ECMA-48), wherever the stream is cut, and the bidirectional controls that turn the rest of a line around. Newline and tab pass.
/// </summary>
/// <remarks>
/// <see cref="DisplayText"/> removes more: it guards what others see of one message, at the server. This guards one's own terminal
/// against any server, which may draw with all of Unicode. A newline ends any sequence, also an unfinished one: a hostile sender hides
/// at most the rest of one of its lines.
/// </remarks>
internal sealed class EscapeFilter
{
    private const char Bell = '\u0007', Cancel = '\u0018', Substitute = '\u001A', Escape = '\u001B';
    private const char SingleByteCsi = '\u009B', SingleByteTerminator = '\u009C';

    private State _state;

    private enum State
    {
        Text,

        /// <summary>After ESC, and after the intermediate characters that may follow it.</summary>
        Escape,

        /// <summary>In a control sequence (ESC [): parameters, until its final character.</summary>
        ControlSequence,

        /// <summary>In a control string (OSC, DCS, SOS, PM, APC), until its terminator.</summary>
        ControlString,

        /// <summary>After an ESC in a control string: perhaps the first half of the terminator <c>ESC \</c>.</summary>
        ControlStringEscape,
    }

    /// <summary>A whole text on one line: newlines and tabs become spaces.</summary>
    public static string ToLine(ReadOnlySpan<char> text) => new EscapeFilter().Filter(text).Replace('\n', ' ').Replace('\t', ' ');

    /// <summary>What may be shown of the next piece of the stream.</summary>
    public string Filter(ReadOnlySpan<char> text)
    {
        var shown = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (Passes(c))
                shown.Append(c);
        }

        return shown.ToString();
    }

    private bool Passes(char c)
    {
        switch (c)
        {
            case '\n':
                _state = State.Text;
                return true;
            case Cancel or Substitute:
                return Leave(State.Text);
            case Escape:
                return Leave(_state is State.ControlString or State.ControlStringEscape ? State.ControlStringEscape : State.Escape);
            default:
                return PassesIn(_state, c);
        }
    }

    private bool PassesIn(State state, char c) => state switch
    {
        State.Text => PassesInText(c),
        State.Escape => PassesAfterEscape(c),
        State.ControlSequence => PassesInControlSequence(c),
        State.ControlString => c is Bell or SingleByteTerminator && Leave(State.Text),
        _ => c is '\\' ? Leave(State.Text) : PassesAfterEscape(c),
    };

    private bool PassesInText(char c)
    {
        if (!char.IsControl(c) || c is '\t')
            return c is not ((>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069'));

        return c switch
        {
            SingleByteCsi => Leave(State.ControlSequence),
            '\u0090' or '\u0098' or '\u009D' or '\u009E' or '\u009F' => Leave(State.ControlString),
            _ => false,
        };
    }

    private bool PassesAfterEscape(char c) => c switch
    {
        '[' => Leave(State.ControlSequence),
        ']' or 'P' or 'X' or '^' or '_' => Leave(State.ControlString),
        < ' ' or '\u007F' => false,
        <= '/' => Leave(State.Escape),
        < '\u007F' => Leave(State.Text),
        _ => Abandon(c),
    };

    private bool PassesInControlSequence(char c) => c switch
    {
        <= '?' or '\u007F' => false,
        < '\u007F' => Leave(State.Text),
        _ => Abandon(c),
    };

    // Sequences consist of ASCII: any other character shows that it was none, and is text again.
    private bool Abandon(char c)
    {
        _state = State.Text;
        return PassesInText(c);
    }

    private bool Leave(State next)
    {
        _state = next;
        return false;
    }
}
