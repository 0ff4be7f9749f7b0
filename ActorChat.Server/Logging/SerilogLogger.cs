using Akka.Actor;
using Akka.Event;
using Serilog;

namespace ActorChat.Server.Logging;

/// <summary>Forwards the runtime's log to Serilog. <c>akka.loggers</c> names this actor.</summary>
internal sealed class SerilogLogger : ReceiveActor
{
    /// <summary>Writes to <see cref="Log.Logger"/>. The runtime calls this constructor.</summary>
    public SerilogLogger()
        : this(null)
    {
    }

    public SerilogLogger(ILogger? logger)
    {
        Receive<InitializeLogger>(_ => Sender.Tell(new LoggerInitialized()));
        Receive<LogEvent>(logEvent => !AkkaLines.IsReplaced(logEvent), logEvent => (logger ?? Log.Logger).Write(LogTranslation.Translate(logEvent)));
        Receive<LogEvent>(_ => { });
    }
}
