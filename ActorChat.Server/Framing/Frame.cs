namespace ActorChat.Server.Framing;

/// <summary>One decoded message.</summary>
/// <param name="Kind">Whether the message is readable, or why not.</param>
/// <param name="Text">The text without its line end; empty unless <see cref="FrameKind.Message"/>.</param>
internal readonly record struct Frame(FrameKind Kind, string Text)
{
    public static Frame TooLong => new(FrameKind.TooLong, string.Empty);

    public static Frame InvalidUtf8 => new(FrameKind.InvalidUtf8, string.Empty);

    /// <summary>Makes the frame of a readable message, which may be empty.</summary>
    public static Frame Message(string text) => new(FrameKind.Message, text);
}

/// <summary>The result of decoding a message.</summary>
internal enum FrameKind
{
    /// <summary>A readable message.</summary>
    Message,

    /// <summary>A message above the cap. Its bytes are dropped, also those still to come.</summary>
    TooLong,

    /// <summary>A message that is not valid UTF-8.</summary>
    InvalidUtf8,
}
