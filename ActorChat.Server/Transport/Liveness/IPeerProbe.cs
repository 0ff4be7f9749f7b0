namespace ActorChat.Server.Transport.Liveness;

/// <summary>Finds out whether the peer of one connection is still there, without anybody at the other end noticing. For one use.</summary>
internal interface IPeerProbe
{
    /// <summary>Asks for a sign of life, and goes on asking until <see cref="End"/>.</summary>
    void Begin();

    /// <summary>What is known by now.</summary>
    PeerLiveness Check();

    /// <summary>Asks no more: everything is as before.</summary>
    void End();
}

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
