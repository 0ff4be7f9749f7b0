namespace Akka.Actor;

/// <summary>Whatever can be told a message.</summary>
public interface ICanTell
{
    /// <summary>Sends a message and returns at once. Messages of one sender to one receiver arrive in the order sent.</summary>
    /// <param name="message">The message; it must not be changed afterwards.</param>
    /// <param name="sender">Whom an answer goes to; null for nobody.</param>
    /// <exception cref="InvalidMessageException">The message is null.</exception>
    void Tell(object message, IActorRef? sender);
}
