using Akka.Actor;
using Xunit;
using Xunit.Abstractions;

namespace ActorChat.Tests.Actors.Supervision;

public class RestartTests(ITestOutputHelper output) : ActorSpec(output)
{
    private static readonly OneForOneStrategy Restarting = new(_ => Directive.Restart);

    [Fact]
    public void Children_are_stopped_before_the_parent_is_replaced()
    {
        var actor = Hooked("p");
        ChildOf(actor, Props.Create(() => new HookedActor(TestActor, "c")));
        ExpectAll("p new", "p PreStart", "c new", "c PreStart");
        actor.Tell(Failure(), TestActor);
        ExpectMsg("p PreRestart");
        ExpectMsgAllOf("p PostStop", "c PostStop");
        ExpectAll("p new", "p PostRestart", "p PreStart");
    }

    [Fact]
    public void A_new_instance_can_use_the_names_of_the_old_ones_children()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Nest(TestActor)));
        var first = ExpectMsg<IActorRef>();
        actor.Tell(Failure(), TestActor);
        var second = ExpectMsg<IActorRef>();
        Assert.Equal(first.Path, second.Path);
        Assert.NotEqual(first, second);
    }

    [Fact]
    public void Children_that_are_kept_are_restarted_with_their_parent()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Keeper()));
        var child = ChildOf(actor, Props.Create(() => new HookedActor(TestActor, "c")));
        TellAll(child, "1");
        ExpectAll("c new", "c PreStart", "c 1");
        actor.Tell(Failure(), TestActor);
        ExpectAll("c PreRestart", "c PostStop", "c new", "c PostRestart", "c PreStart");
        TellAll(child, "2");
        ExpectMsg("c 2");
    }

    [Fact]
    public async Task Messages_told_while_the_actor_waits_for_its_supervisor_are_kept_in_order()
    {
        using var decided = new ManualResetEventSlim();
        var deciding = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var parent = Supervising(_ =>
        {
            deciding.SetResult();
            decided.Wait(Patience);
            return Directive.Restart;
        });
        var child = ChildOf(parent, Props.Create(() => new HookedActor(TestActor, "c")));
        ExpectAll("c new", "c PreStart");

        TellAll(child, Failure());
        await deciding.Task.WaitAsync(Patience);
        TellAll(child, "1", "2", "3");
        decided.Set();
        ExpectAll("c PreRestart", "c PostStop", "c new", "c PostRestart", "c PreStart", "c 1", "c 2", "c 3");
    }

    [Fact]
    public void A_restart_keeps_the_reference_and_who_watches_it()
    {
        var actor = Watch(Hooked("a"));
        TellAll(actor, Failure(), "1", PoisonPill.Instance);
        ExpectAll("a new", "a PreStart", "a PreRestart", "a PostStop", "a new", "a PostRestart", "a PreStart", "a 1", "a PostStop");
        ExpectTerminated(actor);
    }

    [Fact]
    public void The_hooks_are_told_the_failure_and_the_message()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Curious(TestActor)));
        var failure = Failure();
        actor.Tell(failure, TestActor);
        Assert.Same(failure, ExpectMsg<Exception>());
        ExpectMsg<object>(message => Assert.Same(failure, message));
        Assert.Same(failure, ExpectMsg<Exception>());
    }

    [Fact]
    public void Many_failures_in_a_row_are_as_many_restarts_and_no_message_between_is_lost()
    {
        const int Rounds = 500;
        var actor = ChildOf(Supervising(Restarting), Props.Create(() => new Counter(TestActor)));
        for (var round = 1; round <= Rounds; round++)
            TellAll(actor, round, Failure());
        for (var round = 1; round <= Rounds; round++)
            ExpectMsg(round);
    }

    private IActorRef Hooked(string label) =>
        ChildOf(Supervising(Restarting), Props.Create(() => new HookedActor(TestActor, label)));

    private sealed class Nest(IActorRef log) : UntypedActor
    {
        protected override void PreStart() => log.Tell(Context.ActorOf(Props.Create<Echo>(), "egg"));

        protected override void OnReceive(object message) => throw (Exception)message;
    }

    private sealed class Keeper : UntypedActor
    {
        protected override void PreRestart(Exception reason, object? message) => PostStop();

        protected override void OnReceive(object message)
        {
            if (message is Exception failure)
                throw failure;
            Sender.Tell(Context.ActorOf((Props)message), Self);
        }
    }

    private sealed class Curious(IActorRef log) : UntypedActor
    {
        protected override void PreRestart(Exception reason, object? message)
        {
            log.Tell(reason);
            log.Tell(message!);
        }

        protected override void PostRestart(Exception reason) => log.Tell(reason);

        protected override void OnReceive(object message) => throw (Exception)message;
    }

    private sealed class Counter(IActorRef log) : UntypedActor
    {
        protected override void OnReceive(object message)
        {
            if (message is Exception failure)
                throw failure;
            log.Tell(message);
        }
    }
}
