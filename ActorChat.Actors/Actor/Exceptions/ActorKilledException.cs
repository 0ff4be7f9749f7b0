namespace Akka.Actor;

/// <summary>The failure of an actor that received <see cref="Kill"/>.</summary>
public class ActorKilledException : AkkaException
{
    /// <summary>An exception without a message of its own.</summary>
    public ActorKilledException()
    {
    }

    /// <summary>An exception with a message.</summary>
    public ActorKilledException(string message)
        : base(message)
    {
    }
}
