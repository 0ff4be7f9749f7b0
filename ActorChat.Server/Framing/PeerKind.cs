namespace ActorChat.Server.Framing;

/// <summary>How a peer shows where its messages end.</summary>
internal enum PeerKind
{
    /// <summary>It has completed no message yet.</summary>
    Unknown,

    /// <summary>It has sent a line end: only a line end (or its half-close) ends a message, however long it pauses.</summary>
    Line,

    /// <summary>It sends no line ends: what one <c>send</c> put on the wire is a message.</summary>
    Chunk,
}
