namespace Akka.Actor;

/// <content>What a test may do with an actor that runs on the test's own thread.</content>
internal sealed partial class ActorCell
{
    /// <summary>The actor itself; null before it is made, while it is replaced and after its end.</summary>
    public ActorBase? Instance => _actor;

    /// <summary>
    /// Handles a message on this thread, past the mailbox and past its order. What the actor throws comes out, and no supervisor hears of it.
    /// </summary>
    public void ReceiveDirectly(object message, IActorRef? sender)
    {
        var (outer, inWork) = (_current, _inWork);
        _current = this;
        _inWork = new Envelope(message, sender);
        try
        {
            ReceiveMessage(message);
        }
        finally
        {
            _current = outer;
            _inWork = inWork;
        }
    }
}
