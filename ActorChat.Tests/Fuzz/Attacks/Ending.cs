namespace ActorChat.Tests.Fuzz.Attacks;

/// <summary>How a hostile client ends.</summary>
internal enum Ending
{
    /// <summary>It ends its sending side and reads to the server's end.</summary>
    HalfClose,

    /// <summary>It closes when it has sent everything, whatever there is to read.</summary>
    Close,

    /// <summary>It resets the connection when it has sent everything.</summary>
    Reset,

    /// <summary>It waits for some answer, and then resets the connection.</summary>
    ResetAfterAnswer,

    /// <summary>It closes in the middle.</summary>
    CloseMidway,

    /// <summary>It resets the connection in the middle.</summary>
    ResetMidway,

    /// <summary>It sends without ever reading, stays a while, and resets the connection.</summary>
    Deaf,
}
