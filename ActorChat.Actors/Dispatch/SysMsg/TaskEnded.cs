using Akka.Actor;

namespace Akka.Dispatch.SysMsg;

/// <summary>An actor's task has ended: its mailbox need wait for it no longer.</summary>
/// <param name="cell">The actor.</param>
/// <param name="inWork">The message that the task belongs to; none for a task of a hook.</param>
/// <param name="failure">What it threw; null when it succeeded.</param>
internal sealed class TaskEnded(ActorCell cell, Envelope inWork, Exception? failure) : SystemMessage
{
    public Envelope InWork { get; } = inWork;

    public Exception? Failure { get; } = failure;

    public override void AnswerForTheDead()
    {
        if (Failure is not null)
            cell.LogLostFailure(Failure);
    }
}
