using ActorChat.Benchmarks.Micro.Mailbox;
using Akka.Actor;
using BenchmarkDotNet.Attributes;

namespace ActorChat.Benchmarks.Micro;

/// <summary>What a message costs the runtime: time, and memory (the aim is none).</summary>
[MemoryDiagnoser]
public class MailboxBenchmarks
{
    private const int Messages = 100_000;
    private const int Talkers = 10;
    private const int Receivers = 100;

    private ActorSystem _system = null!;
    private IActorRef _ping = null!;
    private IActorRef[] _talkers = [];
    private IActorRef[] _receivers = [];

    [GlobalSetup]
    public void Start()
    {
        _system = ActorSystem.Create("benchmark", "akka.loglevel = OFF");
        _ping = _system.ActorOf(Props.Create<Ping>(_system.ActorOf(Props.Create<Pong>())));
        _talkers = [.. Enumerable.Range(0, Talkers).Select(_ => _system.ActorOf(Props.Create<Talker>()))];
        _receivers = [.. Enumerable.Range(0, Receivers).Select(_ => _system.ActorOf(Props.Create<Receiver>()))];
    }

    [GlobalCleanup]
    public async Task Stop() => await _system.Terminate();

    /// <summary>One thread tells one actor.</summary>
    [Benchmark(OperationsPerInvoke = Messages)]
    public async Task Tell()
    {
        var round = new Round(Messages, [_receivers[0]]);
        for (var i = 0; i < Messages; i++)
            _receivers[0].Tell(round, ActorRefs.NoSender);
        await round.Done;
    }

    /// <summary>Two actors that each wait for the other: for each message one must be woken.</summary>
    [Benchmark(OperationsPerInvoke = Messages)]
    public async Task PingPong()
    {
        var round = new Round(Messages / 2, [_ping]);
        _ping.Tell(round, ActorRefs.NoSender);
        await round.Done;
    }

    /// <summary>Ten actors tell one, as connections tell a room.</summary>
    [Benchmark(OperationsPerInvoke = Messages)]
    public async Task ManyToOne()
    {
        var round = new Round(Messages, [_receivers[0]]);
        var talk = new Talk(round, Messages / Talkers);
        foreach (var talker in _talkers)
            talker.Tell(talk, ActorRefs.NoSender);
        await round.Done;
    }

    /// <summary>One actor tells a hundred, as a room tells its members.</summary>
    [Benchmark(OperationsPerInvoke = Messages)]
    public async Task OneToMany()
    {
        var round = new Round(Messages / Receivers, _receivers);
        _talkers[0].Tell(new Talk(round, Messages / Receivers), ActorRefs.NoSender);
        await round.Done;
    }
}
