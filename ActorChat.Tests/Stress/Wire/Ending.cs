namespace ActorChat.Tests.Stress.Wire;

/// <summary>How a connection is to end.</summary>
internal enum Ending
{
    /// <summary>The client sends all and closes, without waiting for anything. The server gets all of it.</summary>
    ClientCloses,

    /// <summary>The server sends all and closes, without waiting for anything. The client gets all of it.</summary>
    ServerCloses,

    /// <summary>The client sends all and ends its side, the server sends all and closes. Both get all.</summary>
    ClientConfirms,

    /// <summary>The client aborts in the middle.</summary>
    ClientAborts,

    /// <summary>The server aborts in the middle.</summary>
    ServerAborts,

    /// <summary>Both close in the middle.</summary>
    BothClose,
}
