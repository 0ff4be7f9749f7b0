namespace Akka.Dispatch;

/// <summary>A mailbox without a limit. Every mailbox of this runtime is one.</summary>
public interface IUnboundedMessageQueueSemantics : ISemantics
{
}
