using System.Collections.Concurrent;
using ActorChat.Tests.Actors;
using Akka.Actor;
using Xunit;
using Xunit.Abstractions;

namespace ActorChat.Tests.Internals;

/// <summary>Thousands of actors that are told things, crash and stop at random: what is promised holds all the same.</summary>
public class StressTests(ITestOutputHelper output) : ActorSpec(output, "akka.loglevel = OFF")
{
    private const int Actors = 3000, Senders = 4, Messages = 60_000;

    private readonly ConcurrentQueue<string> _complaints = new();

    [Fact]
    public async Task Order_holds_every_end_is_told_once_and_nothing_is_worked_on_after_it()
    {
        var lives = Enumerable.Range(0, Actors).Select(_ => new Life()).ToArray();
        var parents = Enumerable.Range(0, 30).Select(_ => Supervising(_ => Directive.Restart)).ToArray();
        var refs = await Task.WhenAll(lives.Select((life, i) => parents[i % parents.Length].Ask<IActorRef>(
            Props.Create(() => new Mortal(life, _complaints)), Patience)));
        var watcher = Sys.ActorOf(Props.Create(() => new Undertaker(refs, TestActor, _complaints)));
        ExpectMsg("watching");

        await Task.WhenAll(Enumerable.Range(0, Senders).Select(sender => Task.Run(() => Torment(refs, sender))));
        foreach (var actor in refs)
            actor.Tell(PoisonPill.Instance, ActorRefs.NoSender);
        ExpectMsg("all ended");
        watcher.Tell("count", TestActor);
        ExpectMsg(Actors);
        Assert.Empty(_complaints);
        Assert.All(lives, life => Assert.True(life.Ended));
        Assert.True(lives.Sum(life => life.Worked) > 0);
    }

    private static void Torment(IActorRef[] refs, int sender)
    {
        var random = new Random(sender);
        var next = new int[refs.Length];
        for (var i = 0; i < Messages; i++)
        {
            var target = random.Next(refs.Length);
            object message = random.Next(1000) switch
            {
                < 5 => PoisonPill.Instance,
                < 8 => Kill.Instance,
                < 100 => new Crash(),
                _ => new Numbered(sender, ++next[target]),
            };
            refs[target].Tell(message, ActorRefs.NoSender);
        }
    }

    private sealed record Numbered(int Sender, int Number);

    private sealed record Crash;

    // What outlives the restarts of one actor; only touched by that actor.
    private sealed class Life
    {
        public int[] Last { get; } = new int[Senders];

        public int Inside;

        public int Worked { get; set; }

        public bool Ended { get; set; }
    }

    private sealed class Mortal(Life life, ConcurrentQueue<string> complaints) : UntypedActor
    {
        protected override void PreRestart(Exception reason, object? message)
        {
        }

        protected override void PostStop() => life.Ended = true;

        protected override void OnReceive(object message)
        {
            if (Interlocked.Increment(ref life.Inside) != 1)
                complaints.Enqueue("two at once");
            try
            {
                Work(message);
            }
            finally
            {
                Interlocked.Decrement(ref life.Inside);
            }
        }

        private void Work(object message)
        {
            if (life.Ended)
                complaints.Enqueue($"{message} after the end");
            if (message is not Numbered numbered)
                throw new InvalidOperationException("asked to");
            if (numbered.Number != life.Last[numbered.Sender] + 1)
                complaints.Enqueue($"{numbered} came after {life.Last[numbered.Sender]}");
            life.Last[numbered.Sender] = numbered.Number;
            life.Worked++;
        }
    }

    private sealed class Undertaker : UntypedActor
    {
        private readonly HashSet<IActorRef> _alive;
        private readonly IActorRef _log;
        private readonly ConcurrentQueue<string> _complaints;
        private int _told;

        public Undertaker(IActorRef[] actors, IActorRef log, ConcurrentQueue<string> complaints)
        {
            (_alive, _log, _complaints) = ([.. actors], log, complaints);
            foreach (var actor in actors)
                Context.Watch(actor);
            log.Tell("watching");
        }

        protected override void OnReceive(object message)
        {
            if (message is not Terminated terminated)
            {
                Sender.Tell(_told);
                return;
            }

            _told++;
            if (!_alive.Remove(terminated.ActorRef))
                _complaints.Enqueue($"{terminated.ActorRef} ended twice");
            if (_alive.Count == 0)
                _log.Tell("all ended");
        }
    }
}
