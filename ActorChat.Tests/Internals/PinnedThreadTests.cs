using ActorChat.Tests.Actors;
using Akka.Actor;
using Xunit;
using Xunit.Abstractions;

namespace ActorChat.Tests.Internals;

public class PinnedThreadTests(ITestOutputHelper output) : ActorSpec(output, "pinned.type = PinnedDispatcher")
{
    [Fact]
    public void The_thread_of_a_pinned_actor_ends_with_it()
    {
        var thread = ThreadOf(new Pinned(null));
        Assert.True(thread.Join(Patience));
    }

    [Fact]
    public void The_thread_ends_even_when_the_actor_fails_to_be_disposed_of()
    {
        var thread = ThreadOf(new Pinned(Failure()));
        Assert.True(thread.Join(Patience));
    }

    private Thread ThreadOf(Pinned how)
    {
        var actor = Watch(Sys.ActorOf(Props.Create(() => new PinnedActor(how)).WithDispatcher("pinned")));
        actor.Tell("thread", TestActor);
        var thread = ExpectMsg<Thread>();
        Assert.True(thread.IsAlive);
        Sys.Stop(actor);
        ExpectTerminated(actor);
        return thread;
    }

    private sealed record Pinned(Exception? OnDispose);

    private sealed class PinnedActor(Pinned how) : UntypedActor, IDisposable
    {
        public void Dispose()
        {
            if (how.OnDispose is { } failure)
                throw failure;
        }

        protected override void OnReceive(object message) => Sender.Tell(Thread.CurrentThread);
    }
}
