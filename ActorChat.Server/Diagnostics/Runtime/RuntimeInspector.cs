using Akka.Actor;

namespace ActorChat.Server.Diagnostics.Runtime;

/// <summary>
/// Looks at the actors from outside, by what Akka.NET calls its internal API. No actor is told anything and none waits: what is read
/// are fields, and lists of children that never change.
/// </summary>
internal static class RuntimeInspector
{
    /// <summary>The whole tree, from the root down; actors that start or end meanwhile may be missing.</summary>
    public static ActorView Take(ActorSystem system)
    {
        // Without recursion, as nobody limits the depth of the tree.
        var waiting = new Stack<(ActorRefWithCell Actor, List<ActorView> Children)>();
        var tree = ViewOf((ActorRefWithCell)((ExtendedActorSystem)system).Provider.RootGuardian, waiting);
        while (waiting.TryPop(out var parent))
        {
            foreach (var child in parent.Actor.Children.OfType<ActorRefWithCell>().Where(child => !child.Underlying.IsTerminated))
                parent.Children.Add(ViewOf(child, waiting));
        }

        return tree;
    }

    /// <summary>The actors of the TCP layer that accept connections; none while TCP is not used.</summary>
    public static IEnumerable<IActorRef> TcpListeners(ActorSystem system) =>
        ((ActorRefWithCell)((ExtendedActorSystem)system).SystemGuardian).GetSingleChild("IO-TCP") is ActorRefWithCell tcp ? tcp.Children : [];

    private static ActorView ViewOf(ActorRefWithCell actor, Stack<(ActorRefWithCell Actor, List<ActorView> Children)> waiting)
    {
        var children = new List<ActorView>();
        waiting.Push((actor, children));
        var cell = actor.Underlying;
        var queue = (cell as ActorCell)?.Mailbox?.MessageQueue as CountingMessageQueue;
        return new ActorView(
            actor.Path.Name,
            (queue?.OwnerType ?? cell.Props.Type).Name,
            StateOf(cell, queue),
            queue?.Waiting ?? cell.NumberOfMessages,
            queue?.Processed,
            queue?.Restarts,
            queue?.Age,
            queue?.Busy ?? TimeSpan.Zero,
            queue?.IsInWork == true ? ((ActorCell)cell).CurrentMessage?.GetType().Name : null,
            children);
    }

    private static ActorState StateOf(ICell cell, CountingMessageQueue? queue) => cell.ChildrenContainer switch
    {
        { IsTerminating: true } => ActorState.Stopping,
        { IsNormal: false } => ActorState.Restarting,
        _ when cell is not ActorCell || queue is { OwnerType: null } => ActorState.Starting,
        _ => ActorState.Running,
    };
}
