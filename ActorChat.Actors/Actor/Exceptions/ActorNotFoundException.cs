namespace Akka.Actor;

/// <summary>A selection led to no actor.</summary>
public class ActorNotFoundException : AkkaException
{
    /// <summary>An exception without a message of its own.</summary>
    public ActorNotFoundException()
    {
    }

    /// <summary>An exception with a message and, where there is one, the exception behind it.</summary>
    public ActorNotFoundException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
