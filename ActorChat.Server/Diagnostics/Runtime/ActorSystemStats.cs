using System.Collections.Concurrent;
using Akka.Actor;

namespace ActorChat.Server.Diagnostics.Runtime;

/// <summary>The figures of one actor system. As a plugin of Akka's it hears of every instance of an actor that is made.</summary>
internal sealed class ActorSystemStats : ActorProducerPluginBase, IExtension
{
    private readonly ConcurrentDictionary<Type, ActorTypeStats> _types = new();
    private readonly string _system;
    private long _deadLetters;
    private TcpTotals _tcp = new(0, 0, 0);

    private ActorSystemStats(ExtendedActorSystem system)
    {
        _system = system.Name;
        system.ActorPipelineResolver.Register(this);
    }

    /// <summary>The name of the system.</summary>
    public string System => _system;

    /// <summary>The figures of its actors, by their type.</summary>
    public IEnumerable<ActorTypeStats> Types => _types.Values;

    /// <summary>The messages that nobody could receive, those left out that are no news.</summary>
    public long DeadLetters => Volatile.Read(ref _deadLetters);

    /// <summary>The TCP layer's part, up to a second old.</summary>
    public TcpTotals Tcp
    {
        get => Volatile.Read(ref _tcp);
        set => Volatile.Write(ref _tcp, value);
    }

    /// <summary>Those of a system; made when they are first asked for.</summary>
    public static ActorSystemStats Of(ActorSystem system) => Id.Instance.Apply(system);

    /// <summary>A message had no receiver.</summary>
    public void CountDeadLetter() => Interlocked.Increment(ref _deadLetters);

    /// <inheritdoc/>
    public override void AfterIncarnated(ActorBase actor, IActorContext context)
    {
        if (context is ActorCell { Mailbox.MessageQueue: CountingMessageQueue queue } cell)
            queue.OnIncarnated(_types.GetOrAdd(cell.Props.Type, type => new ActorTypeStats(_system, type)));
    }

    private sealed class Id : ExtensionIdProvider<ActorSystemStats>
    {
        public static readonly Id Instance = new();

        public override ActorSystemStats CreateExtension(ExtendedActorSystem system) => new(system);
    }
}
