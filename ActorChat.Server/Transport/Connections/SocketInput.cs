using System.Buffers;
using ActorChat.Server.Framing;
using Akka.Actor;
using Akka.IO;

namespace ActorChat.Server.Transport.Connections;

/// <summary>
/// What comes in on one connection, as messages. Reads only when asked (pull mode), so that a sender whose messages cannot be
/// dealt with yet is slowed down by TCP itself.
/// </summary>
/// <param name="socket">The connection.</param>
/// <param name="decoder">Makes messages of the bytes.</param>
internal sealed class SocketInput(IActorRef socket, IMessageDecoder decoder)
{
    /// <summary>Whether a read is under way.</summary>
    public bool IsReading { get; private set; }

    /// <summary>Whether nothing more will come.</summary>
    public bool IsEnded { get; private set; }

    /// <summary>Whether a message waits to be taken.</summary>
    public bool HasMessage => decoder.TryPeek(out _);

    /// <summary>Whether the rest that was received is a message if nothing follows soon.</summary>
    public bool AwaitsQuietPeriod => !IsEnded && decoder.AwaitsQuietPeriod;

    /// <summary>Whether that rest seems to be typed, key by key: then not so soon.</summary>
    public bool AwaitsNextKey => !IsEnded && decoder.AwaitsNextKey;

    /// <summary>What the peer has shown itself to be.</summary>
    public PeerKind Kind => decoder.Kind;

    /// <summary>What the peer speaks in the place of messages; found out before its first message is taken, or never.</summary>
    public ForeignProtocol Foreign => decoder.Foreign;

    /// <summary>Asks for one read, unless one is under way or nothing more will come.</summary>
    public void Resume()
    {
        if (IsReading || IsEnded)
            return;
        IsReading = true;
        socket.Tell(Tcp.ResumeReading.Instance);
    }

    /// <summary>Takes what the read gave.</summary>
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

    /// <summary>What the peer's telnet sequences ask for; null when that is nothing.</summary>
    public byte[]? TakeAnswers() => decoder.TakeAnswers();

    /// <summary>The oldest message not taken yet. False when there is none.</summary>
    public bool TryTake(out Frame frame) => decoder.TryRead(out frame);

    /// <summary>Shows the oldest message not taken yet. False when there is none.</summary>
    public bool TryPeek(out Frame frame) => decoder.TryPeek(out frame);

    /// <summary>Nothing came for the quiet period.</summary>
    public void EndQuietPeriod()
    {
        if (!IsEnded)
            decoder.EndQuietPeriod();
    }

    /// <summary>The peer sends no more: what it sent last is a whole message.</summary>
    public void EndByPeer()
    {
        if (!IsEnded)
            decoder.EndInput();
        IsEnded = true;
    }

    /// <summary>No more is taken: an unfinished message stays unfinished.</summary>
    public void EndHere() => IsEnded = true;

    /// <summary>No more is taken, and what was received and not taken yet is forgotten.</summary>
    public void Drop()
    {
        IsEnded = true;
        while (decoder.TryRead(out _))
        {
        }
    }
}
