using System.Diagnostics;
using ActorChat.Benchmarks.Load.Figures;
using ActorChat.Server.Storage;
using Akka.Actor;
using HdrHistogram;

namespace ActorChat.Benchmarks.Durable;

/// <summary>The parent of the persistence actor, in the node's place, and of those who send to it. Takes one question after the other.</summary>
internal sealed class LoadActor : ReceiveActor
{
    private readonly PersistenceContext _context;
    private IActorRef _persistence = ActorRefs.Nobody;

    public LoadActor(PersistenceContext context)
    {
        _context = context;
        Receive<LoadCommand.Open>(_ => Open(Sender));
        Receive<LoadCommand.Measure>(measure => Start(measure, Sender));
        Receive<LoadCommand.Close>(close => Close(Sender));
    }

    private void Open(IActorRef asker)
    {
        _persistence = Context.ActorOf(PersistenceActor.PropsFor(_context), PersistenceActor.Name);
        BecomeStacked(() => Opening(asker));
    }

    private void Opening(IActorRef asker)
    {
        Receive<PersistenceEvent.Ready>(_ => Answer(asker, new LoadCommand.Ready()));
        Receive<PersistenceEvent.Unavailable>(unavailable => Answer(asker, new Status.Failure(unavailable.Reason)));
    }

    private void Start(LoadCommand.Measure measure, IActorRef asker)
    {
        var senders = Enumerable.Range(0, measure.Senders)
            .Select(i => Context.ActorOf(Props.Create<SenderActor>(_persistence, $"u{i}")))
            .ToList();
        var waits = Delays.NewHistogram();
        var cpu = Environment.CpuUsage.TotalTime;
        BecomeStacked(() => Measuring(measure, asker, waits, cpu));
        var send = new LoadCommand.Send(Stopwatch.GetTimestamp() + (long)(measure.Length.TotalSeconds * Stopwatch.Frequency));
        senders.ForEach(sender => sender.Tell(send));
    }

    private void Measuring(LoadCommand.Measure measure, IActorRef asker, LongHistogram waits, TimeSpan cpuBefore)
    {
        var running = measure.Senders;
        Receive<LoadCommand.Sent>(sent =>
        {
            sent.Waits.ForEach(waits.RecordValue);
            if (--running == 0)
                Answer(asker, new Slice(measure.Length, Environment.CpuUsage.TotalTime - cpuBefore, waits));
        });
    }

    private void Close(IActorRef asker)
    {
        _persistence.Tell(new PersistenceCommand.Close(TimeSpan.FromSeconds(5)));
        BecomeStacked(() => Receive<PersistenceEvent.Closed>(_ => Answer(asker, new LoadCommand.Closed())));
    }

    private void Answer(IActorRef asker, object answer)
    {
        asker.Tell(answer);
        UnbecomeStacked();
    }
}
