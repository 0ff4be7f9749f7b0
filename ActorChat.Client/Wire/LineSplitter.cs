using System.Text;
using ActorChat.Client.Rendering;

namespace ActorChat.Client.Wire;

/// <summary>
/// Cuts the bytes of a connection into lines that are safe to show, and recognises a prompt: text that stops at a colon and a space,
/// without a line end (<c>Nickname: </c>). The form is looked at and not the word, so that a server may ask in any language.
/// </summary>
/// <param name="maxCharacters">Longest line that is kept; of a longer one the beginning is, with a note of how much is missing.</param>
/// <param name="cutNote">What stands at the end of a line that was cut, from the number of characters left out.</param>
internal sealed class LineSplitter(int maxCharacters, Func<long, string> cutNote)
{
    private const string PromptEnd = ": ";
    private const int MaxPromptCharacters = 256;

    private readonly TerminalFilter _filter = new();
    private readonly StringBuilder _line = new();
    private long _leftOut;

    /// <summary>
    /// Whether a prompt stands at the end of what has come. It is no line: whoever answers it calls <see cref="TakePrompt"/>.
    /// </summary>
    public bool IsAtPrompt =>
        _line.Length >= PromptEnd.Length && _line[^1] is ' ' && _line[^2] is ':' && _leftOut is 0 && _line.Length < MaxPromptCharacters;

    /// <summary>The lines that the next bytes complete.</summary>
    public IReadOnlyList<string> Add(ReadOnlySpan<byte> bytes) => Split(_filter.Filter(bytes));

    /// <summary>What is left at the end of the connection: the last line, if it has no end.</summary>
    public IReadOnlyList<string> Finish()
    {
        var lines = Split(_filter.Finish());
        return _line.Length > 0 ? [.. lines, TakeLine()] : lines;
    }

    /// <summary>The prompt, which is then no longer a part of the line.</summary>
    public string TakePrompt() => TakeLine();

    private List<string> Split(ReadOnlySpan<char> text)
    {
        var lines = new List<string>();
        int newline;
        while ((newline = text.IndexOf('\n')) >= 0)
        {
            Keep(text[..newline]);
            lines.Add(TakeLine());
            text = text[(newline + 1)..];
        }

        Keep(text);
        return lines;
    }

    private void Keep(ReadOnlySpan<char> part)
    {
        var room = Math.Max(0, maxCharacters - _line.Length);
        if (part.Length > room && room > 0 && char.IsHighSurrogate(part[room - 1]))
            room--;

        var kept = _leftOut > 0 ? 0 : Math.Min(part.Length, room);
        _line.Append(part[..kept]);
        _leftOut += part.Length - kept;
    }

    private string TakeLine()
    {
        if (_leftOut > 0)
            _line.Append(cutNote(_leftOut));

        var line = _line.ToString();
        _line.Clear();
        _leftOut = 0;
        return line;
    }
}
