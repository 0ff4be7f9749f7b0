using System.Buffers;

namespace ActorChat.Client.Input;

/// <summary>
/// Cuts bytes that arrive in any pieces into lines. A line ends with <c>\n</c>, before which one <c>\r</c> is dropped; the bytes after
/// the last newline are a line too. A byte order mark at the very beginning is no part of the first line.
/// </summary>
/// <param name="isTerminal">Whether a terminal gives the lines away, which cuts long ones.</param>
internal sealed class LineAssembler(bool isTerminal)
{
    /// <summary>
    /// Longest line that is kept: 16 MiB, far beyond what a server takes. A longer one is reported by an <see cref="InputLine"/> without
    /// text, so that input without newlines cannot fill the memory.
    /// </summary>
    public const int MaxBytes = 16 * 1024 * 1024;

    /// <summary>
    /// Longest line that Linux lets a person type where the terminal edits lines itself (n_tty(4): 4,096 bytes with the newline). It takes
    /// more keys without a word and drops them.
    /// </summary>
    public const int MaxTypedBytes = 4095;

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

    /// <summary>The unfinished last line, at the end of the input; null when there is none.</summary>
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
            return new InputLine(null, Flaw: new InputFlaw.TooLong(), Number: _number);
        if (isTerminal && _line.WrittenCount >= MaxTypedBytes)
            return new InputLine(null, Flaw: new InputFlaw.CutByTerminal(), Number: _number);

        var bytes = _line.WrittenSpan;
        if (_number is 1 && bytes.StartsWith(ByteOrderMark))
            bytes = bytes[ByteOrderMark.Length..];
        return LineInspection.Inspect(bytes is [.. var rest, (byte)'\r'] ? rest : bytes, _number);
    }
}
