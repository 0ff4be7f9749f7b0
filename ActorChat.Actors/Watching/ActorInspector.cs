using Akka.Actor;

namespace ActorChat.Actors.Watching;

/// <summary>
/// Looks at a system from outside. No actor is told anything and none waits: what is read are plain fields, and the only locks
/// taken are those of one actor's list of children at a time, for as long as it takes to copy it.
/// </summary>
public static class ActorInspector
{
    /// <summary>The whole tree, from the root down; actors that end meanwhile may be missing.</summary>
    /// <exception cref="ArgumentException">The system is not one of this runtime.</exception>
    public static ActorSnapshot Take(ActorSystem system)
    {
        var root = (system as ActorSystemImpl ?? throw new ArgumentException("Not a system of this runtime.", nameof(system))).Provider.Root;
        var waiting = new Stack<(ActorCell Cell, List<ActorSnapshot> Children)>();
        var snapshot = Of(root.Cell, waiting);
        while (waiting.TryPop(out var parent))
        {
            foreach (var child in parent.Cell.ChildCells())
                parent.Children.Add(Of(child, waiting));
        }

        return snapshot;
    }

    // Without recursion, as nobody limits the depth of the tree.
    private static ActorSnapshot Of(ActorCell cell, Stack<(ActorCell Cell, List<ActorSnapshot> Children)> waiting)
    {
        var children = new List<ActorSnapshot>();
        waiting.Push((cell, children));
        return cell.Snapshot(children);
    }
}
