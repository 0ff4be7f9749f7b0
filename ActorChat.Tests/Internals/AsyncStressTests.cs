using System.Collections.Concurrent;
using ActorChat.Tests.Actors;
using Akka.Actor;
using Xunit;
using Xunit.Abstractions;

namespace ActorChat.Tests.Internals;

/// <summary>
/// Asynchronous actors that put messages aside, fail, and are restarted by their siblings' failures in the middle of their tasks, at
/// random: each message is worked on once, in order, and none beside another.
/// </summary>
public class AsyncStressTests(ITestOutputHelper output) : ActorSpec(output, "akka.loglevel = OFF")
{
    private const int Groups = 8, Siblings = 8, Senders = 4, Messages = 10_000;

    private readonly ConcurrentQueue<string> _complaints = new();

    [Fact]
    public async Task No_message_is_lost_doubled_overtaken_or_worked_on_beside_another()
    {
        var parents = Enumerable.Range(0, Groups)
            .Select(_ => Supervising(new AllForOneStrategy(_ => Directive.Restart))).ToArray();
        var lives = Enumerable.Range(0, Groups * Siblings).Select(_ => new Life()).ToArray();
        var refs = await Task.WhenAll(lives.Select((life, i) => parents[i % Groups].Ask<IActorRef>(
            Props.Create(() => new Worker(life, _complaints)), Patience)));

        var sent = await Task.WhenAll(Enumerable.Range(0, Senders).Select(sender => Task.Run(() => Torment(refs, sender))));
        for (var i = 0; i < refs.Length; i++)
        {
            refs[i].Tell(Finish.Instance, TestActor);
            var expected = Enumerable.Range(0, Senders).Select(sender => sent[sender][i]).ToArray();
            Assert.Equal(expected, ExpectMsg<int[]>());
        }

        Assert.Empty(_complaints);
    }

    // The numbers of the messages sent to each actor.
    private static int[] Torment(IActorRef[] refs, int sender)
    {
        var random = new Random(sender);
        var next = new int[refs.Length];
        for (var i = 0; i < Messages; i++)
        {
            var target = random.Next(refs.Length);
            object message = random.Next(200) < 2 ? new Crash() : new Numbered(sender, ++next[target], random.Next());
            refs[target].Tell(message, ActorRefs.NoSender);
        }

        return next;
    }

    private sealed record Numbered(int Sender, int Number, int Luck);

    private sealed record Crash;

    private sealed class Finish
    {
        public static readonly Finish Instance = new();
    }

    // What outlives the restarts of one actor; only touched by that actor.
    private sealed class Life
    {
        public int[] Last { get; } = new int[Senders];

        public int Inside;
    }

    private sealed class Worker : ReceiveActor, IWithStash
    {
        private readonly Life _life;
        private readonly ConcurrentQueue<string> _complaints;
        private int _toPutAside;

        public Worker(Life life, ConcurrentQueue<string> complaints)
        {
            (_life, _complaints) = (life, complaints);
            ReceiveAsync<Numbered>(numbered => Alone(() => Work(numbered)), _ => _toPutAside == 0);
            Receive<Numbered>(_ => PutAside());
            ReceiveAsync<Crash>(_ => Alone(Fail));
            ReceiveAsync<Finish>(_ => Alone(End), _ => _toPutAside == 0);
            Receive<Finish>(_ =>
            {
                _toPutAside = 1;
                PutAside();
            });
        }

        public IStash Stash { get; set; } = null!;

        private static async Task Fail()
        {
            await Task.Yield();
            throw new InvalidOperationException("asked to");
        }

        private async Task Alone(Func<Task> work)
        {
            if (Interlocked.Increment(ref _life.Inside) != 1)
                _complaints.Enqueue("two at once");
            try
            {
                await work();
            }
            finally
            {
                Interlocked.Decrement(ref _life.Inside);
            }
        }

        private async Task Work(Numbered numbered)
        {
            if (numbered.Luck % 3 == 1)
                await Task.Yield();
            else if (numbered.Luck % 3 == 2)
                await Task.Run(() => { });
            if (numbered.Number != _life.Last[numbered.Sender] + 1)
                _complaints.Enqueue($"{numbered} came after {_life.Last[numbered.Sender]}");
            _life.Last[numbered.Sender] = numbered.Number;
            if (numbered.Luck % 20 == 0)
                _toPutAside = 1 + (numbered.Luck % 7);
        }

        private async Task End()
        {
            await Task.Yield();
            Sender.Tell(_life.Last);
        }

        private void PutAside()
        {
            Stash.Stash();
            if (--_toPutAside == 0)
                Stash.UnstashAll();
        }
    }
}
