using Akka.Actor;
using Akka.Event;
using Xunit;
using Xunit.Abstractions;

namespace ActorChat.Tests.Actors.Stash;

/// <summary>What becomes of a stash when its actor is restarted or stopped.</summary>
public class StashAndLifeTests(ITestOutputHelper output) : ActorSpec(output)
{
    [Fact]
    public void A_restart_gives_back_what_was_put_aside_ahead_of_what_waits()
    {
        var actor = ChildOf(Supervising(_ => Directive.Restart), Props.Create(() => new StashingActor(TestActor)));
        TellAll(actor, 1, 2, Failure(), 3, "open");
        ExpectAll(1, 2, 3);
    }

    [Fact]
    public void A_restart_gives_a_new_stash()
    {
        var actor = ChildOf(Supervising(_ => Directive.Restart), Props.Create(() => new StashingActor(TestActor)));
        Action<IStash> tell = stash => TestActor.Tell(stash);
        TellAll(actor, tell, Failure(), tell);
        Assert.NotSame(ExpectMsg<IStash>(), ExpectMsg<IStash>());
    }

    [Fact]
    public void A_message_that_was_put_aside_before_its_work_failed_is_not_lost()
    {
        var actor = ChildOf(Supervising(_ => Directive.Restart), Props.Create(() => new PutsAsideAndFails(TestActor)));
        TellAll(actor, "retry");
        ExpectMsg("retry");
    }

    [Fact]
    public void An_actor_may_throw_its_stash_away_before_it_is_restarted()
    {
        var actor = ChildOf(Supervising(_ => Directive.Restart), Props.Create(() => new Forgetful(TestActor)));
        TellAll(actor, 1, 2, Failure(), 3);
        ExpectMsg("cleared 2");
        TellAll(actor, Failure());
        ExpectMsg("cleared 1");
    }

    [Fact]
    public void What_is_put_aside_when_the_actor_stops_becomes_dead_letters_in_order()
    {
        var actor = Sys.ActorOf(Props.Create(() => new StashingActor(TestActor)));
        Sys.EventStream.Subscribe(TestActor, typeof(DeadLetter));
        TellAll(actor, 1, 2, PoisonPill.Instance);
        Assert.Equal(1, ExpectMsg<DeadLetter>().Message);
        var second = ExpectMsg<DeadLetter>();
        Assert.Equal(2, second.Message);
        Assert.Equal(TestActor, second.Sender);
        Assert.Equal(actor, second.Recipient);
    }

    [Fact]
    public void The_news_of_an_end_can_be_put_aside()
    {
        var actor = Sys.ActorOf(Props.Create(() => new WatchingStasher(TestActor)));
        var watched = Sys.ActorOf(Props.Create<Echo>());
        TellAll(actor, watched);
        ExpectMsg("watching");
        Sys.Stop(watched);
        ExpectMsg("put aside");
        TellAll(actor, "back");
        ExpectMsg(watched);
    }

    [Fact]
    [Trait("Upstream", "differs: a message of WatchWith that was put aside comes back as Terminated")]
    public void A_message_chosen_for_the_end_of_an_actor_can_be_put_aside()
    {
        var actor = Sys.ActorOf(Props.Create(() => new WatchingStasher(TestActor)));
        var watched = Sys.ActorOf(Props.Create<Echo>());
        TellAll(actor, new WatchingStasher.WatchWith(watched, "gone"));
        ExpectMsg("watching");
        Sys.Stop(watched);
        ExpectMsg("put aside");
        TellAll(actor, "back");
        ExpectMsg("gone");
    }

    [Fact]
    public void A_timers_message_can_be_put_aside()
    {
        var actor = Sys.ActorOf(Props.Create(() => new TimedStasher(TestActor)));
        ExpectMsg("put aside");
        TellAll(actor, "back");
        ExpectMsg("tick");
    }

    private sealed class PutsAsideAndFails(IActorRef log) : UntypedActor, IWithStash
    {
        private bool _again;

        public IStash Stash { get; set; } = null!;

        protected override void PostRestart(Exception reason) => _again = true;

        protected override void OnReceive(object message)
        {
            if (_again)
            {
                log.Tell(message);
                return;
            }

            Stash.Stash();
            throw Failure();
        }
    }

    private sealed class Forgetful(IActorRef log) : UntypedActor, IWithStash
    {
        public IStash Stash { get; set; } = null!;

        protected override void PreRestart(Exception reason, object? message) => log.Tell($"cleared {Stash.ClearStash().Count()}");

        protected override void OnReceive(object message)
        {
            if (message is Exception failure)
                throw failure;
            Stash.Stash();
        }
    }

    private sealed class WatchingStasher(IActorRef log) : UntypedActor, IWithStash
    {
        private bool _back;

        public IStash Stash { get; set; } = null!;

        protected override void OnReceive(object message)
        {
            switch (message)
            {
                case IActorRef actor:
                    Context.Watch(actor);
                    log.Tell("watching");
                    break;
                case WatchWith watch:
                    Context.WatchWith(watch.Actor, watch.Message);
                    log.Tell("watching");
                    break;
                case "back":
                    _back = true;
                    Stash.UnstashAll();
                    break;
                case var news when _back:
                    log.Tell(news is Terminated end ? end.ActorRef : news);
                    break;
                default:
                    Stash.Stash();
                    log.Tell("put aside");
                    break;
            }
        }

        internal sealed record WatchWith(IActorRef Actor, object Message);
    }

    private sealed class TimedStasher(IActorRef log) : UntypedActor, IWithStash, IWithTimers
    {
        private bool _back;

        public IStash Stash { get; set; } = null!;

        public ITimerScheduler Timers { get; set; } = null!;

        protected override void PreStart() => Timers.StartSingleTimer("key", "tick", TimeSpan.FromMilliseconds(1));

        protected override void OnReceive(object message)
        {
            if (message is "back")
            {
                _back = true;
                Stash.UnstashAll();
            }
            else if (_back)
            {
                log.Tell(message);
            }
            else
            {
                Stash.Stash();
                log.Tell("put aside");
            }
        }
    }
}
