namespace ActorChat.Protocol.Lines;

/// <summary>What somebody in charge does to keep order.</summary>
internal enum ModerationKind
{
    /// <summary>Puts somebody out of a room, or off the server.</summary>
    Kick,

    /// <summary>Keeps a name or the addresses of a network out.</summary>
    Ban,

    Unban,

    /// <summary>Who is kept out or silenced?</summary>
    ListBans,

    /// <summary>Lets somebody read only.</summary>
    Mute,

    Unmute,

    AddOperator,

    RemoveOperator,

    /// <summary>Sets the time between two messages of one member.</summary>
    Slow,

    /// <summary>Lets only identified users in.</summary>
    RegisteredOnly,

    /// <summary>Tells everybody on the server.</summary>
    Announce,

    /// <summary>A new room gets its owner. No command.</summary>
    Own,
}
