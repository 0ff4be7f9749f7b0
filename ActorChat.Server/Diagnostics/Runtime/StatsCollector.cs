using Akka.Actor;
using Akka.Event;
using Akka.IO;

namespace ActorChat.Server.Diagnostics.Runtime;

/// <summary>Collects statistics that Akka publishes as messages: dead letters, and accepted and closed connections.</summary>
internal sealed class StatsCollector : ReceiveActor, IWithTimers
{
    // Subscribes anew each second: Akka's listeners report every ten seconds, but at once to a new subscriber.
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private readonly Dictionary<IActorRef, TcpTotals> _listeners = [];
    private readonly ActorSystemStats _stats;

    public StatsCollector(ActorSystemStats stats)
    {
        _stats = stats;
        Receive<DeadLetter>(_ => stats.CountDeadLetter());
        Receive<Tcp.TcpListenerStatistics>(statistics => Update(Sender, TotalsOf(statistics)));
        Receive<Terminated>(ended => Update(ended.ActorRef, _listeners[ended.ActorRef].AllClosed()));
        Receive<Tick>(_ => SubscribeAnew());
    }

    public ITimerScheduler Timers { get; set; } = null!;

    public static void StartIn(ExtendedActorSystem system, ActorSystemStats stats) =>
        system.EventStream.Subscribe<DeadLetter>(system.SystemActorOf(Props.Create<StatsCollector>(stats), "stats-collector"));

    protected override void PreStart() => Timers.StartPeriodicTimer(new Tick(), new Tick(), TimeSpan.Zero, Interval);

    private static TcpTotals TotalsOf(Tcp.TcpListenerStatistics statistics) => new(
        statistics.AcceptedIncomingConnections,
        statistics.FailedIncomingConnections + statistics.RetriedIncomingConnections,
        statistics.IncomingConnectionsClosed);

    private void SubscribeAnew()
    {
        foreach (var listener in RuntimeInspector.TcpListeners(Context.System))
        {
            listener.Tell(new Tcp.UnsubscribeFromTcpListenerStats(Self));
            listener.Tell(new Tcp.SubscribeToTcpListenerStats(Self));
        }
    }

    // Keeps the totals of an ended listener, whose connections have ended too: sums must not shrink.
    private void Update(IActorRef listener, TcpTotals totals)
    {
        if (!_listeners.ContainsKey(listener))
            Context.Watch(listener);
        _listeners[listener] = totals;
        _stats.Tcp = _listeners.Values.Aggregate((one, other) => one + other);
    }

    private sealed record Tick;
}
