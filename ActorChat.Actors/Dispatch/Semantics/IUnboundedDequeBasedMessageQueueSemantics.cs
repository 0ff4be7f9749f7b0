namespace Akka.Dispatch;

/// <summary>A mailbox without a limit that also takes messages at its front. Every mailbox of this runtime is one.</summary>
public interface IUnboundedDequeBasedMessageQueueSemantics : IDequeBasedMessageQueueSemantics, IUnboundedMessageQueueSemantics
{
}
