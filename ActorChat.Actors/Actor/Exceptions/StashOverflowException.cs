namespace Akka.Actor;

/// <summary>An actor put more messages aside than its stash can hold.</summary>
/// <param name="message">What was tried.</param>
/// <param name="cause">The exception behind it, if any.</param>
public class StashOverflowException(string message, Exception? cause = null) : AkkaException(message, cause)
{
}
