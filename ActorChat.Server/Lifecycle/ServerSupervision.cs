using Akka.Actor;

namespace ActorChat.Server.Lifecycle;

/// <summary>
/// Decides what a failure of a part means. Persistence, rooms and nicknames start anew, and make up their state from what outlives them. A
/// listener goes on with the next message: its sockets must survive one bad command. A part that cannot even be made is the end of the server,
/// and of the process with it.
/// </summary>
/// <param name="onBroken">Told of a part that cannot be made.</param>
internal sealed class ServerSupervision(Action<Exception> onBroken) : OneForOneStrategy
{
    /// <inheritdoc/>
    protected override Directive Handle(IActorRef child, Exception exception)
    {
        if (exception is not ActorInitializationException)
            return child.Path.Name.EndsWith("-listener", StringComparison.Ordinal) ? Directive.Resume : Directive.Restart;
        onBroken(exception);
        return Directive.Stop;
    }
}
