using System.Text;
using System.Text.Unicode;

namespace ActorChat.Server.Framing;

/// <summary>
/// Bytes in, messages out, for one connection. It understands peers that end messages with a newline and peers that send
/// none (<see cref="PeerKind"/>), and finds out by itself which it has before it. How the network cuts the bytes into blocks
/// changes nothing for the former. Not thread-safe; knows no clock: its owner measures the quiet period.
/// </summary>
/// <remarks>
/// After each <see cref="Append"/>, read with <see cref="TryRead"/> until it gives false; then, if
/// <see cref="AwaitsQuietPeriod"/>, start the quiet period anew, and at its end call <see cref="EndQuietPeriod"/> and read again.
/// </remarks>
internal sealed class MessageFramer
{
    // The size that transports cut a bigger send into: a receive buffer is a multiple of this (Akka's is this exactly).
    private const int CutSize = 512;
    private const byte NewLine = (byte)'\n';
    private const byte CarriageReturn = (byte)'\r';

    private readonly int _maxBytes;
    private FrameQueue _frames;
    private UnfinishedMessage _unfinished;
    private bool _skipping;

    /// <summary>A framer for one new connection.</summary>
    /// <param name="maxBytes">The most bytes of a message, its line end not counted; more gives <see cref="FrameKind.TooLong"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The cap is less than 1, or greater than an array can be.</exception>
    public MessageFramer(int maxBytes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxBytes, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(maxBytes, Array.MaxLength);
        _maxBytes = maxBytes;
        _unfinished = new UnfinishedMessage(maxBytes + 1);   // one more: a carriage return that may belong to the line end
    }

    /// <summary>What the peer has shown itself to be so far.</summary>
    public PeerKind Kind { get; private set; }

    /// <summary>True when a quiet period would complete a message: there is one without an end, of a peer that may send no newlines.</summary>
    public bool AwaitsQuietPeriod => Kind != PeerKind.Line && IsInMessage;

    /// <summary>The memory held for the unfinished message, in bytes; 0 when nothing is pending.</summary>
    public int BufferSize => _unfinished.Capacity;

    private bool IsInMessage => _skipping || _unfinished.Length > 0;

    /// <summary>Takes the next bytes of the peer, in one block as the transport delivered it. The block is not kept.</summary>
    public void Append(ReadOnlySpan<byte> block)
    {
        ReadOnlySpan<byte> rest = block;
        for (int end = rest.IndexOf(NewLine); end >= 0; end = rest.IndexOf(NewLine))
        {
            Kind = PeerKind.Line;
            Complete(rest[..end]);
            rest = rest[(end + 1)..];
        }

        if (rest.IsEmpty)
        {
            return;
        }

        // A full block may be the first part of one bigger send.
        if (Kind == PeerKind.Chunk && block.Length % CutSize != 0)
        {
            Complete(rest);
        }
        else
        {
            Keep(rest);
        }
    }

    /// <summary>Takes the oldest message not read yet; false when there is none.</summary>
    public bool TryRead(out Frame frame) => _frames.TryDequeue(out frame);

    /// <summary>Shows the oldest message not read yet; false when there is none.</summary>
    public bool TryPeek(out Frame frame) => _frames.TryPeek(out frame);

    /// <summary>Says that nothing came for the quiet period: completes what <see cref="AwaitsQuietPeriod"/> tells of, else does nothing.</summary>
    public void EndQuietPeriod()
    {
        if (AwaitsQuietPeriod)
        {
            CompleteUnterminated();
        }
    }

    /// <summary>Says that the peer sends no more (half-close): what it sent last is complete, whatever its kind.</summary>
    public void EndInput()
    {
        if (IsInMessage)
        {
            CompleteUnterminated();
        }
    }

    private static bool EndsWithCarriageReturn(ReadOnlySpan<byte> bytes) => !bytes.IsEmpty && bytes[^1] == CarriageReturn;

    private void CompleteUnterminated()
    {
        if (Kind == PeerKind.Unknown)
        {
            Kind = PeerKind.Chunk;
        }

        Complete([]);
    }

    private void Complete(ReadOnlySpan<byte> tail)
    {
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
            Frame frame = IsTooLongSoFar(tail) ? Frame.TooLong : ReadUnfinished(tail);
            _unfinished.Clear();
            _frames.Enqueue(frame);
        }
    }

    private void Keep(ReadOnlySpan<byte> part)
    {
        if (_skipping)
        {
            return;
        }

        if (IsTooLongSoFar(part))
        {
            _unfinished.Clear();
            _skipping = true;
            _frames.Enqueue(Frame.TooLong);
        }
        else
        {
            _unfinished.Append(part);
        }
    }

    // At one byte over the cap, a carriage return may still turn out to be part of the line end.
    private bool IsTooLongSoFar(ReadOnlySpan<byte> next)
    {
        long over = (long)_unfinished.Length + next.Length - _maxBytes;
        ReadOnlySpan<byte> last = next.IsEmpty ? _unfinished.Span : next;
        return over > 1 || (over == 1 && !EndsWithCarriageReturn(last));
    }

    private Frame ReadUnfinished(ReadOnlySpan<byte> tail)
    {
        _unfinished.Append(tail);
        return Read(_unfinished.Span);
    }

    private Frame Read(ReadOnlySpan<byte> line)
    {
        ReadOnlySpan<byte> message = EndsWithCarriageReturn(line) ? line[..^1] : line;
        return message.Length > _maxBytes ? Frame.TooLong
            : Utf8.IsValid(message) ? Frame.Message(Encoding.UTF8.GetString(message))
            : Frame.InvalidUtf8;
    }
}
