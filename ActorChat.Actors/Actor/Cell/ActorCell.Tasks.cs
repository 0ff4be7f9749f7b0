using Akka.Dispatch.SysMsg;

namespace Akka.Actor;

/// <summary>Tasks of an actor, which its mailbox waits for, and its stash.</summary>
internal sealed partial class ActorCell
{
    /// <summary>The message in work, as the actor sees it; its message is null where there is none.</summary>
    public Envelope InWork
    {
        get => _inWork;
        set => _inWork = value;
    }

    /// <summary>How many messages have been taken from the mailbox, the one in work included: its identity, as long as it is in work.</summary>
    public long InWorkNumber { get; private set; }

    /// <summary>Starts a task of this actor. Only inside the actor.</summary>
    public void RunTask(Func<Task> action)
    {
        ArgumentNullException.ThrowIfNull(action);
        if (_current != this)
            throw new InvalidOperationException("RunTask must be called from an actor context.");
        ActorTaskScheduler.Run(this, action);
    }

    /// <summary>Gives a message that the actor has put aside back to the front of its mailbox.</summary>
    public void Requeue(in Envelope envelope)
    {
        if (envelope.Message is Terminated terminated)
            Deaths.Requeue(terminated);
        if (!Mailbox.EnqueueFirst(envelope))
            SystemImpl.DeadLetterRef.Report(envelope.Message, envelope.Sender, SelfRef);
    }

    /// <summary>A task of this actor has failed when the actor was dead: nobody is left to decide on it.</summary>
    public void LogLostFailure(Exception failure) => LogError(failure, "a task failed after its actor had stopped");

    private MessageStash NewStash(bool unbounded) => new(this, unbounded ? -1 : SystemImpl.Dispatchers.StashCapacity(Props.Dispatcher));

    private void OnTaskEnded(TaskEnded ended)
    {
        Mailbox.Resume();
        if (ended.Failure is null)
        {
            TouchReceiveTimeout(ended.InWork.Message);
            return;
        }

        if (_failure is not null)
        {
            // The supervisor already has a failure to decide on.
            LogError(ended.Failure, "a task failed while its actor waited for the supervisor");
            return;
        }

        _inWork = ended.InWork;
        Fail(ended.Failure, perpetrator: null);
    }
}
