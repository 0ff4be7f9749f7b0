using ActorChat.Tests.Actors;
using Akka.Actor;
using Akka.Configuration;
using Akka.TestKit;
using Xunit;

namespace ActorChat.Tests.Internals.Kit;

/// <summary>The types that the configuration names.</summary>
public class ConfiguredTypesTests
{
    [Theory]
    [InlineData("Akka.TestKit.TestScheduler, Akka.TestKit")]
    [InlineData("Akka.TestKit.TestScheduler")]
    [InlineData("Akka.TestKit.TestScheduler, ActorChat.Tests")]
    public void A_type_is_found_by_its_name_in_whatever_assembly_it_is(string name) =>
        Assert.Equal(typeof(TestScheduler), ConfiguredTypes.Find(name));

    [Fact]
    public void A_type_that_does_not_exist_is_not_found() => Assert.Null(ConfiguredTypes.Find("Akka.TestKit.Nothing, Akka.TestKit"));

    [Theory]
    [InlineData("Akka.TestKit.Nothing", "cannot be found")]
    [InlineData("Akka.Event.DefaultLogger", "is no IScheduler")]
    public void A_scheduler_that_cannot_be_made_keeps_the_system_from_starting(string name, string reason)
    {
        var refused = Assert.Throws<ConfigurationException>(() => ActorSystem.Create("none", $"akka.scheduler.implementation = \"{name}\""));
        Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_name_of_the_usual_scheduler_gives_the_one_of_this_runtime()
    {
        using var system = ActorSystem.Create("usual", """akka.scheduler.implementation = "Akka.Actor.HashedWheelTimerScheduler, Akka" """);
        Assert.IsType<TimerQueueScheduler>(system.Scheduler);
        await system.Terminate();
    }

    [Fact]
    public async Task A_dispatcher_of_a_type_that_is_none_is_refused()
    {
        using var system = ActorSystem.Create("strange", "strange.type = \"Akka.TestKit.TestScheduler, Akka.TestKit\"");
        var refused = Assert.Throws<ConfigurationException>(() => system.ActorOf(Props.Create<Echo>().WithDispatcher("strange")));
        Assert.Contains("strange", refused.Message, StringComparison.Ordinal);
        await system.Terminate();
    }
}
