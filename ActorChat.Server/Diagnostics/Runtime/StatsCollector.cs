using Akka.Actor;
using Akka.Event;
using Akka.IO;

namespace ActorChat.Server.Diagnostics.Runtime;

/// <summary>Counts what only messages tell of: dead letters, and what the listeners of the TCP layer have accepted and closed.</summary>
internal sealed class StatsCollector : ReceiveActor, IWithTimers
{
    // Akka's listeners tell each ten seconds, and at once whoever is new to them: so this is new each second.
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private readonly Dictionary<IActorRef, TcpTotals> _listeners = [];
    private readonly ActorSystemStats _stats;

    public StatsCollector(ActorSystemStats stats)
    {
        _stats = stats;
        Receive<DeadLetter>(_ => stats.CountDeadLetter());
        Receive<Tcp.TcpListenerStatistics>(told => Keep(Sender, TotalsOf(told)));
        Receive<Terminated>(ended => Keep(ended.ActorRef, _listeners[ended.ActorRef].AllClosed()));
        Receive<Ask>(_ => AskListeners());
    }

    public ITimerScheduler Timers { get; set; } = null!;

    /// <summary>Begins to count for a system; dead letters from this moment on.</summary>
    public static void StartIn(ExtendedActorSystem system, ActorSystemStats stats) =>
        system.EventStream.Subscribe<DeadLetter>(system.SystemActorOf(Props.Create<StatsCollector>(stats), "stats-collector"));

    protected override void PreStart() => Timers.StartPeriodicTimer(Ask.Instance, Ask.Instance, TimeSpan.Zero, Interval);

    private static TcpTotals TotalsOf(Tcp.TcpListenerStatistics told) => new(
        told.AcceptedIncomingConnections, told.FailedIncomingConnections + told.RetriedIncomingConnections, told.IncomingConnectionsClosed);

    private void AskListeners()
    {
        foreach (var listener in RuntimeInspector.TcpListeners(Context.System))
        {
            listener.Tell(new Tcp.UnsubscribeFromTcpListenerStats(Self));
            listener.Tell(new Tcp.SubscribeToTcpListenerStats(Self));
        }
    }

    // A listener that has ended has taken its connections with it, and its figures stay: sums must not shrink.
    private void Keep(IActorRef listener, TcpTotals totals)
    {
        if (!_listeners.ContainsKey(listener))
            Context.Watch(listener);
        _listeners[listener] = totals;
        _stats.Tcp = _listeners.Values.Aggregate((one, other) => one + other);
    }

    private sealed class Ask
    {
        public static readonly Ask Instance = new();
    }
}
