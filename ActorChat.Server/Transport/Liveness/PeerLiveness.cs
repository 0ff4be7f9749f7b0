namespace ActorChat.Server.Transport.Liveness;

/// <summary>What is known of a peer that was asked for a sign of life.</summary>
internal enum PeerLiveness
{
    /// <summary>Nothing yet.</summary>
    None,

    /// <summary>It has answered.</summary>
    Present,

    /// <summary>It has not answered what every living peer answers, or it knows nothing of the connection.</summary>
    Gone,
}
