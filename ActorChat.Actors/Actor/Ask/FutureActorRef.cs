namespace Akka.Actor;

/// <summary>A reference for one answer: completes a task with the first message it is told.</summary>
internal sealed class FutureActorRef<T>(ActorPath path, InternalActorRef parent) : MinimalActorRef
{
    private readonly TaskCompletionSource<T> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public override ActorPath Path => path;

    public override InternalActorRef Parent => parent;

    public override bool IsTerminated => _answer.Task.IsCompleted;

    public Task<T> Answer => _answer.Task;

    public override void Tell(object message, IActorRef? sender)
    {
        switch (Required(message))
        {
            case T answer:
                _answer.TrySetResult(answer);
                break;
            case Status.Failure failure:
                _answer.TrySetException(failure.Cause ?? new TaskCanceledException("The receiver answered with a failure that names no cause."));
                break;
            default:
                _answer.TrySetException(new ArgumentException($"Received message of type [{message.GetType()}] - Ask expected message of type [{typeof(T)}]"));
                break;
        }
    }

    public override void SendSystemMessage(Dispatch.SysMsg.SystemMessage message)
    {
        if (message is Dispatch.SysMsg.DeathWatchNotification death)
            Tell(new Terminated(death.Actor, death.ExistenceConfirmed, addressTerminated: false), death.Actor);
        else
            base.SendSystemMessage(message);
    }

    public void Fail(Exception exception) => _answer.TrySetException(exception);

    public void Cancel(CancellationToken token) => _answer.TrySetCanceled(token);
}
