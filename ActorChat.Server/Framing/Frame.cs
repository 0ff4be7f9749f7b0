namespace ActorChat.Server.Framing;

/// <summary>One message as the framer hands it out.</summary>
/// <param name="Kind">Whether the message could be read, and if not, why.</param>
/// <param name="Text">The message without its line end; empty for what is not <see cref="FrameKind.Message"/>.</param>
internal readonly record struct Frame(FrameKind Kind, string Text)
{
    /// <summary>The frame of a message longer than the cap.</summary>
    public static Frame TooLong => new(FrameKind.TooLong, string.Empty);

    /// <summary>The frame of a message that is no UTF-8.</summary>
    public static Frame InvalidUtf8 => new(FrameKind.InvalidUtf8, string.Empty);

    /// <summary>The frame of a readable message; an empty one is a message too, and the caller decides what it means.</summary>
    public static Frame Message(string text) => new(FrameKind.Message, text);
}

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
