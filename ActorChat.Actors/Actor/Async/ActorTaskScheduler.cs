using Akka.Dispatch.SysMsg;

namespace Akka.Actor;

/// <summary>
/// One task of an actor: the asynchronous rest of the work on a message. It runs piece by piece, each a system message of the
/// actor, so that pieces never run beside each other nor beside anything else the actor does, and find its context and the
/// message's sender. The mailbox is suspended until the task has ended; no thread waits for it. Pieces that come when the actor is
/// dead are dropped.
/// </summary>
internal sealed class ActorTaskScheduler : TaskScheduler
{
    private readonly ActorCell _cell;
    private readonly Envelope _inWork;

    private ActorTaskScheduler(ActorCell cell)
    {
        _cell = cell;
        _inWork = cell.InWork;
    }

    public override int MaximumConcurrencyLevel => 1;

    /// <summary>Runs the first piece of a task now, on the actor's thread of work, and sees to the rest.</summary>
    public static void Run(ActorCell cell, Func<Task> action)
    {
        var scheduler = new ActorTaskScheduler(cell);
        var start = new Task<Task>(action);
        start.RunSynchronously(scheduler);
        var whole = start.Unwrap();
        if (whole.IsCompletedSuccessfully)
            return;
        cell.Mailbox.Suspend();
        whole.ContinueWith(scheduler.OnEnd, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, Default);
    }

    /// <summary>Runs a piece, on the actor's thread of work. One that was run already is left alone.</summary>
    public bool RunPiece(Task piece)
    {
        var (outer, foreign) = (_cell.InWork, SynchronizationContext.Current);
        _cell.InWork = _inWork;

        // Where the actor borrows the thread of somebody with a context of its own, what follows an await would go there.
        if (foreign is not null)
            SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            return TryExecuteTask(piece);
        }
        finally
        {
            _cell.InWork = outer;
            if (foreign is not null)
                SynchronizationContext.SetSynchronizationContext(foreign);
        }
    }

    protected override void QueueTask(Task task) => _cell.SelfRef.SendSystemMessage(new TaskPiece(this, task));

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => ActorCell.Current == _cell && RunPiece(task);

    protected override IEnumerable<Task> GetScheduledTasks() => [];

    private static Exception? FailureOf(Task task) => task switch
    {
        { IsCanceled: true } => new TaskCanceledException(task),
        { Exception: { } failures } => failures.Flatten() is { InnerExceptions: [var only] } ? only : failures,
        _ => null,
    };

    private void OnEnd(Task whole) => _cell.SelfRef.SendSystemMessage(new TaskEnded(_cell, _inWork, FailureOf(whole)));
}
