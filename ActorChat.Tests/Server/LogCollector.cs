using Akka.Actor;
using Akka.Event;

namespace ActorChat.Tests.Server;

/// <summary>Keeps everything that a system logs. Answers <see cref="Read"/> with a <c>LogEvent[]</c>: all of it so far.</summary>
internal sealed class LogCollector : ReceiveActor
{
    private readonly List<LogEvent> _events = [];

    public LogCollector()
    {
        Receive<LogEvent>(_events.Add);
        Receive<Read>(_ => Sender.Tell(_events.ToArray()));
    }

    /// <summary>Makes one and subscribes it.</summary>
    public static IActorRef In(ActorSystem system)
    {
        var collector = system.ActorOf(Props.Create<LogCollector>(), "log-collector");
        system.EventStream.Subscribe(collector, typeof(LogEvent));
        return collector;
    }

    internal sealed record Read;
}
