namespace Akka.Actor;

/// <summary>An actor's constructor or start hook threw; by default its supervisor stops it.</summary>
public class ActorInitializationException : AkkaException
{
    /// <summary>An exception without a message of its own.</summary>
    public ActorInitializationException()
    {
    }

    /// <summary>An exception with a message.</summary>
    public ActorInitializationException(string message)
        : base(message)
    {
    }

    /// <summary>An exception with a message and what was thrown.</summary>
    public ActorInitializationException(string message, Exception cause)
        : base(message, cause)
    {
    }

    /// <summary>An exception with the actor, a message and what was thrown.</summary>
    public ActorInitializationException(IActorRef? actor, string message, Exception? cause = null)
        : base(message, cause) => Actor = actor;

    /// <summary>The actor that could not be made.</summary>
    public IActorRef? Actor { get; set; }
}
