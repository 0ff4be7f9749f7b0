using System.Diagnostics.Tracing;
using System.Net;
using System.Net.Sockets;
using ActorChat.Actors.Watching;
using ActorChat.Tests.Actors;
using Akka.Actor;
using Akka.IO;
using Xunit;
using Xunit.Abstractions;

namespace ActorChat.Tests.Internals.Watching;

/// <summary>The runtime's metrics, as a collector gets them. Each spec has a system with a name of its own.</summary>
public sealed class RuntimeMeterTests : ActorSpec
{
    private const string Quiet = "akka.loglevel = OFF\nakka.stdout-loglevel = OFF\nakka.log-dead-letters = off";
    private static readonly string Type = typeof(ScriptedActor).FullName!;

    private readonly ActorSystem _system;
    private readonly CollectedMetrics _metrics;
    private readonly ManualResetEventSlim _gate = new();

    public RuntimeMeterTests(ITestOutputHelper output)
        : base(output)
    {
        _system = ActorSystem.Create($"metered-{Guid.NewGuid():N}", Quiet);
        _metrics = new CollectedMetrics(_system.Name);
    }

    protected override void AfterAll()
    {
        _gate.Set();
        _metrics.Dispose();
        _system.Dispose();
        base.AfterAll();
    }

    [Fact]
    public void Living_actors_are_counted_by_type()
    {
        var actors = Enumerable.Range(0, 3).Select(_ => Make((_, _) => { })).ToList();
        Assert.Equal(3, _metrics.Now("actorchat.actor.count", Type));
        _system.Stop(actors[0]);
        AwaitAssert(() => Assert.Equal(2, _metrics.Now("actorchat.actor.count", Type)));
    }

    [Fact]
    public void Messages_are_counted_also_of_actors_that_have_ended()
    {
        var actor = Make((context, message) => context.Sender.Tell(message));
        TellAll(actor, 1, 2, 3);
        ExpectAll(1, 2, 3);
        Watch(actor);
        _system.Stop(actor);
        ExpectTerminated(actor);
        Assert.Equal(3, _metrics.Now("actorchat.actor.processed.messages", Type));
        Assert.Equal(0, _metrics.Now("actorchat.actor.count", Type));
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
            sums.Add(_metrics.Collect().SingleOrDefault(m => m.Instrument == "actorchat.actor.processed.messages" && m.Has(Type))?.Value ?? 0);

        await coming;
        Assert.Equal(sums.Order(), sums);
        AwaitAssert(() => Assert.Equal(0, _metrics.Now("actorchat.actor.count", Type)));
        Assert.Equal(Actors * Messages, _metrics.Now("actorchat.actor.processed.messages", Type));
    }

    [Fact]
    public void What_waits_in_mailboxes_is_summed_up()
    {
        foreach (var actor in Enumerable.Range(0, 2).Select(_ => Make(Stay)).ToList())
            TellAll(actor, 1, 2, 3);
        ExpectAll("here", "here");
        Assert.Equal(6, _metrics.Now("actorchat.actor.mailbox.depth", Type));
    }

    [Fact]
    public void Restarts_are_counted()
    {
        TellAll(Make((_, _) => throw Failure()), 1, 2);
        AwaitAssert(() => Assert.Equal(2, _metrics.Now("actorchat.actor.restarts", Type)));
    }

    [Fact]
    public void Dead_letters_are_counted()
    {
        var before = _metrics.Now("actorchat.dead_letters");
        TellAll(_system.DeadLetters, 1, 2);
        Assert.Equal(before + 2, _metrics.Now("actorchat.dead_letters"));
    }

    [Fact]
    public void The_time_of_each_message_is_told_with_the_type_of_its_actor()
    {
        var actor = Make((context, message) => context.Sender.Tell(message));
        TellAll(actor, 1, 2);
        ExpectAll(1, 2);
        var times = new List<CollectedMetrics.Measured>();
        AwaitAssert(() =>
        {
            times.AddRange(_metrics.Collect().Where(m => m.Instrument == "actorchat.actor.processing.duration" && m.Has(Type)));
            Assert.Equal(2, times.Count);
        });
        Assert.All(times, time => Assert.Equal(("s", true), (time.Unit, time.Value >= 0)));
    }

