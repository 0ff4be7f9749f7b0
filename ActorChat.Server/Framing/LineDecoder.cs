using System.Text;
using System.Text.Unicode;

namespace ActorChat.Server.Framing;

/// <summary>
/// Decodes lines, and the messages of peers that send no line ends (<see cref="PeerKind"/>); finds out by itself which peer it has.
/// Telnet sequences are no part of a message. A peer that speaks another protocol is found out by its first line.
/// </summary>
internal sealed class LineDecoder : IMessageDecoder
{
    // The size that transports cut a bigger send into: a receive buffer is a multiple of this (Akka's is this exactly).
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

    /// <summary>A framer for one new connection.</summary>
    /// <param name="maxBytes">
    /// The most bytes of a message, its line end not counted; more gives <see cref="FrameKind.TooLong"/>. A telnet subnegotiation
    /// may be as long.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">The cap is less than 1, or greater than an array can be.</exception>
    public LineDecoder(int maxBytes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxBytes, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(maxBytes, Array.MaxLength);
        _maxBytes = maxBytes;
        _unfinished = new PartialMessage(maxBytes);
        _telnet = new TelnetFilter(maxBytes);
    }

    /// <inheritdoc/>
    public PeerKind Kind { get; private set; }

    /// <inheritdoc/>
    public ForeignProtocol Foreign => _protocol.Found;

    /// <summary>True when a quiet period would complete a message: there is one without an end, of a peer that may send no line ends.</summary>
    public bool AwaitsQuietPeriod => Kind != PeerKind.Line && IsInMessage;

    /// <summary>
    /// True when that message began with a character sent alone, by a peer that has shown no more than that: a telnet of Windows sends
    /// each key as it is pressed, so the next may come, or the line end. Then the quiet period is to be longer.
    /// </summary>
    public bool AwaitsNextKey => AwaitsQuietPeriod && IsTyping;

    /// <summary>The memory held for the unfinished message, in bytes; 0 when nothing is pending.</summary>
    public int BufferSize => _unfinished.Capacity;

    private bool IsTyping => _isTyped && !_sendsMoreThanKeys;

    private bool IsInMessage => _skipping || _unfinished.Length > 0;

    /// <summary>Takes the next bytes of the peer, in one block as the transport delivered it. The block is not kept.</summary>
    public void Append(ReadOnlySpan<byte> block)
    {
        var rest = block;
        if (_telnet.IsInSequence)
            SwallowSequence(ref rest);

        SkipSecondHalfOfLineEnd(ref rest);
        for (var end = IndexOfSign(rest); end >= 0; end = IndexOfSign(rest))
        {
            var sign = rest[end];
            var part = rest[..end];
            rest = rest[(end + 1)..];
            if (sign == TelnetCommand.Iac)
            {
                Keep(part);
                _telnet.Begin();
                SwallowSequence(ref rest);
            }
            else
            {
                Kind = PeerKind.Line;
                Complete(part);
                _isAfterCarriageReturn = sign == CarriageReturn;
            }

            SkipSecondHalfOfLineEnd(ref rest);
        }

        TakeUnterminated(rest, block.Length);
        if (!_protocol.IsDecided)
            Detect(block);
    }

    /// <summary>Takes the oldest message not read yet; false when there is none.</summary>
    public bool TryRead(out Frame frame)
    {
        var any = _frames.TryDequeue(out frame);
        if (frame is { Kind: FrameKind.Message, Text.Length: > 0 })
            _protocol.EndMessage();
        return any;
    }

    /// <summary>Shows the oldest message not read yet; false when there is none.</summary>
    public bool TryPeek(out Frame frame) => _frames.TryPeek(out frame);

    /// <summary>What the telnet sequences received ask for, as bytes for the wire; null when that is nothing, as it nearly always is.</summary>
    public byte[]? TakeAnswers() => _telnet.TakeAnswers();

    /// <summary>Says that nothing came for the quiet period: completes what <see cref="AwaitsQuietPeriod"/> tells of, else does nothing.</summary>
    public void EndQuietPeriod()
    {
        if (AwaitsQuietPeriod)
            CompleteUnterminated();
    }

    /// <summary>Says that the peer sends no more (half-close): what it sent last is complete, whatever its kind.</summary>
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

    // One search, since it is vectorized, for all three: byte by byte it would cost more than all the rest.
    private static int IndexOfSign(ReadOnlySpan<byte> bytes) => bytes.IndexOfAny(NewLine, CarriageReturn, TelnetCommand.Iac);

    // Well-formed or not: a key may come in the code page of its terminal.
    private static bool IsOneCharacter(ReadOnlySpan<byte> bytes)
    {
        Rune.DecodeFromUtf8(bytes, out _, out var length);
        return !bytes.IsEmpty && length == bytes.Length;
    }

    private void SwallowSequence(ref ReadOnlySpan<byte> rest)
    {
        switch (_telnet.Swallow(ref rest))
        {
            case TelnetStep.DataByte:
                _isAfterCarriageReturn = false;
                Keep([TelnetCommand.Iac]);
                break;
            case TelnetStep.TooLong:
                _isAfterCarriageReturn = false;
                SkipTooLong();
                break;
        }
    }

    // Of CR LF and CR NUL, the CR has ended the line at once: whoever sends CR alone may wait for the answer.
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
        // A full block, and one that ends within a telnet sequence, may be the first part of one bigger send.
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

        // A telnet client would have sent the rest of the sequence with it.
        if (_telnet.IsAtFirstByte)
        {
            _telnet.Forget();
            Complete([TelnetCommand.Iac]);
        }
        else
        {
            Complete([]);
        }
    }

    private void Complete(ReadOnlySpan<byte> tail)
    {
        _isTyped = false;
        if (_skipping)
        {
            _skipping = false;
        }
        else if (_unfinished.Length == 0)
        {
            _frames.Enqueue(Read(tail));
        }
        else
        {
            // Checked before the copy: the tail may be many times the cap.
            var frame = IsTooLongWith(tail) ? Frame.TooLong : ReadUnfinished(tail);
            _unfinished.Clear();
            _frames.Enqueue(frame);
        }
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
