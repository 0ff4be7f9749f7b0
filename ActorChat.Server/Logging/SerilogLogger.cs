using Akka.Actor;
using Akka.Event;
using Serilog;

namespace ActorChat.Server.Logging;

/// <summary>The actor that hands the runtime's log to Serilog; <c>akka.loggers</c> names it.</summary>
internal sealed class SerilogLogger : ReceiveActor
{
    /// <summary>A logger that writes to <see cref="Log.Logger"/>: the runtime makes it, and knows no other.</summary>
    public SerilogLogger()
        : this(null)
    {
    }

    /// <summary>A logger that writes to a given one.</summary>
    public SerilogLogger(ILogger? logger)
    {
        Receive<InitializeLogger>(_ => Sender.Tell(new LoggerInitialized()));
        Receive<LogEvent>(logEvent => !AkkaLines.AreOurs(logEvent), logEvent => (logger ?? Log.Logger).Write(LogTranslation.Translate(logEvent)));
        Receive<LogEvent>(_ => { });
    }
}
