namespace ActorChat.Server.Framing;

/// <summary>One decoded message, without its line end; empty unless it is readable (<see cref="FrameKind.Message"/>).</summary>
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
    Message,

    /// <summary>A message above the cap. Its bytes are dropped, also those still to come.</summary>
    TooLong,
    InvalidUtf8,
}
