namespace ActorChat.Server.Watching;

/// <summary>What an actor is up to, in an order that puts what is worth a look last.</summary>
internal enum ActorState
{
    /// <summary>Takes messages.</summary>
    Running,

    /// <summary>Its instance is not made yet.</summary>
    Starting,

    /// <summary>Waits for its children to stop before it ends.</summary>
    Stopping,

    /// <summary>Takes no messages until a decision on a failure, or a task, is there.</summary>
    Suspended,

    /// <summary>Waits for its children to stop before its next instance is made.</summary>
    Restarting,
}
