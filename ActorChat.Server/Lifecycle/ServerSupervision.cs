using ActorChat.Server.Storage;
using Akka.Actor;

namespace ActorChat.Server.Lifecycle;

/// <summary>
/// What a failure of a part means. Persistence starts anew: it refuses what was in work and opens its database again, with
/// pauses. The room and the listeners go on with the next message: what they hold, members and sockets, must survive one bad
/// command. A part that cannot even be made is the end of the node, and of the process with it.
/// </summary>
/// <param name="onBroken">Told of a part that cannot be made.</param>
internal sealed class ServerSupervision(Action<Exception> onBroken) : OneForOneStrategy
{
    /// <inheritdoc/>
    protected override Directive Handle(IActorRef child, Exception exception)
    {
        if (exception is not ActorInitializationException)
            return child.Path.Name == PersistenceActor.Name ? Directive.Restart : Directive.Resume;
        onBroken(exception);
        return Directive.Stop;
    }
}
