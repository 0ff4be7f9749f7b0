using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace ActorChat.Client.Input;

/// <summary>
/// Cuts bytes that arrive in any pieces into lines, and finds those that would not arrive as they were given. A line ends with
/// <c>\n</c>, before which one <c>\r</c> is dropped; the bytes after the last newline are a line too. A byte order mark at the very
/// beginning is no part of the first line.
/// </summary>
/// <param name="isTerminal">Whether the lines come from a terminal, which cuts long ones.</param>
internal sealed class LineAssembler(bool isTerminal)
{
    /// <summary>The longest line kept, far beyond what a server takes: input without newlines must not fill the memory.</summary>
    public const int MaxBytes = 16 * 1024 * 1024;

    /// <summary>
    /// The longest line that Linux lets a person type where the terminal edits lines itself (n_tty(4): 4,096 bytes with the newline). It
    /// drops further keys without a word.
    /// </summary>
    public const int MaxTypedBytes = 4095;

    // Control characters end the message or are removed by the server, and so are the line and paragraph separators: the words beside
    // them would run together. Other characters that the server removes show nothing anyway, and are no reason to refuse a line.
    private static readonly SearchValues<char> Flawed = SearchValues.Create(
        [.. Enumerable.Range(0, 0xA0).Select(static code => (char)code).Where(char.IsControl), '\u2028', '\u2029']);

    private readonly ArrayBufferWriter<byte> _line = new();
    private long _number;
    private bool _tooLong;

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>The lines that <paramref name="bytes"/>, the next piece of input, completes.</summary>
    public IEnumerable<InputLine> Add(ReadOnlyMemory<byte> bytes)
    {
        int newline;
        while ((newline = bytes.Span.IndexOf((byte)'\n')) >= 0)
        {
            Keep(bytes.Span[..newline]);
            bytes = bytes[(newline + 1)..];
            yield return Take();
        }

        Keep(bytes.Span);
    }

    /// <summary>The unfinished last line at the end of the input; null when there is none.</summary>
    public InputLine? Finish() => _line.WrittenCount > 0 || _tooLong ? Take() : null;

    private void Keep(ReadOnlySpan<byte> part)
    {
        _tooLong |= _line.WrittenCount + part.Length > MaxBytes;
        if (_tooLong)
            _line.ResetWrittenCount();
        else
            _line.Write(part);
    }

    private InputLine Take()
    {
        _number++;
        var line = Inspect();
        _line.ResetWrittenCount();
        _tooLong = false;
        return line;
    }

    private InputLine Inspect()
    {
        if (_tooLong)
            return Refuse(new InputFlaw.TooLong());
        if (isTerminal && _line.WrittenCount >= MaxTypedBytes)
            return Refuse(new InputFlaw.CutByTerminal());

        var bytes = _line.WrittenSpan;
        if (_number is 1 && bytes.StartsWith(ByteOrderMark))
            bytes = bytes[ByteOrderMark.Length..];
        return Inspect(bytes is [.. var rest, (byte)'\r'] ? rest : bytes);
    }

    private InputLine Inspect(ReadOnlySpan<byte> bytes)
    {
        if (!Utf8.IsValid(bytes))
            return Refuse(new InputFlaw.NotUtf8());

        // Nothing of a blank line can get lost.
        var text = Encoding.UTF8.GetString(bytes);
        var flaw = string.IsNullOrWhiteSpace(text) ? -1 : text.AsSpan().IndexOfAny(Flawed);
        return flaw < 0 ? new InputLine(text, Number: _number) : Refuse(new InputFlaw.Control(text[flaw]));
    }

    private InputLine Refuse(InputFlaw flaw) => new(null, Flaw: flaw, Number: _number);
}
