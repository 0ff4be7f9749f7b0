using ActorChat.Server.Diagnostics.Runtime;
using Akka.Actor;
using Akka.IO;

namespace ActorChat.Tests.Diagnostics.Runtime;

/// <summary>The metrics of the actors, as a collector gets them.</summary>
[Collection(CountingSpec.MeasuresTime)]
public sealed class RuntimeMeterTests : CountingSpec
{
    private static readonly string Type = typeof(ScriptedActor).FullName!;

    private readonly CollectedMetrics _metrics;

    public RuntimeMeterTests()
    {
        RuntimeMeter.Observe(Sys);
        _metrics = new CollectedMetrics(Sys.Name);
    }

    protected override void AfterAll()
    {
        _metrics.Dispose();
        base.AfterAll();
    }

    [Fact]
    public void Living_actors_are_counted_by_type()
    {
        var actors = Enumerable.Range(0, 3).Select(_ => MakeEcho()).ToList();
        AwaitAssert(() => Assert.Equal(3, _metrics.Now("actorchat.actor.count", Type)));
        Sys.Stop(actors[0]);
        AwaitAssert(() => Assert.Equal(2, _metrics.Now("actorchat.actor.count", Type)));
    }

    [Fact]
    public async Task Sums_neither_shrink_nor_count_twice_while_actors_come_and_go()
    {
        const int Actors = 300;
        const int Messages = 10;
        var coming = Task.Run(() =>
        {
            for (var i = 0; i < Actors; i++)
            {
                var actor = Make((_, _) => { });
                for (var j = 1; j < Messages; j++)
                    actor.Tell(j);
                actor.Tell(PoisonPill.Instance);
            }
        });
        var sums = new List<double>();
        while (!coming.IsCompleted || sums.Count < 100)
            sums.Add(_metrics.Now("actorchat.actor.processed.messages", Type));

        await coming;
        Assert.Equal(sums.Order(), sums);
        AwaitAssert(() => Assert.Equal(Actors * Messages, _metrics.Now("actorchat.actor.processed.messages", Type)));
        AwaitAssert(() => Assert.Equal(0, _metrics.Now("actorchat.actor.count", Type)));
    }

    [Fact]
    public void What_waits_in_mailboxes_is_summed_up()
    {
        foreach (var actor in new[] { MakeStaying(), MakeStaying() })
        {
            for (var i = 0; i < 3; i++)
                actor.Tell(i);
        }

        ReceiveN(2);
        Assert.Equal(6, _metrics.Now("actorchat.actor.mailbox.depth", Type));
    }

    [Fact]
    public void Restarts_are_counted_also_of_actors_that_have_ended()
    {
        var actor = Watch(Make((_, _) => throw new InvalidOperationException("as the spec wants it")));
        actor.Tell(1);
        actor.Tell(2);
        actor.Tell(PoisonPill.Instance);
        ExpectTerminated(actor);
        Assert.Equal(2, _metrics.Now("actorchat.actor.restarts", Type));
    }

    [Fact]
    public void Dead_letters_are_counted()
    {
        Sys.DeadLetters.Tell(1);
        Sys.DeadLetters.Tell(2);
        AwaitAssert(() => Assert.Equal(2, _metrics.Now("actorchat.dead_letters")));
    }

    [Fact]
    public void The_time_of_each_message_is_told_with_the_type_of_its_actor()
    {
        var actor = MakeEcho();
        actor.Tell(1);
        actor.Tell(2);
        ReceiveN(2);
        var times = new List<CollectedMetrics.Measured>();
        AwaitAssert(() =>
        {
            times.AddRange(_metrics.Collect().Where(m => m.Instrument == "actorchat.actor.processing.duration" && m.Has(Type)));
            Assert.Equal(2, times.Count);
        });
        Assert.All(times, time => Assert.Equal(("s", true), (time.Unit, time.Value > 0)));
    }

    [Fact]
    public async Task Systems_do_not_mix_and_one_that_has_ended_is_no_longer_told_of()
    {
        var other = ActorSystem.Create($"counted-{Guid.NewGuid():N}", Hocon);
        RuntimeMeter.Observe(other);
        using var metrics = new CollectedMetrics(other.Name);
        MakeEcho();
        AwaitAssert(() => Assert.Equal(1, _metrics.Now("actorchat.actor.count", Type)));
        Assert.DoesNotContain(metrics.Collect(), m => m.Has(Type));

        await other.Terminate();
        metrics.Collect();
        Assert.Empty(metrics.Collect());
    }

    [Fact]
    public async Task Connections_of_TCP_are_counted_also_those_of_a_port_that_was_closed()
    {
        Sys.Tcp().Tell(new Tcp.Bind(TestActor, new IPEndPoint(IPAddress.Loopback, 0)), TestActor);
        var address = ExpectMsg<Tcp.Bound>().LocalAddress;
        var listener = LastSender;
        using var first = new Socket(SocketType.Stream, ProtocolType.Tcp);
        using var second = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await first.ConnectAsync(address);
        await second.ConnectAsync(address);
        ReceiveN(2);
        ExpectTcp(open: 2, accepted: 2, closed: 0);
        LastSender.Tell(Tcp.Abort.Instance);
        ExpectTcp(open: 1, accepted: 2, closed: 1);
        listener.Tell(Tcp.Unbind.Instance);
        ExpectTcp(open: 0, accepted: 2, closed: 2);
    }

    [Fact]
    public void Every_instrument_has_a_unit_and_a_lowercase_name()
    {
        MakeEcho().Tell(1);
        ExpectMsg(1);
        Assert.All(_metrics.Collect(), measured =>
        {
            Assert.Matches(@"^actorchat(\.[a-z_]+)+$", measured.Instrument);
            Assert.Matches(@"^(s|\{[a-z]+\})$", measured.Unit!);
        });
    }

    private void ExpectTcp(int open, int accepted, int closed) => AwaitAssert(() =>
    {
        string[] instruments = ["connection.count", "accepted.connections", "closed.connections", "refusals"];
        Assert.Equal([open, accepted, closed, 0], instruments.Select(instrument => _metrics.Now($"actorchat.tcp.{instrument}")));
    });
}
