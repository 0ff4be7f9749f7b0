using System.Text;
using System.Text.Unicode;

namespace ActorChat.Server.Framing;

/// <summary>
/// Decodes lines, and messages of peers that send no line ends (<see cref="PeerKind"/>); detects the kind by itself. Removes telnet sequences.
/// Detects other protocols by the first line.
/// </summary>
internal sealed class LineDecoder : IMessageDecoder
{
    // Transports cut larger sends at multiples of this; Akka's receive buffer has exactly this size.
    private const int CutSize = 512;
    private const byte NewLine = (byte)'\n';
    private const byte CarriageReturn = (byte)'\r';
    private const byte Nul = 0;

    private readonly int _maxBytes;
    private FrameBuffer _frames;
    private PartialMessage _unfinished;
    private TelnetFilter _telnet;
    private ProtocolDetector _protocol;
    private bool _skipping;
    private bool _isTyped;
    private bool _sendsMoreThanKeys;
    private bool _isAfterCarriageReturn;

    /// <param name="maxBytes">The maximum bytes of a message without its line end, and of a telnet subnegotiation.</param>
    /// <exception cref="ArgumentOutOfRangeException">The cap is less than 1 or above the maximum array length.</exception>
    public LineDecoder(int maxBytes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxBytes, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(maxBytes, Array.MaxLength);
        _maxBytes = maxBytes;
        _unfinished = new PartialMessage(maxBytes);
        _telnet = new TelnetFilter(maxBytes);
    }

    public PeerKind Kind { get; private set; }

    public ForeignProtocol Foreign => _protocol.Found;

    public bool AwaitsQuietPeriod => Kind != PeerKind.Line && IsInMessage;

    /// <summary>
    /// Whether the message began with a single character, from a peer that has only sent such. Windows' telnet sends each key as it is pressed, so
    /// the next key may follow after a longer pause.
    /// </summary>
    public bool AwaitsNextKey => AwaitsQuietPeriod && IsTyping;

    /// <summary>The bytes allocated for the unfinished message; 0 if nothing is pending.</summary>
    public int BufferSize => _unfinished.Capacity;

    private bool IsTyping => _isTyped && !_sendsMoreThanKeys;

    private bool IsInMessage => _skipping || _unfinished.Length > 0;

    public void Append(ReadOnlySpan<byte> block)
    {
        var rest = block;
        if (_telnet.IsInSequence)
            SkipTelnetSequence(ref rest);

        SkipSecondHalfOfLineEnd(ref rest);
        for (var end = IndexOfDelimiter(rest); end >= 0; end = IndexOfDelimiter(rest))
        {
            var delimiter = rest[end];
            var part = rest[..end];
            rest = rest[(end + 1)..];
            if (delimiter == TelnetCommand.Iac)
            {
                Keep(part);
                _telnet.Begin();
                SkipTelnetSequence(ref rest);
            }
            else
            {
                Kind = PeerKind.Line;
                Complete(part);
                _isAfterCarriageReturn = delimiter == CarriageReturn;
            }

            SkipSecondHalfOfLineEnd(ref rest);
        }

        TakeUnterminated(rest, block.Length);
        if (!_protocol.IsDecided)
            Detect(block);
    }

    public bool TryRead(out Frame frame)
    {
        var any = _frames.TryDequeue(out frame);
        if (frame is { Kind: FrameKind.Message, Text.Length: > 0 })
            _protocol.EndMessage();
        return any;
    }

    public bool TryPeek(out Frame frame) => _frames.TryPeek(out frame);

    public byte[]? TakeAnswers() => _telnet.TakeAnswers();

    public void EndQuietPeriod()
    {
        if (AwaitsQuietPeriod)
            CompleteUnterminated();
    }

    public void EndInput()
    {
        if (IsInMessage || _telnet.IsAtFirstByte)
            CompleteUnterminated();
    }

    private void Detect(ReadOnlySpan<byte> block)
    {
        _protocol.Append(block);
        if (_frames.TryPeek(out var first) && first.Kind == FrameKind.TooLong)
            _protocol.EndLongLine();
    }

