using Akka.Actor;
using Xunit;
using Xunit.Abstractions;

namespace ActorChat.Tests.Actors;

public class SelectionTests(ITestOutputHelper output) : ActorSpec(output)
{
    [Theory]
    [InlineData("/user/top")]
    [InlineData("akka://test/user/top")]
    public void An_actor_is_found_at_its_path(string path)
    {
        var actor = Sys.ActorOf(Props.Create<Echo>(), "top");
        Sys.ActorSelection(path).Tell("hello", TestActor);
        ExpectMsgFrom(actor, "hello");
    }

    [Fact]
    public void An_actor_finds_others_by_paths_relative_to_its_own()
    {
        var sibling = Sys.ActorOf(Props.Create<Echo>(), "sibling");
        var actor = Scripted((context, message) =>
        {
            var child = context.ActorOf(Props.Create<Echo>(), "child");
            context.ActorSelection("child").Tell("to the child", TestActor);
            context.ActorSelection("../sibling").Tell("to the sibling", TestActor);
            context.ActorSelection(child.Path).Tell("to the child again", TestActor);
        });
        actor.Tell("go", TestActor);
        ExpectMsgAllOf("to the child", "to the sibling", "to the child again");
        Assert.Equal(sibling.Path.Parent, actor.Path.Parent);
    }

    [Theory]
    [InlineData("/user/*", 3)]
    [InlineData("/user/a*", 2)]
    [InlineData("/user/a?", 1)]
    [InlineData("/user/*/egg", 1)]
    public void A_pattern_finds_all_actors_that_fit(string path, int count)
    {
        Sys.ActorOf(Props.Create<Echo>(), "a1");
        Sys.ActorOf(Props.Create<Echo>(), "abc");
        var nest = Scripted((context, message) => context.Sender.Tell(message is "nest" ? context.ActorOf(Props.Create<Echo>(), "egg") : message), "b");
        nest.Tell("nest", TestActor);
        ExpectMsg<IActorRef>();
        Sys.ActorSelection(path).Tell("hello", TestActor);
        Assert.Equal(count, ReceiveN(count).Count);
        ExpectNoMsg(TimeSpan.FromMilliseconds(50));
    }

    [Fact]
    public void Everybody_says_who_they_are_when_asked_to_identify_themselves()
    {
        var actor = Sys.ActorOf(Props.Create<Echo>(), "top");
        actor.Tell(new Identify(1), TestActor);
        Sys.ActorSelection("/user/top").Tell(new Identify(2), TestActor);
        Sys.ActorSelection("/user/nobody").Tell(new Identify(3), TestActor);
        var subjects = ReceiveN(3).Cast<ActorIdentity>().ToDictionary(identity => (int)identity.MessageId, identity => identity.Subject);
        Assert.Equal(actor, subjects[1]);
        Assert.Equal(actor, subjects[2]);
        Assert.Null(subjects[3]);
    }

    [Fact]
    public async Task A_selection_is_resolved_to_the_actor_that_lives_there()
    {
        var actor = Sys.ActorOf(Props.Create<Echo>(), "top");
        Assert.Equal(actor, await Sys.ActorSelection("/user/top").ResolveOne(Patience));
        await Assert.ThrowsAsync<ActorNotFoundException>(() => Sys.ActorSelection("/user/nobody").ResolveOne(Patience));
    }

    [Fact]
    public void What_is_told_to_nobody_is_a_dead_letter()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(Akka.Event.DeadLetter));
        Sys.ActorSelection("/user/nobody").Tell("hello?", TestActor);
        Assert.Equal("hello?", ExpectMsg<Akka.Event.DeadLetter>().Message);
    }
}
