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

    internal sealed record Read;
}
