using Akka.Actor;

namespace ActorChat.Server.Lifecycle;

/// <summary>
/// Decides how a failed part goes on. Persistence, rooms and nicknames restart, with the state that survives them. A listener resumes, as its
/// sockets must survive one bad command. A part that cannot be created ends the server and the process.
/// </summary>
/// <param name="server">Is told of a part that cannot be created, also where the part is another actor's child.</param>
internal sealed class ServerSupervision(IActorRef server) : OneForOneStrategy
{
    protected override Directive Handle(IActorRef child, Exception exception)
    {
        if (exception is not ActorInitializationException)
            return child.Path.Name.EndsWith("-listener", StringComparison.Ordinal) ? Directive.Resume : Directive.Restart;
        server.Tell(new PartBroken(exception));
        return Directive.Stop;
    }
}

/// <summary>A part of the server cannot be created.</summary>
internal sealed record PartBroken(Exception Cause) : INoSerializationVerificationNeeded;
