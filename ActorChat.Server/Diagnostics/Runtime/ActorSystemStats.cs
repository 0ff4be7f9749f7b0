using System.Collections.Concurrent;
using Akka.Actor;

namespace ActorChat.Server.Diagnostics.Runtime;

/// <summary>Totals of the TCP layer since the start of the system.</summary>
/// <param name="Accepted">Accepted connections.</param>
/// <param name="Refused">Failed attempts to accept, including those that succeeded later.</param>
/// <param name="Closed">Accepted connections that have ended.</param>
internal sealed record TcpTotals(long Accepted, long Refused, long Closed)
{
    public static TcpTotals operator +(TcpTotals left, TcpTotals right) =>
        new(left.Accepted + right.Accepted, left.Refused + right.Refused, left.Closed + right.Closed);

    public TcpTotals AllClosed() => this with { Closed = Accepted };
}

/// <summary>The statistics of one actor system. As an Akka plugin it is called for every new actor instance.</summary>
internal sealed class ActorSystemStats : ActorProducerPluginBase, IExtension
{
    private readonly ConcurrentDictionary<Type, ActorTypeStats> _types = new();
    private long _deadLetters;
    private TcpTotals _tcp = new(0, 0, 0);

    private ActorSystemStats(ExtendedActorSystem system)
    {
        System = system.Name;
        system.ActorPipelineResolver.Register(this);
    }

    public string System { get; }

    public IEnumerable<ActorTypeStats> Types => _types.Values;

    public long DeadLetters => Volatile.Read(ref _deadLetters);

    /// <summary>Up to a second old.</summary>
    public TcpTotals Tcp
    {
        get => Volatile.Read(ref _tcp);
        set => Volatile.Write(ref _tcp, value);
    }

    /// <summary>Gets the statistics of a system; creates them on the first call.</summary>
    public static ActorSystemStats Get(ActorSystem system) => Id.Instance.Apply(system);

    public void CountDeadLetter() => Interlocked.Increment(ref _deadLetters);

    public override void AfterIncarnated(ActorBase actor, IActorContext context)
    {
        if (context is ActorCell { Mailbox.MessageQueue: CountingMessageQueue queue } cell)
            queue.OnIncarnated(_types.GetOrAdd(cell.Props.Type, type => new ActorTypeStats(System, type)));
    }

    private sealed class Id : ExtensionIdProvider<ActorSystemStats>
    {
        public static readonly Id Instance = new();

        public override ActorSystemStats CreateExtension(ExtendedActorSystem system) => new(system);
    }
}
