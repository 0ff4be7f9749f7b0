namespace Akka.Actor;

/// <summary>A message that cannot be sent: null.</summary>
public class InvalidMessageException : AkkaException
{
    /// <summary>An exception without a message of its own.</summary>
    public InvalidMessageException()
    {
    }

    /// <summary>An exception with a message.</summary>
    public InvalidMessageException(string message)
        : base(message)
    {
    }
}
