namespace Akka.Actor;

/// <summary>An operation that the actor's present state does not allow.</summary>
/// <param name="message">What was tried.</param>
public class IllegalActorStateException(string message) : AkkaException(message)
{
}
