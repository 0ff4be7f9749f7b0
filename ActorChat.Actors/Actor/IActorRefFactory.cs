namespace Akka.Actor;

/// <summary>Makes actors and finds them.</summary>
public interface IActorRefFactory
{
    /// <summary>Makes a child. Returns at once; the actor starts on its own dispatcher.</summary>
    /// <param name="props">How to make it.</param>
    /// <param name="name">Unique among its siblings; null for a generated one.</param>
    /// <exception cref="InvalidActorNameException">The name is taken or has illegal characters.</exception>
    IActorRef ActorOf(Props props, string? name = null);

    /// <summary>The actors at a path, found anew for each message.</summary>
    ActorSelection ActorSelection(ActorPath actorPath);

    /// <summary>The actors at a path, absolute or relative, with <c>..</c>, <c>*</c> and <c>?</c>.</summary>
    ActorSelection ActorSelection(string actorPath);
}
