using Akka.Actor;
using Xunit.Abstractions;

namespace ActorChat.Tests.Actors.Async;

/// <summary>The base of specs of asynchronous handlers: actors that do asynchronously what the spec sends them.</summary>
public abstract class AsyncSpec(ITestOutputHelper output) : ActorSpec(output)
{
    /// <summary>A time in which what must not happen had the chance to.</summary>
    protected static TimeSpan Moment => TimeSpan.FromMilliseconds(100);

    /// <summary>A task that the spec ends. What waits for it goes on by itself, never on the thread that ends it.</summary>
    protected static TaskCompletionSource Gate() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private protected IActorRef Asynchronous() => Sys.ActorOf(Props.Create(() => new TaskActor(TestActor)));

    private protected void Do(IActorRef actor, Func<TaskActor, Task> action) => actor.Tell(action, TestActor);

    /// <summary>Has the actor say <c>begin</c>, wait for the gate, and say <c>end</c>; comes back when it has begun.</summary>
    private protected TaskCompletionSource Begin(IActorRef actor)
    {
        var gate = Gate();
        Do(actor, async self =>
        {
            self.Log("begin");
            await gate.Task;
            self.Log("end");
        });
        ExpectMsg("begin");
        return gate;
    }
}
