using Akka.Actor;
using Xunit;
using Xunit.Abstractions;

namespace ActorChat.Tests.Actors.Async;

public class RunTaskTests(ITestOutputHelper output) : AsyncSpec(output)
{
    [Fact]
    public void The_handler_goes_on_while_the_task_waits_but_the_mailbox_does_not()
    {
        var gate = Gate();
        var actor = Runner((run, log) =>
        {
            run(async () =>
            {
                log("begin");
                await gate.Task;
                log("end");
            });
            log("handler ends");
        });
        TellAll(actor, "go", "next");
        ExpectAll("begin", "handler ends");
        ExpectNoMsg(Moment);
        gate.SetResult();
        ExpectAll("end", "next");
    }

    [Fact]
    public void The_mailbox_waits_for_every_task_of_a_message()
    {
        var (first, second) = (Gate(), Gate());
        var actor = Runner((run, log) =>
        {
            run(async () =>
            {
                await first.Task;
                log("first");
            });
            run(async () =>
            {
                await second.Task;
                log("second");
            });
        });
        TellAll(actor, "go", "next");
        second.SetResult();
        ExpectMsg("second");
        ExpectNoMsg(Moment);
        first.SetResult();
        ExpectAll("first", "next");
    }

    [Fact]
    public void A_task_may_start_another()
    {
        var gate = Gate();
        var actor = Runner((run, log) => run(async () =>
        {
            await Task.Yield();
            run(async () =>
            {
                await gate.Task;
                log("inner");
            });
            log("outer");
        }));
        TellAll(actor, "go", "next");
        ExpectMsg("outer");
        ExpectNoMsg(Moment);
        gate.SetResult();
        ExpectAll("inner", "next");
    }

    [Fact]
    public void An_action_is_a_task_too()
    {
        var actor = Sys.ActorOf(Props.Create(() => new ActionRunner(TestActor)));
        TellAll(actor, "1", "2");
        ExpectAll("done 1", "done 2");
        Assert.Equal(actor, LastSender);
    }

    [Fact]
    public void The_first_message_waits_for_the_task_of_the_start()
    {
        var gate = Gate();
        var actor = Sys.ActorOf(Props.Create(() => new SlowStarter(TestActor, gate)));
        TellAll(actor, "first");
        ExpectMsg("starting");
        ExpectNoMsg(Moment);
        gate.SetResult();
        ExpectAll("started", "first");
    }

    [Fact]
    public void A_message_can_be_put_aside_once_by_its_task()
    {
        var actor = Sys.ActorOf(Props.Create(() => new AsyncStasher(TestActor)));
        TellAll(actor, "1", "2", "open", "3");
        for (var i = 0; i < 2; i++)
            ExpectMsg<IllegalActorStateException>();
        ExpectAll("1", "2", "3");
    }

    private IActorRef Runner(Action<Action<Func<Task>>, Action<object>> onGo) => Sys.ActorOf(Props.Create(() => new TaskRunner(TestActor, onGo)));

    private sealed class TaskRunner(IActorRef log, Action<Action<Func<Task>>, Action<object>> onGo) : UntypedActor
    {
        protected override void OnReceive(object message)
        {
            if (message is "go")
                onGo(RunTask, said => log.Tell(said));
            else
                log.Tell(message);
        }
    }

    private sealed class ActionRunner(IActorRef log) : UntypedActor
    {
        protected override void OnReceive(object message)
        {
            Action action = () => log.Tell($"done {message}", Self);
            RunTask(action);
        }
    }

    private sealed class SlowStarter(IActorRef log, TaskCompletionSource gate) : UntypedActor
    {
        protected override void PreStart() => RunTask(async () =>
        {
            log.Tell("starting");
            await gate.Task;
            log.Tell("started");
        });

        protected override void OnReceive(object message) => log.Tell(message);
    }

    private sealed class AsyncStasher : ReceiveActor, IWithStash
    {
        public AsyncStasher(IActorRef log)
        {
            ReceiveAsync<string>(async text =>
            {
                if (text == "open")
                {
                    await Task.Yield();
                    Become(() => ReceiveAny(message => log.Tell(message)));
                    Stash.UnstashAll();
                    return;
                }

                Stash.Stash();
                await Task.Yield();
                log.Tell(Record.Exception(Stash.Stash));
            });
        }

        public IStash Stash { get; set; } = null!;
    }
}
