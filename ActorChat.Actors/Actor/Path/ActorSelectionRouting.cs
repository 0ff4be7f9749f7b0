namespace Akka.Actor;

/// <summary>Walks a selection down (or up) the tree. References are looked up, not asked: no actor works for it on the way.</summary>
internal static class ActorSelectionRouting
{
    public static void Deliver(InternalActorRef start, ActorSelectionMessage selection, IActorRef? sender)
    {
        InternalActorRef[] reached = [start];
        foreach (var step in selection.Elements)
        {
            reached = [.. reached.SelectMany(from => Next(from, step))];
            if (reached.Length == 0)
            {
                NotFound(start, selection, sender);
                return;
            }
        }

        foreach (var receiver in reached)
            receiver.Tell(selection.Message, sender);
    }

    private static IEnumerable<InternalActorRef> Next(InternalActorRef from, SelectionPathElement step) => step switch
    {
        SelectParent => [from.Parent],
        SelectChildName child => from.GetSingleChild(child.Name) is { } found ? [found] : [],
        SelectChildPattern pattern => from.GetAllChildren().Where(child => pattern.Fits(child.Path.Name)),
        _ => [],
    };

    private static void NotFound(InternalActorRef start, ActorSelectionMessage selection, IActorRef? sender)
    {
        if (selection.Message is Identify identify)
            sender?.Tell(new ActorIdentity(identify.MessageId, null), ActorRefs.NoSender);
        else if (start is LocalActorRef local && !selection.Elements.Any(e => e is SelectChildPattern))
            local.Cell.SystemImpl.DeadLetterRef.Report(selection.Message, sender, local.Cell.SystemImpl.DeadLetterRef);
    }
}
