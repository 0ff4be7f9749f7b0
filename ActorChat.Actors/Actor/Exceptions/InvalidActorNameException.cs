namespace Akka.Actor;

/// <summary>A name that is not allowed, or is taken.</summary>
public class InvalidActorNameException : AkkaException
{
    /// <summary>An exception with a message.</summary>
    public InvalidActorNameException(string message)
        : base(message)
    {
    }

    /// <summary>An exception with a message and the exception behind it.</summary>
    public InvalidActorNameException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
