using Akka.Event;
using Xunit;
using Xunit.Abstractions;

namespace ActorChat.Tests.Actors.Events;

public class EventStreamTests(ITestOutputHelper output) : ActorSpec(output)
{
    [Fact]
    public void A_subscriber_gets_events_of_its_type_and_of_types_derived_from_it()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(Animal));
        Sys.EventStream.Publish("no animal");
        Sys.EventStream.Publish(new Animal("a"));
        Sys.EventStream.Publish(new Dog("b"));
        ExpectAll(new Animal("a"), new Dog("b"));
    }

    [Fact]
    public void A_subscriber_to_an_interface_gets_what_implements_it()
    {
        Sys.EventStream.Subscribe<INamed>(TestActor);
        Sys.EventStream.Publish(new Dog("b"));
        ExpectMsg(new Dog("b"));
    }

    [Fact]
    public void Who_subscribes_twice_gets_an_event_once()
    {
        Assert.True(Sys.EventStream.Subscribe(TestActor, typeof(Animal)));
        Assert.False(Sys.EventStream.Subscribe(TestActor, typeof(Animal)));
        Sys.EventStream.Publish(new Animal("a"));
        Sys.EventStream.Publish(new Animal("b"));
        ExpectAll(new Animal("a"), new Animal("b"));
    }

    [Fact]
    public void Who_unsubscribes_from_a_type_still_gets_the_others()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(Animal));
        Sys.EventStream.Subscribe(TestActor, typeof(string));
        Assert.True(Sys.EventStream.Unsubscribe(TestActor, typeof(Animal)));
        Sys.EventStream.Publish(new Animal("a"));
        Sys.EventStream.Publish("text");
        ExpectMsg("text");
    }

    [Fact]
    public void Who_unsubscribes_from_all_gets_nothing()
    {
        var other = CreateTestProbe();
        foreach (var subscriber in (Akka.Actor.IActorRef[])[TestActor, other])
        {
            Sys.EventStream.Subscribe(subscriber, typeof(Animal));
            Sys.EventStream.Subscribe(subscriber, typeof(string));
        }

        Assert.True(Sys.EventStream.Unsubscribe(TestActor));
        Sys.EventStream.Publish(new Animal("a"));
        Sys.EventStream.Publish("text");
        other.ExpectMsg(new Animal("a"));
        other.ExpectMsg("text");
        TestActor.Tell("end", TestActor);
        ExpectMsg("end");
    }

    private interface INamed;

    private record Animal(string Name) : INamed;

    private sealed record Dog(string Name) : Animal(Name);
}
