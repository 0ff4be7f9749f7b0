using Akka.Actor;

namespace Akka.Event;

/// <summary>The first message of a logger actor, which answers <see cref="LoggerInitialized"/>.</summary>
/// <param name="loggingBus">The bus whose events it will get.</param>
public class InitializeLogger(LoggingBus loggingBus) : INoSerializationVerificationNeeded
{
    /// <summary>The bus whose events it will get.</summary>
    public LoggingBus LoggingBus { get; } = loggingBus;
}
