namespace ActorChat.Server.Framing;

/// <summary>What became of one message of the peer.</summary>
internal enum FrameKind
{
    /// <summary>It is readable; its text, without the line end, is in <see cref="Frame.Text"/>.</summary>
    Message,

    /// <summary>It passed the cap, and was or is being dropped.</summary>
    TooLong,

    /// <summary>Its bytes are no well-formed UTF-8, so nobody can know what was meant.</summary>
    InvalidUtf8,
}
