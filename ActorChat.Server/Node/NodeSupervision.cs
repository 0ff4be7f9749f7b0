using ActorChat.Server.Persistence;
using Akka.Actor;

namespace ActorChat.Server.Node;

/// <summary>
/// What a failure of a part means. Persistence starts anew: it refuses what was in work and opens its database again, with
/// pauses. The room and the listeners go on with the next message: what they hold, members and sockets, must survive one bad
/// command. A part that cannot even be made takes the node down, and the process with it.
/// </summary>
internal sealed class NodeSupervision : OneForOneStrategy
{
    /// <inheritdoc/>
    protected override Directive Handle(IActorRef child, Exception exception) => exception switch
    {
        ActorInitializationException => Directive.Escalate,
        _ when child.Path.Name == PersistenceActor.Name => Directive.Restart,
        _ => Directive.Resume,
    };
}
