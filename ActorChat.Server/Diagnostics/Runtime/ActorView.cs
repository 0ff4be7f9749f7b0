namespace ActorChat.Server.Diagnostics.Runtime;

/// <summary>In ascending order of interest to the operator.</summary>
internal enum ActorState
{
    Running,

    /// <summary>Its instance does not exist yet.</summary>
    Starting,

    /// <summary>Waits for its children before it ends.</summary>
    Stopping,

    /// <summary>Waits for its children before its next instance is created.</summary>
    Restarting,
}

/// <summary>
/// A snapshot of an actor and its children. The actors run meanwhile: each number is exact, but two may be a message apart.
/// </summary>
/// <param name="Name">The last part of the path; not used for the root.</param>
/// <param name="Type">The name of the type.</param>
/// <param name="State">The state of the actor's life cycle.</param>
/// <param name="Waiting">Messages in the mailbox, including the current one.</param>
/// <param name="Processed">Messages taken from the mailbox; null if the mailbox does not count.</param>
/// <param name="Restarts">Null likewise.</param>
/// <param name="Age">Null likewise.</param>
/// <param name="Busy">Processing time, as far as it was measured.</param>
/// <param name="InWork">The type of the current message; null if there is none.</param>
/// <param name="Children">In no particular order.</param>
internal sealed record ActorView(
    string Name,
    string Type,
    ActorState State,
    int Waiting,
    long? Processed,
    int? Restarts,
    TimeSpan? Age,
    TimeSpan Busy,
    string? InWork,
    IReadOnlyList<ActorView> Children)
{
    /// <summary>Lists this actor and all descendants with their paths.</summary>
    public IEnumerable<(string Path, ActorView Actor)> WithPaths()
    {
        var pending = new Stack<(string Path, ActorView Actor)>([("/", this)]);
        while (pending.TryPop(out var next))
        {
            yield return next;
            foreach (var child in next.Actor.Children)
                pending.Push(($"{next.Path.TrimEnd('/')}/{child.Name}", child));
        }
    }
}
