namespace ActorChat.Server.Net.Fairness;

/// <summary>When a message may be dealt with.</summary>
internal enum Turn
{
    /// <summary>At once.</summary>
    Now,

    /// <summary>Later, and its sender is to be told that he sends too fast.</summary>
    LaterWithNotice,

    /// <summary>Later.</summary>
    Later,

    /// <summary>Never: too much has come for too long.</summary>
    Never,
}
