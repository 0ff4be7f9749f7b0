using Akka.Dispatch;

namespace Akka.Actor;

/// <summary>An actor with a stash that holds any number of messages, whatever the settings say.</summary>
public interface IWithUnboundedStash : IWithUnrestrictedStash, IRequiresMessageQueue<IUnboundedDequeBasedMessageQueueSemantics>
{
}
