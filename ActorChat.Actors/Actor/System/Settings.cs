using Akka.Configuration;

namespace Akka.Actor;

/// <summary>The settings of a system under <c>akka</c>, read once.</summary>
public class Settings
{
    /// <summary>Reads them from the configuration, which already has the built-in values as its fallback.</summary>
    /// <exception cref="ConfigurationException">A value cannot be used.</exception>
    public Settings(ActorSystem system, Config config)
    {
        ArgumentNullException.ThrowIfNull(config);
        System = system;
        Config = config;
        AskTimeout = config.GetTimeSpan("akka.actor.ask-timeout", Timeout.InfiniteTimeSpan);
        SupervisorStrategyClass = config.GetString("akka.actor.guardian-supervisor-strategy", typeof(DefaultSupervisorStrategy).FullName!);
        SchedulerClass = config.GetString("akka.scheduler.implementation", SchedulerStarter.BuiltIn);
        LogLevel = config.GetString("akka.loglevel", "INFO");
        StdoutLogLevel = config.GetString("akka.stdout-loglevel", "WARNING");
        Loggers = config.GetStringList("akka.loggers");
        LoggerStartTimeout = config.GetTimeSpan("akka.logger-startup-timeout", TimeSpan.FromSeconds(5));
        LogConfigOnStart = config.GetBoolean("akka.log-config-on-start");
        LogDeadLetters = ReadLogDeadLetters(config);
        LogDeadLettersDuringShutdown = config.GetBoolean("akka.log-dead-letters-during-shutdown");
        LogDeadLettersSuspendDuration = config.GetTimeSpan("akka.log-dead-letters-suspend-duration", TimeSpan.FromMinutes(5));
        AddLoggingReceive = config.GetBoolean("akka.actor.debug.receive");
        DebugAutoReceive = config.GetBoolean("akka.actor.debug.autoreceive");
        DebugLifecycle = config.GetBoolean("akka.actor.debug.lifecycle");
        DebugEventStream = config.GetBoolean("akka.actor.debug.event-stream");
        DebugUnhandledMessage = config.GetBoolean("akka.actor.debug.unhandled");
        CoordinatedShutdownTerminateActorSystem = config.GetBoolean("akka.coordinated-shutdown.terminate-actor-system", true);
        CoordinatedShutdownRunByActorSystemTerminate = config.GetBoolean("akka.coordinated-shutdown.run-by-actor-system-terminate", true);
        if (CoordinatedShutdownRunByActorSystemTerminate && !CoordinatedShutdownTerminateActorSystem)
        {
            // Terminate would run the phases, and wait for an end that none of them brings.
            throw new ConfigurationException("akka.coordinated-shutdown.run-by-actor-system-terminate = on needs terminate-actor-system = on.");
        }

    }

    /// <summary>The system.</summary>
    public ActorSystem System { get; }

    /// <summary>All settings, the built-in ones included.</summary>
    public Config Config { get; }

    /// <summary>How long an <c>Ask</c> without a limit of its own waits.</summary>
    public TimeSpan AskTimeout { get; }

    /// <summary>The type of the scheduler.</summary>
    public string SchedulerClass { get; }

    /// <summary>The lowest level that is logged.</summary>
    public string LogLevel { get; }

    /// <summary>The lowest level that goes to standard output before and after the loggers' life.</summary>
    public string StdoutLogLevel { get; }

    /// <summary>The types of the logger actors.</summary>
    public IList<string> Loggers { get; }

    /// <summary>How long a logger may take to start.</summary>
    public TimeSpan LoggerStartTimeout { get; }

    /// <summary>Whether the settings are logged at the start.</summary>
    public bool LogConfigOnStart { get; }

    /// <summary>The type that makes the strategy of <c>/user</c>.</summary>
    public string SupervisorStrategyClass { get; }

    /// <summary>How many dead letters are logged before they are kept quiet; 0 for none.</summary>
    public int LogDeadLetters { get; }

    /// <summary>Whether dead letters are logged while the system stops.</summary>
    public bool LogDeadLettersDuringShutdown { get; }

    /// <summary>How long dead letters are kept quiet.</summary>
    public TimeSpan LogDeadLettersSuspendDuration { get; }

    /// <summary>Whether received messages are logged, for actors that are <see cref="ILogReceive"/>.</summary>
    public bool AddLoggingReceive { get; }

    /// <summary>Whether messages that the runtime answers itself are logged.</summary>
    public bool DebugAutoReceive { get; }

    /// <summary>Whether subscriptions to the event stream are logged.</summary>
    public bool DebugEventStream { get; }

    /// <summary>Whether unhandled messages are logged.</summary>
    public bool DebugUnhandledMessage { get; }

    /// <summary>Whether births, restarts and deaths of actors are logged.</summary>
    public bool DebugLifecycle { get; }

    /// <summary>Whether a coordinated shutdown ends with the system's termination.</summary>
    public bool CoordinatedShutdownTerminateActorSystem { get; }

    /// <summary>Whether the system's termination runs the coordinated shutdown first.</summary>
    public bool CoordinatedShutdownRunByActorSystemTerminate { get; }

    private static int ReadLogDeadLetters(Config config) => config.GetString("akka.log-dead-letters", "10").ToUpperInvariant() switch
    {
        "ON" or "TRUE" or "YES" => int.MaxValue,
        "OFF" or "FALSE" or "NO" => 0,
        _ => config.GetInt("akka.log-dead-letters"),
    };
}
