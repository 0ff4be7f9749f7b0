namespace ActorChat.Server.Framing;

/// <summary>Makes messages of the bytes of one connection. Pure: knows no clock; its owner measures the quiet period.</summary>
/// <remarks>
/// After each <see cref="Append"/>, send <see cref="TakeAnswers"/> and read with <see cref="TryRead"/> until it gives false. Then, if
/// <see cref="AwaitsQuietPeriod"/>, start the quiet period anew, and at its end call <see cref="EndQuietPeriod"/> and read again.
/// </remarks>
internal interface IMessageDecoder
{
    /// <summary>How the peer ends its messages, as far as it has shown.</summary>
    PeerKind Kind { get; }

    /// <summary>The protocol that the peer speaks in the place of this one; found before its first message is read, or never.</summary>
    ForeignProtocol Foreign { get; }

    /// <summary>True when a quiet period would complete a message.</summary>
    bool AwaitsQuietPeriod { get; }

    /// <summary>True when that message seems to be typed key by key: the quiet period is to be longer.</summary>
    bool AwaitsNextKey { get; }

    /// <summary>Takes the next bytes of the peer, in one block as the transport delivered it. The block is not kept.</summary>
    void Append(ReadOnlySpan<byte> block);

    /// <summary>Shows the oldest message not read yet; false when there is none.</summary>
    bool TryPeek(out Frame frame);

    /// <summary>Takes the oldest message not read yet; false when there is none.</summary>
    bool TryRead(out Frame frame);

    /// <summary>Takes the bytes that the protocol itself has to answer; null for none, as nearly always.</summary>
    byte[]? TakeAnswers();

    /// <summary>Completes the message for which <see cref="AwaitsQuietPeriod"/> is true.</summary>
    void EndQuietPeriod();

    /// <summary>Completes what was sent last: the peer sends no more.</summary>
    void EndInput();
}

/// <summary>How a peer shows where its messages end.</summary>
internal enum PeerKind
{
    /// <summary>It has completed no message yet.</summary>
    Unknown,

    /// <summary>It has sent a line end: only a line end (or its half-close) ends a message, however long it pauses.</summary>
    Line,

    /// <summary>It sends no line ends: the bytes of one <c>send</c> are a message.</summary>
    Chunk,
}
