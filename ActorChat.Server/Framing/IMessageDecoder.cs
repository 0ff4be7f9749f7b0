namespace ActorChat.Server.Framing;

/// <summary>Decodes the bytes of one connection to messages. Pure: its owner measures the quiet period.</summary>
/// <remarks>
/// After each <see cref="Append"/>, send <see cref="TakeAnswers"/> and call <see cref="TryRead"/> until it returns false. If
/// <see cref="AwaitsQuietPeriod"/> is true then, restart the quiet period. At its end, call <see cref="EndQuietPeriod"/> and read again.
/// </remarks>
internal interface IMessageDecoder
{
    /// <summary>How the peer ends its messages, as far as known.</summary>
    PeerKind Kind { get; }

    /// <summary>Another protocol that the peer speaks; detected before its first message is read, or never.</summary>
    ForeignProtocol Foreign { get; }

    /// <summary>Whether a quiet period would complete a message.</summary>
    bool AwaitsQuietPeriod { get; }

    /// <summary>Whether that message seems typed key by key, which needs a longer quiet period.</summary>
    bool AwaitsNextKey { get; }

    /// <summary>Decodes the next block, exactly as the transport delivered it. Does not keep the block.</summary>
    void Append(ReadOnlySpan<byte> block);

    /// <summary>Shows the oldest message. False if there is none.</summary>
    bool TryPeek(out Frame frame);

    /// <summary>Takes the oldest message. False if there is none.</summary>
    bool TryRead(out Frame frame);

    /// <summary>Takes the protocol's own answers (telnet); null for none, as nearly always.</summary>
    byte[]? TakeAnswers();

    /// <summary>Completes the message of <see cref="AwaitsQuietPeriod"/>; does nothing if that is false.</summary>
    void EndQuietPeriod();

    /// <summary>Completes the last message, as the peer sends no more.</summary>
    void EndInput();
}

/// <summary>How a peer shows where its messages end.</summary>
internal enum PeerKind
{
    /// <summary>Unknown until the first message is complete.</summary>
    Unknown,

    /// <summary>Sends line ends. Only a line end or the half-close ends a message, never a pause.</summary>
    Line,

    /// <summary>Sends no line ends: the bytes of one <c>send</c> are a message.</summary>
    Chunk,
}
