namespace Akka.Actor;

/// <summary>An answer asked for did not come in time.</summary>
/// <param name="message">What was waited for, and how long.</param>
public class AskTimeoutException(string message) : AkkaException(message)
{
}
