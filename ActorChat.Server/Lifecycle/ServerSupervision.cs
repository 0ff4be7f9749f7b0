using Akka.Actor;

namespace ActorChat.Server.Lifecycle;

/// <summary>
/// Decides how a failed part goes on. Persistence, rooms and nicknames restart, with the state that survives them. A listener resumes, as its
/// sockets must survive one bad command. A part that cannot be created ends the server and the process.
/// </summary>
internal sealed class ServerSupervision(Action<Exception> onBroken) : OneForOneStrategy
{
    protected override Directive Handle(IActorRef child, Exception exception)
    {
        if (exception is not ActorInitializationException)
            return child.Path.Name.EndsWith("-listener", StringComparison.Ordinal) ? Directive.Resume : Directive.Restart;
        onBroken(exception);
        return Directive.Stop;
    }
}
