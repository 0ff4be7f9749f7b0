using System.Collections.Concurrent;
using Akka.Actor;
using Akka.Configuration;
using Xunit;

namespace ActorChat.Tests.Actors;

public class SystemTerminationTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task A_system_ends_when_all_its_actors_have_children_first()
    {
        var ended = new ConcurrentQueue<string>();
        var system = ActorSystem.Create("ending");
        var parent = system.ActorOf(Props.Create(() => new Mortal(ended)), "parent");
        await parent.Ask<IActorRef>("child", Patience);
        Assert.False(system.WhenTerminated.IsCompleted);

        await system.Terminate().WaitAsync(Patience);
        Assert.True(system.WhenTerminated.IsCompletedSuccessfully);
        Assert.Equal(["child", "parent"], ended);
    }

    [Fact]
    public async Task Ending_twice_is_ending_once()
    {
        var ends = 0;
        var system = ActorSystem.Create("ending");
        system.RegisterOnTermination(() => Interlocked.Increment(ref ends));
        await Task.WhenAll(system.Terminate(), system.Terminate()).WaitAsync(Patience);
        await system.Terminate().WaitAsync(Patience);
        Assert.Equal(1, ends);
    }

    [Fact]
    public async Task What_is_registered_runs_when_the_last_actor_has_ended()
    {
        var events = new ConcurrentQueue<string>();
        var system = ActorSystem.Create("ending");
        system.ActorOf(Props.Create(() => new Mortal(events)), "actor");
        system.RegisterOnTermination(() => events.Enqueue("registered"));
        await system.Terminate().WaitAsync(Patience);
        Assert.Equal(["actor", "registered"], events);
    }

    [Fact]
    public async Task An_ended_system_makes_no_actors()
    {
        var system = ActorSystem.Create("ending");
        await system.Terminate().WaitAsync(Patience);
        Assert.Throws<InvalidOperationException>(() => system.ActorOf(Props.Create<Echo>()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("-first")]
    [InlineData("with space")]
    [InlineData("eñe")]
    public void A_system_name_with_other_characters_is_refused(string name) =>
        Assert.ThrowsAny<ArgumentException>(() => ActorSystem.Create(name, ConfigurationFactory.Empty));

    private sealed class Mortal(ConcurrentQueue<string> ended) : UntypedActor
    {
        protected override void PostStop() => ended.Enqueue(Self.Path.Name);

        protected override void OnReceive(object message) => Sender.Tell(Context.ActorOf(Props.Create(() => new Mortal(ended)), (string)message));
    }
}