    [Fact]
    public async Task Systems_do_not_mix_and_one_that_has_ended_is_no_longer_told_of()
    {
        var other = ActorSystem.Create($"metered-{Guid.NewGuid():N}", Quiet);
        using var metrics = new CollectedMetrics(other.Name);
        Make((_, _) => { });
        Assert.DoesNotContain(metrics.Collect(), m => m.Has(Type));
        Assert.Equal(1, _metrics.Now("actorchat.actor.count", Type));

        await other.Terminate();
        metrics.Collect();
        Assert.Empty(metrics.Collect());
    }

    [Fact]
    public async Task What_TCP_does_is_counted()
    {
        var asker = TestActor;
        var server = Make((context, message) => Echo(context, message, asker));
        _system.Tcp().Tell(new Tcp.Bind(server, new IPEndPoint(IPAddress.Loopback, 0)), server);
        var address = ExpectMsg<IPEndPoint>();
        using (var client = new Socket(SocketType.Stream, ProtocolType.Tcp))
        {
            await client.ConnectAsync(address);
            await client.SendAsync("0123456789"u8.ToArray());
            var buffer = new byte[10];
            for (var got = 0; got < buffer.Length;)
                got += await client.ReceiveAsync(buffer.AsMemory(got));
            AwaitAssert(() => Assert.Equal(10, _metrics.Now("actorchat.tcp.io", "transmit")));
            Assert.Equal(10, _metrics.Now("actorchat.tcp.io", "receive"));
            Assert.Equal(1, _metrics.Now("actorchat.tcp.connection.count"));
            Assert.InRange(_metrics.Now("actorchat.tcp.writes"), 1, 10);
        }

        AwaitAssert(() => Assert.Equal(0, _metrics.Now("actorchat.tcp.connection.count")));
    }

    [Fact]
    public void Connections_that_could_not_be_accepted_are_counted_by_the_reason()
    {
        var tcp = ((ActorSystemImpl)_system).Activity.Tcp;
        tcp.CountRefusal(SocketError.TooManyOpenSockets);
        tcp.CountRefusal(SocketError.TooManyOpenSockets);
        Assert.Equal(2, _metrics.Now("actorchat.tcp.refusals", "TooManyOpenSockets"));
    }

    [Fact]
    public void Every_instrument_has_a_unit_and_a_lowercase_name() => Assert.All(_metrics.Collect(), measured =>
    {
        Assert.Matches(@"^actorchat(\.[a-z_]+)+$", measured.Instrument);
        Assert.Matches(@"^(s|By|\{[a-z]+\})$", measured.Unit!);
    });

    [Fact]
    public async Task The_source_that_dotnet_counters_reads_has_them()
    {
        using var counters = new CounterEvents();
        var seen = await counters.Seen.Task.WaitAsync(Patience);
        Assert.Equal("actorchat.actor.count", seen);
    }

    private static void Echo(IActorContext context, object message, IActorRef asker)
    {
        switch (message)
        {
            case Tcp.Bound bound:
                asker.Tell(bound.LocalAddress);
                break;
            case Tcp.Connected:
                context.Sender.Tell(new Tcp.Register(context.Self));
                break;
            case Tcp.Received received:
                context.Sender.Tell(Tcp.Write.Create(received.Data));
                break;
            default:
                break;
        }
    }

    private IActorRef Make(Action<IActorContext, object> onMessage) => _system.ActorOf(Props.Create(() => new ScriptedActor(onMessage)));

    private void Stay(IActorContext context, object message)
    {
        context.Sender.Tell("here");
        _gate.Wait(Patience);
    }

    // Listens as dotnet-counters does, only from inside of the process.
    private sealed class CounterEvents : EventListener
    {
        private const EventKeywords TimeSeries = (EventKeywords)2;

        public TaskCompletionSource<string> Seen { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        protected override void OnEventSourceCreated(EventSource eventSource)
        {
            if (eventSource.Name == "System.Diagnostics.Metrics")
            {
                EnableEvents(eventSource, EventLevel.Informational, TimeSeries, new Dictionary<string, string?>
                {
                    ["SessionId"] = Guid.NewGuid().ToString(),
                    ["Metrics"] = RuntimeMeter.Name,
                    ["RefreshInterval"] = "1",
                    ["MaxTimeSeries"] = "1000",
                    ["MaxHistograms"] = "100",
                });
            }
        }

        protected override void OnEventWritten(EventWrittenEventArgs eventData)
        {
            if (eventData.EventName == "UpDownCounterRateValuePublished" && eventData.Payload?.OfType<string>().Contains("actorchat.actor.count") == true)
                Seen.TrySetResult("actorchat.actor.count");
        }
    }
}
