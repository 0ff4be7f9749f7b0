using Akka.Actor;
using Akka.Dispatch;

namespace Akka.Event;

/// <summary>The logger of systems that name none: standard output.</summary>
public class DefaultLogger : ActorBase, IRequiresMessageQueue<ILoggerMessageQueueSemantics>
{
    /// <inheritdoc/>
    protected override bool Receive(object message)
    {
        switch (message)
        {
            case InitializeLogger:
                Sender.Tell(new LoggerInitialized());
                return true;
            case LogEvent logEvent:
                StandardOutLogger.Print(logEvent);
                return true;
            default:
                return false;
        }
    }
}
