namespace ActorChat.Client.Net;

/// <summary>How a connection came to its end, seen from the receiving side.</summary>
internal enum ConnectionEnd
{
    /// <summary>It has not ended.</summary>
    None,

    /// <summary>The server closed it in order: everything that it sent has been received.</summary>
    Closed,

    /// <summary>It broke (reset, timeout): something sent in either direction may be missing.</summary>
    Lost,
}
