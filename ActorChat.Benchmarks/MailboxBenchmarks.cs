using Akka.Actor;
using BenchmarkDotNet.Attributes;

namespace ActorChat.Benchmarks;

/// <summary>What a message costs the runtime: time, and memory (the aim is none).</summary>
[MemoryDiagnoser]
public class MailboxBenchmarks
{
    private const int Messages = 100_000;

    private ActorSystem _system = null!;
    private IActorRef _sink = null!;
    private IActorRef _ping = null!;

    [GlobalSetup]
    public void Start()
    {
        _system = ActorSystem.Create("benchmark", "akka.loglevel = OFF");
        _sink = _system.ActorOf(Props.Create<Sink>());
        _ping = _system.ActorOf(Props.Create<Ping>(_system.ActorOf(Props.Create<Pong>())));
    }

    [GlobalCleanup]
    public async Task Stop() => await _system.Terminate();

    /// <summary>One sender, one receiver, no answers.</summary>
    [Benchmark(OperationsPerInvoke = Messages)]
    public async Task Tell()
    {
        var round = new Round(Messages);
        for (var i = 0; i < Messages; i++)
            _sink.Tell(round, ActorRefs.NoSender);
        await round.Done;
    }

    /// <summary>Two actors that each wait for the other.</summary>
    [Benchmark(OperationsPerInvoke = Messages)]
    public async Task PingPong()
    {
        var round = new Round(Messages);
        _ping.Tell(round, ActorRefs.NoSender);
        await round.Done;
    }

    private sealed class Round(int left)
    {
        private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _left = left;

        public Task Done => _done.Task;

        // Whether that was the last one.
        public bool CountDown()
        {
            if (--_left > 0)
                return false;
            _done.TrySetResult();
            return true;
        }
    }

    private sealed class Sink : ReceiveActor
    {
        public Sink() => Receive<Round>(round => { round.CountDown(); });
    }

    private sealed class Ping : ReceiveActor
    {
        public Ping(IActorRef pong) => Receive<Round>(round =>
        {
            if (!round.CountDown())
                pong.Tell(round);
        });
    }

    private sealed class Pong : ReceiveActor
    {
        public Pong() => Receive<Round>(round => Sender.Tell(round));
    }
}
