namespace ActorChat.Server.Framing;

/// <summary>What <see cref="TelnetFilter.Swallow"/> came to.</summary>
internal enum TelnetStep
{
    /// <summary>The sequence is over; what follows is text again.</summary>
    Done,

    /// <summary>The block is over and the sequence is not.</summary>
    Unfinished,

    /// <summary>It was no sequence, or one that stands for the byte 255: that byte belongs to the message.</summary>
    DataByte,

    /// <summary>A subnegotiation has passed its cap; what follows is text again.</summary>
    TooLong,
}
