using Akka.Actor;

namespace ActorChat.Tests.Actors.Async;

/// <summary>
/// Handles functions on itself that give a task, as asynchronous messages; throws exceptions that it is sent; tells a log all else.
/// Tells the log of its restarts and its end too.
/// </summary>
internal sealed class TaskActor : ReceiveActor
{
    private readonly IActorRef _log;

    public TaskActor(IActorRef log)
    {
        _log = log;
        ReceiveAsync<Func<TaskActor, Task>>(action => action(this));
        Receive<Exception>(failure => throw failure);
        ReceiveAny(message => Log(message));
    }

    public static IActorContext CurrentContext => Context;

    public IActorRef CurrentSender => Sender;

    public IActorRef Myself => Self;

    public void Log(object message) => _log.Tell(message, Self);

    public void Then(Action<object> next) => Become(() => ReceiveAny(next));

    protected override void PreRestart(Exception reason, object? message)
    {
        Log(new Restarting(reason, message));
        base.PreRestart(reason, message);
    }

    protected override void PostStop() => Log("PostStop");

    /// <summary>What the hook before a restart was told.</summary>
    public sealed record Restarting(Exception Reason, object? Message);
}
