using Akka.Actor;
using Xunit;
using Xunit.Abstractions;

namespace ActorChat.Tests.Actors.Kit;

public class TestActorRefTests(ITestOutputHelper output) : ActorSpec(output)
{
    [Fact]
    public void What_the_actor_is_told_has_been_handled_when_the_test_goes_on()
    {
        var actor = ActorOfAsTestActorRef<Counter>();
        for (var i = 1; i <= 100; i++)
        {
            actor.Ref.Tell("more", TestActor);
            Assert.Equal(i, actor.UnderlyingActor.Count);
        }
    }

    [Fact]
    public void It_has_a_sender_and_answers_under_its_own_reference()
    {
        var actor = ActorOfAsTestActorRef<Counter>();
        actor.Ref.Tell("count", TestActor);
        Assert.True(HasMessages);
        ExpectMsgFrom(actor.Ref, 0);
    }

    [Fact]
    public void It_can_be_made_in_every_way_and_place()
    {
        var parent = ActorOfAsTestActorRef<Parent>(Props.Create(() => new Parent(SupervisorStrategy.StoppingStrategy)), "parent");
        var props = Props.Create(() => new Counter(5));
        Assert.Equal("/user/parent", PathOf(parent.Ref));
        Assert.Equal("/user/parent/a", PathOf(ActorOfAsTestActorRef<Counter>(props, parent.Ref, "a").Ref));
        Assert.Equal("/user/parent/b", PathOf(ActorOfAsTestActorRef(() => new Counter(5), parent.Ref, "b").Ref));
        Assert.Equal("/user/parent/c", PathOf(ActorOfAsTestActorRef<Counter>(parent.Ref, "c").Ref));
        Assert.Equal("/user/d", PathOf(ActorOfAsTestActorRef<Counter>(props, "d").Ref));
        Assert.Equal("/user/e", PathOf(ActorOfAsTestActorRef(() => new Counter(5), "e").Ref));
        Assert.Equal("/user/f", PathOf(ActorOfAsTestActorRef<Counter>("f").Ref));
        Assert.Equal(5, ActorOfAsTestActorRef(() => new Counter(5)).UnderlyingActor.Count);
    }

    [Fact]
    public void A_message_can_be_handed_to_the_behaviour_itself_and_its_failure_comes_out()
    {
        var actor = ActorOfAsTestActorRef<Counter>();
        var instance = actor.UnderlyingActor;
        actor.Receive("more", TestActor);
        Assert.Equal(1, instance.Count);
        Assert.Equal("asked to", Assert.Throws<InvalidOperationException>(() => actor.Receive(Failure())).Message);
        Assert.Same(instance, actor.UnderlyingActor);
    }

    [Fact]
    public void A_message_to_itself_is_handled_after_the_one_in_work()
    {
        var actor = ActorOfAsTestActorRef<Counter>();
        actor.Ref.Tell("twice", TestActor);
        ExpectAll("first ended", 2);
    }

    [Fact]
    public void A_failure_meets_the_supervisor_and_the_instance_is_another_one_after_a_restart()
    {
        var parent = ActorOfAsTestActorRef(() => new Parent(new OneForOneStrategy(_ => Directive.Restart)));
        var child = ActorOfAsTestActorRef<Counter>(parent.Ref, "child");
        var first = child.UnderlyingActor;
        child.Ref.Tell("more", TestActor);
        child.Ref.Tell(Failure(), TestActor);
        AwaitAssert(() => Assert.NotSame(first, child.UnderlyingActor));
        Assert.Equal(0, child.UnderlyingActor.Count);
    }

    [Fact]
    public void An_actor_that_has_stopped_has_no_instance()
    {
        var actor = ActorOfAsTestActorRef<Counter>();
        Watch(actor.Ref);
        Sys.Stop(actor.Ref);
        ExpectTerminated(actor.Ref);
        Assert.Throws<IllegalActorStateException>(() => actor.UnderlyingActor);
    }

    [Fact]
    public void Other_actors_can_run_on_the_thread_of_the_test_too()
    {
        var probe = CreateTestProbe();
        var actor = Sys.ActorOf(Props.Create(() => new Echo()).WithDispatcher("akka.test.calling-thread-dispatcher"));
        probe.Send(actor, "hello");
        probe.ExpectMsg("hello");
    }

    private static string PathOf(IActorRef actor) => "/" + string.Join('/', actor.Path.Elements);

    private sealed class Counter : UntypedActor
    {
        public Counter()
        {
        }

        public Counter(int count) => Count = count;

        public int Count { get; private set; }

        protected override void OnReceive(object message)
        {
            switch (message)
            {
                case Exception failure:
                    throw failure;
                case "twice":
                    Count = 2;
                    Self.Tell("count", Sender);
                    Sender.Tell("first ended", Self);
                    break;
                case "count":
                    Sender.Tell(Count, Self);
                    break;
                default:
                    Count++;
                    break;
            }
        }
    }
}
