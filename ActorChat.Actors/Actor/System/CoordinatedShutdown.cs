using System.Collections.Concurrent;
using Akka.Configuration;
using Akka.Event;

namespace Akka.Actor;

/// <summary>
/// Stops a system in phases: the tasks of a phase run side by side, the next phase starts when they are done or out of time.
/// The phases and their order are settings under <c>akka.coordinated-shutdown.phases</c>.
/// </summary>
public sealed partial class CoordinatedShutdown : IExtension
{
    /// <summary>Before anything is closed.</summary>
    public const string PhaseBeforeServiceUnbind = "before-service-unbind";

    /// <summary>Accept no more connections.</summary>
    public const string PhaseServiceUnbind = "service-unbind";

    /// <summary>Wait for what is in work.</summary>
    public const string PhaseServiceRequestsDone = "service-requests-done";

    /// <summary>Stop the services.</summary>
    public const string PhaseServiceStop = "service-stop";

    /// <summary>The first of six phases of clusters, which this runtime has not: they have a name so that a task finds its place.</summary>
    public const string PhaseBeforeClusterShutdown = "before-cluster-shutdown";

    /// <summary>A phase of clusters.</summary>
    public const string PhaseClusterShardingShutdownRegion = "cluster-sharding-shutdown-region";

    /// <summary>A phase of clusters.</summary>
    public const string PhaseClusterLeave = "cluster-leave";

    /// <summary>A phase of clusters.</summary>
    public const string PhaseClusterExiting = "cluster-exiting";

    /// <summary>A phase of clusters.</summary>
    public const string PhaseClusterExitingDone = "cluster-exiting-done";

    /// <summary>A phase of clusters.</summary>
    public const string PhaseClusterShutdown = "cluster-shutdown";

    /// <summary>Before the actor system stops.</summary>
    public const string PhaseBeforeActorSystemTerminate = "before-actor-system-terminate";

    /// <summary>The actor system stops.</summary>
    public const string PhaseActorSystemTerminate = "actor-system-terminate";

    private readonly ActorSystemImpl _system;
    private readonly ILoggingAdapter _log;
    private readonly IReadOnlyList<ShutdownPhase> _phases;
    private readonly ConcurrentDictionary<string, ConcurrentQueue<(string Name, Func<Task<Done>> Run)>> _tasks = new();
    private readonly Lock _lock = new();
    private readonly bool _exitsProcess;
    private Task<Done>? _run;
    private volatile bool _processEnds;
    private volatile bool _exiting;

    internal CoordinatedShutdown(ActorSystemImpl system)
    {
        _system = system;
        _log = Logging.GetLogger(system, this);
        _phases = ShutdownPhases.Read(system.Settings.Config.GetConfig("akka.coordinated-shutdown") ?? Config.Empty);
        _exitsProcess = system.Settings.Config.GetBoolean("akka.coordinated-shutdown.exit-clr");
        if (system.Settings.CoordinatedShutdownTerminateActorSystem)
            AddTask(PhaseActorSystemTerminate, "terminate-system", TerminateSystem);
        if (system.Settings.Config.GetBoolean("akka.coordinated-shutdown.run-by-clr-shutdown-hook"))
            system.RegisterOnTermination(new ProcessEndHook(RunAtProcessEnd).Dispose);
    }

    /// <summary>The system.</summary>
    public ExtendedActorSystem System => _system;

    /// <summary>Why the shutdown runs; null before it does.</summary>
    public Reason? ShutdownReason { get; private set; }

    /// <summary>The time that all phases together may take, of those that have a task.</summary>
    public TimeSpan TotalTimeout => _phases.Where(phase => _tasks.ContainsKey(phase.Name)).Aggregate(TimeSpan.Zero, (sum, phase) => sum + phase.Timeout);

    /// <summary>The shutdown of a system.</summary>
    public static CoordinatedShutdown Get(ActorSystem sys) => new CoordinatedShutdownExtension().Apply(sys);

