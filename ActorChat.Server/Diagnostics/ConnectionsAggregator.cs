using ActorChat.Server.Lifecycle;
using ActorChat.Server.Transport.Connections;
using ActorChat.Server.Transport.Listening;
using Akka.Actor;

namespace ActorChat.Server.Diagnostics;

/// <param name="Connections">In no particular order.</param>
/// <param name="Silent">Connections without an answer: they ended meanwhile, or are busy.</param>
internal sealed record ConnectionsSnapshot(IReadOnlyList<ConnectionReport> Connections, int Silent);

/// <summary>
/// Asks every connection for a report, and answers with <see cref="ConnectionsSnapshot"/> when all have replied or at the
/// timeout. Serves one request, then stops.
/// </summary>
internal sealed class ConnectionsAggregator : ReceiveActor, IWithTimers
{
    private readonly List<ConnectionReport> _reports = [];
    private readonly TimeSpan _timeout;
    private int _pendingListeners;
    private int _expectedReports;

    public ConnectionsAggregator(IActorRef server, TimeSpan timeout)
    {
        _timeout = timeout;
        Receive<Collect>(_ => Ask(server, Sender));
    }

    public ITimerScheduler Timers { get; set; } = null!;

    public static Props PropsFor(IActorRef server, TimeSpan timeout) => Props.Create<ConnectionsAggregator>(server, timeout);

    private void Ask(IActorRef server, IActorRef replyTo)
    {
        server.Tell(new ServerCommand.Describe(Self));
        Timers.StartSingleTimer(new TimedOut(), new TimedOut(), _timeout);
        Become(() => Collecting(replyTo));
    }

    private void Collecting(IActorRef replyTo)
    {
        Receive<ServerEvent.Describing>(server => Count(replyTo, server.Listeners, 0));
        Receive<ListenerEvent.Describing>(listener => Count(replyTo, -1, listener.Connections));
        Receive<ConnectionReport>(report =>
        {
            _reports.Add(report);
            Count(replyTo, 0, 0);
        });
        Receive<TimedOut>(_ => Answer(replyTo));
    }

    // The listeners may go below zero meanwhile: the answer of one can arrive before the server's.
    private void Count(IActorRef replyTo, int listeners, int reports)
    {
        _pendingListeners += listeners;
        _expectedReports += reports;
        if (_pendingListeners == 0 && _reports.Count == _expectedReports)
            Answer(replyTo);
    }

    private void Answer(IActorRef replyTo)
    {
        replyTo.Tell(new ConnectionsSnapshot(_reports, Math.Max(0, _expectedReports - _reports.Count)));
        Context.Stop(Self);
    }

    internal sealed record Collect;

    private sealed record TimedOut;
}
