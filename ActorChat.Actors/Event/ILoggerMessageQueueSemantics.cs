using Akka.Dispatch;

namespace Akka.Event;

/// <summary>The mailbox of a logger: one without a limit, because no log event may be lost.</summary>
public interface ILoggerMessageQueueSemantics : ISemantics
{
}
