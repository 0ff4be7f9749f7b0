namespace ActorChat.Server.Diagnostics.Runtime;

/// <summary>What an actor is up to, in an order that puts what is worth a look last.</summary>
internal enum ActorState
{
    /// <summary>Takes messages.</summary>
    Running,

    /// <summary>Its instance is not made yet.</summary>
    Starting,

    /// <summary>Waits for its children to stop before it ends.</summary>
    Stopping,

    /// <summary>Waits for its children to stop before its next instance is made.</summary>
    Restarting,
}
