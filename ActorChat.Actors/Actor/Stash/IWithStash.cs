using Akka.Dispatch;

namespace Akka.Actor;

/// <summary>
/// An actor with a stash. It holds as many messages as <c>stash-capacity</c> says, in the settings of the actor's dispatcher or in
/// <c>akka.actor.default-mailbox</c>.
/// </summary>
public interface IWithStash : IWithUnrestrictedStash, IRequiresMessageQueue<IDequeBasedMessageQueueSemantics>
{
}
