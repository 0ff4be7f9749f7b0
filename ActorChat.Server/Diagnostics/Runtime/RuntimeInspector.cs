using Akka.Actor;

namespace ActorChat.Server.Diagnostics.Runtime;

/// <summary>
/// Reads the actors from outside through Akka's internal API, without messages or locks: only fields and immutable lists
/// of children.
/// </summary>
internal static class RuntimeInspector
{
    /// <summary>Takes a snapshot of the whole tree. Actors that start or end meanwhile may be missing.</summary>
    public static ActorView Take(ActorSystem system)
    {
        // Avoids recursion, as the depth of the tree is unlimited.
        var pending = new Stack<(ActorRefWithCell Actor, List<ActorView> Children)>();
        var tree = ViewOf((ActorRefWithCell)((ExtendedActorSystem)system).Provider.RootGuardian, pending);
        while (pending.TryPop(out var parent))
        {
            foreach (var child in parent.Actor.Children.OfType<ActorRefWithCell>().Where(child => !child.Underlying.IsTerminated))
                parent.Children.Add(ViewOf(child, pending));
        }

        return tree;
    }

    /// <summary>The listeners of Akka.IO; none while TCP is not used.</summary>
    public static IEnumerable<IActorRef> TcpListeners(ActorSystem system) =>
        ((ActorRefWithCell)((ExtendedActorSystem)system).SystemGuardian).GetSingleChild("IO-TCP") is ActorRefWithCell tcp ? tcp.Children : [];

    private static ActorView ViewOf(ActorRefWithCell actor, Stack<(ActorRefWithCell Actor, List<ActorView> Children)> pending)
    {
        var children = new List<ActorView>();
        pending.Push((actor, children));
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
