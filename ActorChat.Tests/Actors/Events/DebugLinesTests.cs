using Akka.Actor;
using Xunit;
using Xunit.Abstractions;

namespace ActorChat.Tests.Actors.Events;

public class DebugLinesTests(ITestOutputHelper output) : ActorSpec(output, """
    akka.loglevel = DEBUG
    akka.actor.debug {
      receive = on
      autoreceive = on
      lifecycle = on
      unhandled = on
      event-stream = on
    }
    """)
{
    [Fact]
    public void The_life_of_an_actor_is_told()
    {
        var source = "akka://test/user/mortal";
        IActorRef? actor = null;
        EventFilter.Debug(start: "Started", source: source).ExpectOne(() => actor = Sys.ActorOf(Props.Create(() => new Verbose()), "mortal"));
        EventFilter.Debug(start: "Restarted", source: source).ExpectOne(() => actor!.Tell(Failure(), TestActor));
        EventFilter.Debug(start: "Restarting", source: source).ExpectOne(() => actor!.Tell(Failure(), TestActor));
        EventFilter.Debug(start: "Stopping", source: source).ExpectOne(() => actor!.Tell(PoisonPill.Instance, TestActor));
    }

    [Fact]
    public void The_end_of_an_actor_is_told()
    {
        var source = "akka://test/user/mortal";
        var actor = Sys.ActorOf(Props.Create(() => new Verbose()), "mortal");
        EventFilter.Debug(start: "Stopped", source: source).ExpectOne(() => Sys.Stop(actor));
    }

    [Fact]
    public void Who_supervises_whom_is_told() =>
        EventFilter.Debug(start: "now supervising [akka://test/user/novice", source: "akka://test/user")
            .ExpectOne(() => Sys.ActorOf(Props.Create(() => new Verbose()), "novice"));

    [Fact]
    public void Who_watches_whom_is_told()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Verbose()));
        var source = actor.Path.ToString();
        var watcher = CreateTestProbe();
        EventFilter.Debug(start: $"now watched by {watcher.Ref}", source: source).ExpectOne(() => watcher.Watch(actor));
        EventFilter.Debug(start: $"no longer watched by {watcher.Ref}", source: source).ExpectOne(() => watcher.Unwatch(actor));
    }

    [Fact]
    public void What_an_actor_receives_is_told_where_it_asks_for_that()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Verbose()));
        EventFilter.Debug(start: "received handled message hello from", source: actor.Path.ToString()).ExpectOne(() => actor.Tell("hello", TestActor));
    }

    [Fact]
    public void What_the_runtime_answers_itself_is_told()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Verbose()));
        EventFilter.Debug(start: "received AutoReceiveMessage", source: actor.Path.ToString()).ExpectOne(() => actor.Tell(new Identify(1), TestActor));
    }

    [Fact]
    public void What_an_actor_does_not_handle_is_told()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Verbose()));
        EventFilter.Debug(start: "Unhandled message from", source: actor.Path.ToString()).ExpectOne(() => actor.Tell(5, TestActor));
    }

    [Fact]
    public void Subscriptions_to_the_event_stream_are_told() =>
        EventFilter.Debug(contains: $"to channel {typeof(DebugLinesTests)}").ExpectOne(() => Sys.EventStream.Subscribe(TestActor, typeof(DebugLinesTests)));

    private sealed class Verbose : ReceiveActor, ILogReceive
    {
        public Verbose()
        {
            Receive<Exception>(failure => throw failure);
            Receive<string>(_ => { });
        }
    }
}
