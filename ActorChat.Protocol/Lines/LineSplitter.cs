using System.Text;
using ActorChat.Protocol.Text;

namespace ActorChat.Protocol.Lines;

/// <summary>
/// Cuts a server's bytes into lines that are safe to show: UTF-8 is decoded across reads, invalid bytes become U+FFFD, and
/// <see cref="EscapeFilter"/> removes what a terminal would obey. Recognises a prompt by its form, so that a server may ask in any
/// language: text that stops at a colon and a space, without a line end (<c>Nickname: </c>).
/// </summary>
/// <param name="maxCharacters">The longest line kept; of a longer one the beginning is, with a note of how much is missing.</param>
/// <param name="cutNote">Makes that note from the number of characters left out.</param>
internal sealed class LineSplitter(int maxCharacters, Func<long, string> cutNote)
{
    private const string PromptEnd = ": ";
    private const int MaxPromptCharacters = 256;

    private readonly Decoder _decoder = Encoding.UTF8.GetDecoder();
    private readonly EscapeFilter _filter = new();
    private readonly StringBuilder _line = new();
    private long _leftOut;

    /// <summary>Whether what has come ends in a prompt. It is no line: <see cref="TakePrompt"/> takes it.</summary>
    public bool IsAtPrompt =>
        _line.Length >= PromptEnd.Length && _line[^1] is ' ' && _line[^2] is ':' && _leftOut is 0 && _line.Length < MaxPromptCharacters;

    /// <summary>The lines that the next bytes complete.</summary>
    public IReadOnlyList<string> Add(ReadOnlySpan<byte> bytes) => Split(Decode(bytes, flush: false));

    /// <summary>What is left at the end of the connection: the last line, if it has no end.</summary>
    public IReadOnlyList<string> Finish()
    {
        var lines = Split(Decode([], flush: true));
        return _line.Length > 0 ? [.. lines, TakeLine()] : lines;
    }

    /// <summary>The prompt, which is then no longer a part of the line.</summary>
    public string TakePrompt() => TakeLine();

    private string Decode(ReadOnlySpan<byte> bytes, bool flush)
    {
        var characters = new char[_decoder.GetCharCount(bytes, flush)];
        return _filter.Filter(characters.AsSpan(0, _decoder.GetChars(bytes, characters, flush)));
    }

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