    /// <summary>
    /// Adds a task to a phase. Tasks may be added until the phase runs, by tasks of earlier phases too; one that comes later is not run.
    /// </summary>
    /// <exception cref="ConfigurationException">There is no such phase.</exception>
    public void AddTask(string phase, string taskName, Func<Task<Done>> task)
    {
        if (Find(phase) is null)
            throw new ConfigurationException(Unknown(phase));
        _tasks.GetOrAdd(phase, _ => new ConcurrentQueue<(string, Func<Task<Done>>)>()).Enqueue((taskName, task));
    }

    /// <summary>The time that a phase may take.</summary>
    /// <exception cref="ArgumentException">There is no such phase.</exception>
    public TimeSpan Timeout(string phase) => Known(phase).Timeout;

    /// <summary>
    /// Runs the phases. The second call gives the task of the first. It fails, with the rest of the phases undone, when a phase
    /// fails whose setting <c>recover</c> is off. With the setting <c>exit-clr</c> the process ends, with code 0, behind the last phase.
    /// </summary>
    /// <param name="reason">Why.</param>
    /// <param name="fromPhase">The phase to start with; null for the first.</param>
    /// <exception cref="ArgumentException">There is no such phase. Nothing has run then, and another call still can.</exception>
    public Task<Done> Run(Reason reason, string? fromPhase = null)
    {
        if (fromPhase is not null)
            Known(fromPhase);
        lock (_lock)
        {
            ShutdownReason ??= reason;
            return _run ??= Task.Run(() => RunPhases(fromPhase));
        }
    }

    private async Task<Done> RunPhases(string? fromPhase)
    {
        foreach (var phase in fromPhase is null ? _phases : _phases.SkipWhile(p => p.Name != fromPhase))
            await RunPhase(phase).ConfigureAwait(false);
        if (_exitsProcess && !_processEnds)
            ExitProcess();
        return Done.Instance;
    }

    private void ExitProcess()
    {
        // Before: Exit raises the event that the hook hears, and the hook would wait for this very run.
        _exiting = true;
        Environment.Exit(0);
    }

    // What is called when the process is about to end must not return before the phases have run, but neither must it hold up the
    // end for ever. WaitAny does not throw: a failed phase is logged already.
    private void RunAtProcessEnd()
    {
        if (_exiting)
            return;
        _processEnds = true;
        Task.WaitAny([Run(ClrExitReason.Instance)], TotalTimeout);
    }

    private async Task RunPhase(ShutdownPhase phase)
    {
        if (!_tasks.TryGetValue(phase.Name, out var tasks))
            return;
        try
        {
            // On threads of their own: a task that blocks must hold up neither its neighbours nor the limit.
            await Task.WhenAll(tasks.Select(task => Task.Run(() => RunTask(task, phase)))).WaitAsync(phase.Timeout).ConfigureAwait(false);
        }
        catch (TimeoutException) when (phase.Recover)
        {
            _log.Warning("Coordinated shutdown phase [{0}] timed out after {1}", phase.Name, phase.Timeout);
        }
    }

    private async Task RunTask((string Name, Func<Task<Done>> Run) task, ShutdownPhase phase)
    {
        try
        {
            await task.Run().ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            // One task that fails must not keep the others from their work, nor the later phases unless the settings say so.
            _log.Error(failure, "Coordinated shutdown task [{0}] in phase [{1}] failed", task.Name, phase.Name);
            if (!phase.Recover)
                throw;
        }
    }

    private async Task<Done> TerminateSystem()
    {
        _system.FinalTerminate();
        await _system.WhenTerminated.ConfigureAwait(false);
        return Done.Instance;
    }

    private ShutdownPhase? Find(string phase) => _phases.FirstOrDefault(p => p.Name == phase);

    private ShutdownPhase Known(string phase) => Find(phase) ?? throw new ArgumentException(Unknown(phase), nameof(phase));

    private string Unknown(string phase) => $"Unknown phase [{phase}]: the known ones are {string.Join(", ", _phases.Select(p => p.Name))}.";
}
