namespace ActorChat.Server.Transport.Liveness;

/// <summary>Probes whether the peer of a connection is alive, unnoticed by its program and user. Single use.</summary>
internal interface IPeerProbe
{
    /// <summary>Starts probing; <see cref="End"/> stops it.</summary>
    void Begin();

    PeerLiveness Check();

    /// <summary>Stops probing and restores the socket's options.</summary>
    void End();
}

/// <summary>The results of <see cref="IPeerProbe"/>.</summary>
internal enum PeerLiveness
{
    /// <summary>No result yet.</summary>
    None,

    /// <summary>The peer has answered.</summary>
    Present,

    /// <summary>The peer leaves probes unanswered, or has reset the connection.</summary>
    Gone,
}
