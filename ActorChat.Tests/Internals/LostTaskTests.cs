using ActorChat.Tests.Actors.Async;
using Akka.Actor;
using Xunit;
using Xunit.Abstractions;

namespace ActorChat.Tests.Internals;

public class LostTaskTests(ITestOutputHelper output) : AsyncSpec(output)
{
    [Fact]
    public void A_task_that_left_its_actor_and_fails_when_that_is_dead_is_logged()
    {
        var gate = Gate();
        var actor = Watch(Asynchronous());
        Do(actor, async self =>
        {
            self.Log("begin");
            await gate.Task.ConfigureAwait(false);
            throw Failure("too late");
        });
        ExpectMsg("begin");
        Sys.Stop(actor);
        ExpectMsg("PostStop");
        ExpectTerminated(actor);
        EventFilter.Exception<InvalidOperationException>("too late").ExpectOne(gate.SetResult);
    }

    [Fact]
    public async Task A_task_that_fails_while_its_actor_waits_for_the_supervisor_is_logged_and_the_decision_holds()
    {
        using var decided = new ManualResetEventSlim();
        var (deciding, gate) = (Gate(), Gate());
        var parent = Supervising(_ =>
        {
            deciding.TrySetResult();
            decided.Wait(Patience);
            return Directive.Resume;
        });
        var actor = ChildOf(parent, Props.Create(() => new TaskActor(TestActor)));
        var (first, second) = (Gate(), Gate());
        Do(actor, async self =>
        {
            var (one, other) = (Fail(first.Task, "first"), Fail(second.Task, "second"));
            TaskActorTasks.RunBoth(self, one, other);
            await gate.Task;
        });
        first.SetResult();
        await deciding.Task.WaitAsync(Patience);
        EventFilter.Exception<InvalidOperationException>("second").ExpectOne(second.SetResult);
        gate.SetResult();
        decided.Set();
        TellAll(actor, "next");
        ExpectMsg("next");

        static async Task Fail(Task after, string text)
        {
            await after.ConfigureAwait(false);
            throw Failure(text);
        }
    }

    private static class TaskActorTasks
    {
        public static void RunBoth(TaskActor actor, Task one, Task other)
        {
            var cell = ((LocalActorRef)actor.Myself).Cell;
            cell.RunTask(() => one);
            cell.RunTask(() => other);
        }
    }
}
