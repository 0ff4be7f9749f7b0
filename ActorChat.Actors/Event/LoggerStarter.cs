using Akka.Actor;
using Akka.Configuration;

namespace Akka.Event;

/// <summary>
/// Starts the logger actors of the settings. Nobody waits for them: their mailbox holds what is logged meanwhile, and
/// <see cref="InitializeLogger"/> stands first in it.
/// </summary>
internal static class LoggerStarter
{
    public static void Start(ActorSystemImpl system)
    {
        var number = 0;
        foreach (var name in system.Settings.Loggers)
        {
            var type = ConfiguredTypes.Find(name) ?? throw new ConfigurationException($"Logger [{name}] specified in config cannot be found.");
            var logger = system.SystemActorOf(Props.Create(type), $"log{++number}-{type.Name}");
            _ = Initialize(system, logger, name);
            system.EventStream.Subscribe<LogEvent>(logger);
        }
    }

    private static async Task Initialize(ActorSystemImpl system, IActorRef logger, string name)
    {
        try
        {
            await logger.Ask<LoggerInitialized>(new InitializeLogger(system.EventStream), system.Settings.LoggerStartTimeout).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is AskTimeoutException or ArgumentException)
        {
            // A log that does not work cannot say so itself.
            StandardOutLogger.Print(new Warning(failure, system.Name, typeof(LoggerStarter), $"Logger [{name}] did not start."));
        }
    }
}
