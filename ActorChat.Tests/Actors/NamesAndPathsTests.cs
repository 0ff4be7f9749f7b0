using Akka.Actor;
using Xunit;
using Xunit.Abstractions;

namespace ActorChat.Tests.Actors;

public class NamesAndPathsTests(ITestOutputHelper output) : ActorSpec(output)
{
    [Fact]
    public void A_named_actor_lives_at_its_path()
    {
        var actor = Sys.ActorOf(Props.Create<Echo>(), "greeter");
        Assert.Equal("greeter", actor.Path.Name);
        Assert.Equal("akka://test/user/greeter", actor.Path.ToString());
        Assert.Equal("/user/greeter", actor.Path.ToStringWithoutAddress());
        Assert.Equal("akka://test/user", actor.Path.Parent.ToString());
    }

    [Fact]
    public void A_child_lives_below_its_parent()
    {
        var parent = Supervising(SupervisorStrategy.DefaultStrategy, "parent");
        parent.Tell(Props.Create<Echo>(), TestActor);
        var child = ExpectMsg<IActorRef>();
        Assert.Equal(parent.Path, child.Path.Parent);
    }

    [Fact]
    public void Actors_without_a_name_get_different_ones_of_their_own()
    {
        var names = Enumerable.Range(0, 200).Select(_ => Sys.ActorOf(Props.Create<Echo>()).Path.Name).ToList();
        Assert.Equal(200, names.Distinct().Count());
        Assert.All(names, name => Assert.StartsWith("$", name, StringComparison.Ordinal));
    }

    [Fact]
    public void The_names_of_a_parents_own_making_are_short_and_start_with_a_dollar()
    {
        var parent = Supervising(SupervisorStrategy.DefaultStrategy);
        var names = Enumerable.Range(0, 3).Select(_ => ChildOf(parent, Props.Create<Echo>()).Path.Name);
        Assert.Equal(["$a", "$b", "$c"], names);
    }

    [Fact]
    public void A_name_that_a_living_sibling_has_is_refused()
    {
        Sys.ActorOf(Props.Create<Echo>(), "taken");
        Assert.Throws<InvalidActorNameException>(() => Sys.ActorOf(Props.Create<Echo>(), "taken"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("$mine")]
    [InlineData("a/b")]
    [InlineData("a b")]
    [InlineData("eñe")]
    [InlineData("50%")]
    public void A_name_with_other_characters_than_paths_allow_is_refused(string name) =>
        Assert.Throws<InvalidActorNameException>(() => Sys.ActorOf(Props.Create<Echo>(), name));

    [Theory]
    [InlineData("a-b_c.d")]
    [InlineData("50%25")]
    [InlineData("x;y=1")]
    public void A_name_of_characters_that_paths_allow_is_taken(string name) =>
        Assert.Equal(name, Sys.ActorOf(Props.Create<Echo>(), name).Path.Name);

    [Fact]
    public void A_parent_can_use_the_name_of_a_child_again_when_it_has_learned_of_its_end()
    {
        var parent = Scripted((context, message) =>
        {
            if (message is "make" or Terminated)
                TestActor.Tell(context.Watch(context.ActorOf(Props.Create<Echo>(), "child")), context.Self);
        });
        parent.Tell("make", TestActor);
        var first = ExpectMsg<IActorRef>();
        Sys.Stop(first);
        var second = ExpectMsg<IActorRef>();

        Assert.Equal(first.Path, second.Path);
        Assert.NotEqual(first, second);
    }

    [Fact]
    public void A_context_finds_its_children_by_name()
    {
        var parent = Scripted((context, _) =>
        {
            var child = context.ActorOf(Props.Create<Echo>(), "child");
            TestActor.Tell((context.Child("child").Equals(child), context.Child("nobody").IsNobody(), context.GetChildren().Count()), context.Self);
        });
        parent.Tell("go", TestActor);
        ExpectMsg((true, true, 1));
    }

    [Fact]
    public void An_actor_cannot_be_made_with_new() => Assert.Throws<ActorInitializationException>(() => new Echo());
}
