using System.Text;

namespace ActorChat.Client.Input;

/// <summary>
/// Cuts characters that arrive in any pieces into lines. A line ends with <c>\n</c>, before which one <c>\r</c> is dropped; the
/// characters after the last newline are a line too.
/// </summary>
internal sealed class LineAssembler
{
    /// <summary>
    /// Longest line that is kept: 16 Mi characters, far beyond what a server takes. A longer one is reported by an
    /// <see cref="InputLine"/> without text, so that input without newlines cannot fill the memory.
    /// </summary>
    public const int MaxCharacters = 16 * 1024 * 1024;

    private readonly StringBuilder _line = new();
    private bool _tooLong;

    /// <summary>The lines that <paramref name="characters"/>, the next piece of input, completes.</summary>
    public IEnumerable<InputLine> Add(ReadOnlyMemory<char> characters)
    {
        int newline;
        while ((newline = characters.Span.IndexOf('\n')) >= 0)
        {
            Keep(characters.Span[..newline]);
            characters = characters[(newline + 1)..];
            yield return Take();
        }

        Keep(characters.Span);
    }

    /// <summary>The unfinished last line, at the end of the input; null when there is none.</summary>
    public InputLine? Finish() => _line.Length > 0 || _tooLong ? Take() : null;

    private void Keep(ReadOnlySpan<char> part)
    {
        _tooLong |= _line.Length + part.Length > MaxCharacters;
        if (_tooLong)
            _line.Clear();
        else
            _line.Append(part);
    }

    private InputLine Take()
    {
        if (_line.Length > 0 && _line[^1] is '\r')
            _line.Length--;

        var line = new InputLine(_tooLong ? null : _line.ToString());
        _line.Clear();
        _tooLong = false;
        return line;
    }
}
