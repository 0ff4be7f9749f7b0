namespace Akka.Dispatch.SysMsg;

/// <summary>A message of the runtime to an actor, worked on before all user messages. Each instance is sent once: it is its own queue node.</summary>
internal abstract class SystemMessage
{
    /// <summary>The next message in the mailbox's queue.</summary>
    public SystemMessage? Next { get; set; }

    /// <summary>What the sender has to learn when the receiver is already dead.</summary>
    public virtual void AnswerForTheDead()
    {
    }
}
