namespace ActorChat.Server.Transport.Throttling;

/// <summary>When a message may be dealt with.</summary>
internal enum RateDecision
{
    /// <summary>At once.</summary>
    Allow,

    /// <summary>Later, and its sender is to be told that he sends too fast.</summary>
    DelayAndWarn,

    /// <summary>Later.</summary>
    Delay,

    /// <summary>Never: too much has come for too long.</summary>
    Disconnect,
}
