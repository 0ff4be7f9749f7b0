namespace Akka.Dispatch;

/// <summary>A mailbox that also takes messages at its front, as a stash needs it. Every mailbox of this runtime is one.</summary>
public interface IDequeBasedMessageQueueSemantics : ISemantics
{
}
