using System.Buffers;
using ActorChat.Server.Framing;
using Akka.Actor;
using Akka.IO;

namespace ActorChat.Server.Transport.Connections;

/// <summary>
/// The input of one connection, as messages. Reads only on request (pull mode), so that TCP slows down a sender while its messages
/// cannot be handled.
/// </summary>
internal sealed class SocketInput(IActorRef socket, IMessageDecoder decoder)
{
    /// <summary>Whether a read is pending.</summary>
    public bool IsReading { get; private set; }

    /// <summary>Whether the input has ended.</summary>
    public bool IsEnded { get; private set; }

    public bool HasMessage => decoder.TryPeek(out _);

    /// <summary>Whether a quiet period would complete the unterminated rest.</summary>
    public bool AwaitsQuietPeriod => !IsEnded && decoder.AwaitsQuietPeriod;

    /// <summary>Whether that rest seems typed key by key, which needs a longer quiet period.</summary>
    public bool AwaitsNextKey => !IsEnded && decoder.AwaitsNextKey;

    /// <summary>How the peer ends its messages, as far as known.</summary>
    public PeerKind Kind => decoder.Kind;

    /// <summary>Another protocol that the peer speaks; detected before its first message, or never.</summary>
    public ForeignProtocol Foreign => decoder.Foreign;

    /// <summary>Requests one read, unless one is pending or the input has ended.</summary>
    public void Resume()
    {
        if (IsReading || IsEnded)
            return;
        IsReading = true;
        socket.Tell(Tcp.ResumeReading.Instance);
    }

    /// <summary>Decodes the bytes of a read.</summary>
    public void Append(ByteString bytes)
    {
        IsReading = false;
        if (IsEnded)
            return;
        var buffer = ArrayPool<byte>.Shared.Rent(bytes.Count);
        var count = bytes.CopyTo(buffer, 0, bytes.Count);
        decoder.Append(buffer.AsSpan(0, count));
        ArrayPool<byte>.Shared.Return(buffer);
    }

    /// <summary>Takes the answers to telnet sequences; null for none.</summary>
    public byte[]? TakeAnswers() => decoder.TakeAnswers();

    /// <summary>Takes the oldest message. False if there is none.</summary>
    public bool TryTake(out Frame frame) => decoder.TryRead(out frame);

    /// <summary>Shows the oldest message. False if there is none.</summary>
    public bool TryPeek(out Frame frame) => decoder.TryPeek(out frame);

    /// <summary>Completes the unterminated rest after a quiet period.</summary>
    public void EndQuietPeriod()
    {
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
}
