using System.Buffers;
using ActorChat.Server.Framing;
using Akka.Actor;
using Akka.IO;

namespace ActorChat.Server.Transport.Connections;

/// <summary>
/// The input of one connection, as messages. Reads only on request (pull mode), so that TCP slows down a sender while its messages
/// cannot be handled. An unterminated message is complete after a quiet period.
/// </summary>
internal sealed class SocketInput(IActorRef socket, IActorRef connection, IMessageDecoder decoder, ConnectionSettings settings)
{
    private ActorTimer _quietPeriod;
    private QuietPeriodOver? _quietPeriodOver;

    /// <summary>What was received, as messages.</summary>
    public IMessageDecoder Decoder => decoder;

    /// <summary>Whether a read is pending.</summary>
    public bool IsReading { get; private set; }

    public bool IsEnded { get; private set; }

    public bool HasMessage => decoder.TryPeek(out _);

    /// <summary>Requests one read, unless one is pending or the input has ended.</summary>
    /// <remarks>The quiet period runs only while reading: bytes waiting in the kernel are no silence.</remarks>
    public void Resume()
    {
        if (IsEnded)
            return;
        if (!IsReading)
            socket.Tell(Tcp.ResumeReading.Instance);
        IsReading = true;
        if (!decoder.AwaitsQuietPeriod || _quietPeriod.IsOn)
            return;
        _quietPeriodOver = new QuietPeriodOver();
        var quiet = decoder.AwaitsNextKey && settings.KeyPause > settings.QuietPeriod ? settings.KeyPause : settings.QuietPeriod;
        _quietPeriod.Set(settings.Clock.Now() + quiet, settings.Clock, connection, _quietPeriodOver);
    }

    /// <summary>Decodes the bytes of a read.</summary>
    public void Append(ByteString bytes)
    {
        IsReading = false;
        StopQuietPeriod();
        if (IsEnded)
            return;
        var buffer = ArrayPool<byte>.Shared.Rent(bytes.Count);
        var count = bytes.CopyTo(buffer, 0, bytes.Count);
        decoder.Append(buffer.AsSpan(0, count));
        ArrayPool<byte>.Shared.Return(buffer);
    }

    /// <summary>Completes the unterminated rest. Ignores a message of a timer that was turned off after it had fired.</summary>
    public void OnQuietPeriodOver(QuietPeriodOver over)
    {
        if (!ReferenceEquals(over, _quietPeriodOver))
            return;
        StopQuietPeriod();
        if (!IsEnded)
            decoder.EndQuietPeriod();
    }

    /// <summary>Ends the input by the peer's half-close, which completes its last message.</summary>
    public void EndByPeer()
    {
        if (!IsEnded)
            decoder.EndInput();
        IsEnded = true;
    }

    /// <summary>Ends the input without completing an unterminated message.</summary>
    public void EndHere() => IsEnded = true;

    /// <summary>Ends the input and drops the messages not taken yet.</summary>
    public void Drop()
    {
        IsEnded = true;
        while (decoder.TryRead(out _))
        {
        }
    }

    public void StopQuietPeriod()
    {
        _quietPeriod.Off();
        _quietPeriodOver = null;
    }

    /// <summary>The timer of the quiet period has fired.</summary>
    internal sealed class QuietPeriodOver : INoSerializationVerificationNeeded;
}
