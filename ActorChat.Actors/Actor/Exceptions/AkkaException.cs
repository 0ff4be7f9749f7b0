namespace Akka.Actor;

/// <summary>The base of every exception that the actor runtime itself raises.</summary>
public abstract class AkkaException : Exception
{
    /// <summary>An exception without a message of its own.</summary>
    protected AkkaException()
    {
    }

    /// <summary>An exception with a message and, where there is one, the exception behind it.</summary>
    protected AkkaException(string message, Exception? cause = null)
        : base(message, cause)
    {
    }

    /// <summary>The exception behind this one; null where there is none.</summary>
    protected Exception? Cause => InnerException;
}
