using ActorChat.Server.Diagnostics.Runtime;

namespace ActorChat.Tests.Diagnostics;

/// <summary>Trees of actors as a look would find them.</summary>
internal static class Trees
{
    public static ActorView Actor(string name, string type, params ActorView[] children) => new(
        name, type, ActorState.Running, Waiting: 0, Processed: 0, Restarts: 0, TimeSpan.FromSeconds(100), TimeSpan.Zero, InWork: null, children);

    /// <summary>So many connections below a listener; each has worked on ten messages.</summary>
    public static ActorView Listener(int connections, Func<int, ActorView, ActorView>? change = null) => Actor(
        "listener",
        "ListenerActor",
        [.. Enumerable.Range(1, connections).Select(i => Actor($"conn-{i}", "Connection") with { Processed = 10 }).Select((c, i) => change?.Invoke(i + 1, c) ?? c)]);
}
