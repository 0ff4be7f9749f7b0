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