    // Searches all three at once, vectorized: byte by byte it would cost more than all the rest.
    private static int IndexOfDelimiter(ReadOnlySpan<byte> bytes) => bytes.IndexOfAny(NewLine, CarriageReturn, TelnetCommand.Iac);

    // Accepts malformed UTF-8 too: the terminal may use another code page.
    private static bool IsOneCharacter(ReadOnlySpan<byte> bytes)
    {
        Rune.DecodeFromUtf8(bytes, out _, out var length);
        return !bytes.IsEmpty && length == bytes.Length;
    }

    private void SkipTelnetSequence(ref ReadOnlySpan<byte> rest)
    {
        var step = _telnet.Consume(ref rest);
        _isAfterCarriageReturn &= step is not (TelnetStep.DataByte or TelnetStep.TooLong);
        if (step == TelnetStep.DataByte)
            Keep([TelnetCommand.Iac]);
        else if (step == TelnetStep.TooLong)
            SkipTooLong();
    }

    // Skips the LF or NUL after a CR, which ends the line at once: a peer that sends CR alone may wait for the answer.
    private void SkipSecondHalfOfLineEnd(ref ReadOnlySpan<byte> rest)
    {
        if (!_isAfterCarriageReturn || rest.IsEmpty || rest[0] == TelnetCommand.Iac)
            return;

        _isAfterCarriageReturn = false;
        if (rest[0] is NewLine or Nul)
            rest = rest[1..];
    }

    private void TakeUnterminated(ReadOnlySpan<byte> rest, int blockLength)
    {
        // Treats a full block, or one that ends within a telnet sequence, as a part of a larger send.
        var isWholeSend = blockLength % CutSize != 0 && !_telnet.IsInSequence;
        if (!IsInMessage)
            _isTyped = IsOneCharacter(rest);

        if (Kind == PeerKind.Chunk && isWholeSend && !IsTyping && (!rest.IsEmpty || IsInMessage))
        {
            _sendsMoreThanKeys = true;
            Complete(rest);
        }
        else
        {
            Keep(rest);
        }
    }

    private void CompleteUnterminated()
    {
        if (Kind == PeerKind.Unknown)
            Kind = PeerKind.Chunk;

        _sendsMoreThanKeys |= !_isTyped;

        // Takes a lone 255 as data: a telnet client would have sent the rest of the sequence with it.
        var isStray = _telnet.IsAtFirstByte;
        if (isStray)
            _telnet.Forget();
        Complete(isStray ? [TelnetCommand.Iac] : []);
    }

    private void Complete(ReadOnlySpan<byte> tail)
    {
        // Checks before copying: the tail may be many times the cap.
        if (!_skipping)
            _frames.Enqueue(_unfinished.Length == 0 ? Read(tail) : IsTooLongWith(tail) ? Frame.TooLong : ReadUnfinished(tail));
        _unfinished.Clear();
        _isTyped = _skipping = false;
    }

    private void Keep(ReadOnlySpan<byte> part)
    {
        if (_skipping || part.IsEmpty)
            return;

        if (IsTooLongWith(part))
            SkipTooLong();
        else
            _unfinished.Append(part);
    }

    private void SkipTooLong()
    {
        if (_skipping)
            return;

        _unfinished.Clear();
        _skipping = true;
        _frames.Enqueue(Frame.TooLong);
    }

    private bool IsTooLongWith(ReadOnlySpan<byte> next) => (long)_unfinished.Length + next.Length > _maxBytes;

    private Frame ReadUnfinished(ReadOnlySpan<byte> tail)
    {
        _unfinished.Append(tail);
        return Read(_unfinished.Span);
    }

    private Frame Read(ReadOnlySpan<byte> message) =>
        message.Length > _maxBytes ? Frame.TooLong
        : Utf8.IsValid(message) ? Frame.Message(Encoding.UTF8.GetString(message))
        : Frame.InvalidUtf8;
}
