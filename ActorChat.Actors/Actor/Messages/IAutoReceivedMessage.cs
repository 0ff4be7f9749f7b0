namespace Akka.Actor;

/// <summary>A message that the runtime itself answers before the actor's behaviour sees it.</summary>
public interface IAutoReceivedMessage
{
}
