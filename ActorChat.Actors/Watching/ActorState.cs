namespace ActorChat.Actors.Watching;

/// <summary>What an actor is up to, as <see cref="ActorSnapshot"/> tells it.</summary>
public enum ActorState
{
    /// <summary>Its instance is not made yet.</summary>
    Starting,

    /// <summary>Takes messages.</summary>
    Running,

    /// <summary>Takes no messages: it or somebody above it has failed and waits for a decision, or its handler waits for a task.</summary>
    Suspended,

    /// <summary>Waits for its children to stop before its next instance is made.</summary>
    Restarting,

    /// <summary>Waits for its children to stop before it ends.</summary>
    Stopping,
}
