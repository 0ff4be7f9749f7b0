using Akka.Actor;
using Xunit;
using Xunit.Abstractions;

namespace ActorChat.Tests.Actors.Async;

/// <summary>What becomes of tasks that fail, and of the tasks of actors that are restarted or stopped.</summary>
public class TaskFailureTests(ITestOutputHelper output) : AsyncSpec(output)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_failure_is_the_actors_own_as_if_its_handler_had_thrown_it(bool afterAwait)
    {
        var failures = CreateTestProbe();
        var actor = Supervised(failures, Directive.Restart);
        var failure = Failure();
        Func<TaskActor, Task> failing = async _ =>
        {
            if (afterAwait)
                await Task.Yield();
            throw failure;
        };
        TellAll(actor, failing, "next");
        Assert.Same(failure, failures.ExpectMsg<Exception>());
        var restarting = ExpectMsg<TaskActor.Restarting>();
        Assert.Same(failure, restarting.Reason);
        Assert.Same(failing, restarting.Message);
        ExpectAll("PostStop", "next");
    }

    [Fact]
    public void A_resumed_actor_goes_on_with_the_next_message()
    {
        var failures = CreateTestProbe();
        var actor = Supervised(failures, Directive.Resume);
        Do(actor, async _ =>
        {
            await Task.Yield();
            throw Failure();
        });
        TellAll(actor, "next");
        failures.ExpectMsg<InvalidOperationException>();
        ExpectMsg("next");
    }

    [Fact]
    public void A_stopped_actor_does_not_go_on()
    {
        var actor = Watch(Supervised(CreateTestProbe(), Directive.Stop));
        Do(actor, async _ =>
        {
            await Task.Yield();
            throw Failure();
        });
        TellAll(actor, "next");
        ExpectMsg("PostStop");
        ExpectTerminated(actor);
    }

    [Fact]
    public void A_cancelled_task_is_a_failure()
    {
        var failures = CreateTestProbe();
        var actor = Supervised(failures, Directive.Resume);
        Do(actor, _ => Task.FromCanceled(new CancellationToken(canceled: true)));
        failures.ExpectMsg<TaskCanceledException>();
    }

    [Fact]
    public void Failures_in_a_row_are_as_many_restarts_and_no_message_between_is_lost()
    {
        const int Rounds = 100;
        var actor = Supervised(CreateTestProbe(), Directive.Restart);
        for (var i = 0; i < Rounds; i++)
        {
            Do(actor, async _ =>
            {
                await Task.Yield();
                throw Failure();
            });
            TellAll(actor, i);
        }

        for (var i = 0; i < Rounds; i++)
        {
            ExpectMsg<TaskActor.Restarting>();
            ExpectAll("PostStop", i);
        }
    }

    [Fact]
    public void Stopping_does_not_wait_for_the_task_and_drops_the_rest_of_it()
    {
        var actor = Watch(Asynchronous());
        var gate = Begin(actor);
        Sys.Stop(actor);
        ExpectMsg("PostStop");
        ExpectTerminated(actor);
        gate.SetResult();
        ExpectNoMsg(Moment);
    }

    [Fact]
    public void After_a_restart_by_a_siblings_failure_the_next_message_still_waits_for_the_task()
    {
        var parent = Supervising(new AllForOneStrategy(_ => Directive.Restart));
        var actor = ChildOf(parent, Props.Create(() => new TaskActor(TestActor)));
        var sibling = ChildOf(parent, Props.Create(() => new Parent(SupervisorStrategy.DefaultStrategy)));
        var gate = Begin(actor);
        sibling.Tell(Failure(), TestActor);
        ExpectMsg<TaskActor.Restarting>();
        ExpectMsg("PostStop");
        TellAll(actor, "next");
        ExpectNoMsg(Moment);
        gate.SetResult();
        ExpectAll("end", "next");
    }

    private IActorRef Supervised(IActorRef failures, Directive directive)
    {
        var parent = Supervising(failure =>
        {
            failures.Tell(failure, ActorRefs.NoSender);
            return directive;
        });
        return ChildOf(parent, Props.Create(() => new TaskActor(TestActor)));
    }
}
