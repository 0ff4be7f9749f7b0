using ActorChat.Server.Lifecycle;
using ActorChat.Server.Transport.Connections;
using ActorChat.Server.Transport.Listening;
using Akka.Actor;

namespace ActorChat.Server.Diagnostics;

/// <summary>
/// Asks every connection what it is up to, with one message to each, and answers <see cref="ConnectionsSnapshot"/> when all have said
/// so or at the deadline. For one question; stops itself.
/// </summary>
internal sealed class ConnectionsAggregator : ReceiveActor, IWithTimers
{
    private readonly List<ConnectionReport> _reports = [];
    private readonly TimeSpan _timeout;
    private int? _listeners;
    private int _asked;

    public ConnectionsAggregator(IActorRef node, TimeSpan patience)
    {
        _timeout = patience;
        Receive<Gather>(_ => Ask(node, Sender));
    }

    public ITimerScheduler Timers { get; set; } = null!;

    /// <param name="node">The node whose connections are meant.</param>
    /// <param name="patience">After how long those that have not answered are left out.</param>
    public static Props PropsFor(IActorRef node, TimeSpan patience) => Props.Create<ConnectionsAggregator>(node, patience);

    private void Ask(IActorRef node, IActorRef asker)
    {
        node.Tell(new ServerCommand.Describe(Self));
        Timers.StartSingleTimer(Deadline.Instance, Deadline.Instance, _timeout);
        Become(() => Gathering(asker));
    }

    private void Gathering(IActorRef asker)
    {
        Receive<ServerEvent.Describing>(node =>
        {
            _listeners = (_listeners ?? 0) + node.Listeners;
            AnswerWhenComplete(asker);
        });
        Receive<ListenerEvent.Describing>(listener =>
        {
            _listeners = (_listeners ?? 0) - 1;
            _asked += listener.Connections;
            AnswerWhenComplete(asker);
        });
        Receive<ConnectionReport>(report =>
        {
            _reports.Add(report);
            AnswerWhenComplete(asker);
        });
        Receive<Deadline>(_ => Answer(asker));
    }

    private void AnswerWhenComplete(IActorRef asker)
    {
        if (_listeners == 0 && _reports.Count == _asked)
            Answer(asker);
    }

    private void Answer(IActorRef asker)
    {
        asker.Tell(new ConnectionsSnapshot(_reports, Math.Max(0, _asked - _reports.Count)));
        Context.Stop(Self);
    }

    /// <summary>Begin.</summary>
    internal sealed record Gather
    {
        public static readonly Gather Instance = new();
    }

    private sealed record Deadline
    {
        public static readonly Deadline Instance = new();
    }
}
