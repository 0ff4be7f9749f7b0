using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using ActorChat.Actors.Watching;
using Akka.Configuration;
using Akka.Dispatch;
using Akka.Event;

namespace Akka.Actor;

/// <summary>The one implementation of <see cref="ActorSystem"/>.</summary>
internal sealed class ActorSystemImpl : ExtendedActorSystem
{
    private readonly ConcurrentDictionary<Type, Lazy<object>> _extensions = new();
    private readonly ConcurrentStack<Action> _onTermination = new();
    private readonly TaskCompletionSource _terminated = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private IActorRef? _deadLetterListener;

    public ActorSystemImpl(string name, Config config)
    {
        if (string.IsNullOrEmpty(name) || !char.IsAsciiLetterOrDigit(name[0]) || !name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
            throw new ArgumentException($"Invalid ActorSystem name [{name}]: only letters, digits, - and _, and a letter or digit first.", nameof(name));
        Name = name;
        Settings = new Settings(this, config.WithFallback(ConfigurationFactory.Default()));
        EventStream = new EventStream(Settings.DebugEventStream);
        EventStream.SetLogLevel(Logging.LogLevelFor(Settings.LogLevel));
        Dispatchers = new Dispatchers(Settings.Config);
        Activity = new SystemActivity(this);
        Provider = new LocalActorRefProvider(this);
        Log = Logging.GetLogger(this, this);
        Scheduler = SchedulerStarter.Start(Settings, Log);
    }

    public override Settings Settings { get; }

    public override string Name { get; }

    public override EventStream EventStream { get; }

    public override IActorRef DeadLetters => DeadLetterRef;

    public override IActorRef IgnoreRef => Provider.IgnoreRef;

    public override Dispatchers Dispatchers { get; }

    public override IScheduler Scheduler { get; }

    public override ILoggingAdapter Log { get; }

    public override Task WhenTerminated => _terminated.Task;

    public LocalActorRefProvider Provider { get; }

    public DeadLetterActorRef DeadLetterRef => Provider.DeadLetters;

    /// <summary>What its actors do, in numbers.</summary>
    public SystemActivity Activity { get; }

    public void Start()
    {
        RuntimeMeter.Add(Activity);
        Provider.Start();
        LoggerStarter.Start(this);
        if (Settings.LogDeadLetters > 0)
            _deadLetterListener = Subscribed<DeadLetterListener, DeadLetter>("deadLetterListener");
        if (Settings.DebugUnhandledMessage)
            Subscribed<UnhandledMessageForwarder, UnhandledMessage>("unhandledMessageForwarder");
        CoordinatedShutdown.Get(this);
        if (Settings.LogConfigOnStart)
            Log.Info(Settings.Config.ToString(includeFallback: true));
    }

    public override IActorRef ActorOf(Props props, string? name = null) => Provider.CreateChild(Provider.Guardian.Cell, props, name);

    public override IActorRef SystemActorOf(Props props, string? name = null) => Provider.CreateChild(Provider.SystemGuardian.Cell, props, name);

    public LocalActorRef CreateChild(ActorCell parent, Props props, string? name) => Provider.CreateChild(parent, props, name);

    public override ActorSelection ActorSelection(ActorPath actorPath) => ActorRefFactoryShared.ActorSelection(actorPath, this);

    public override ActorSelection ActorSelection(string actorPath) => ActorRefFactoryShared.ActorSelection(actorPath, this, Provider.Guardian);

    public override object GetExtension(IExtensionId extensionId) => RegisterExtension(extensionId);

    public override T? GetExtension<T>()
        where T : class => _extensions.TryGetValue(typeof(T), out var found) ? (T)found.Value : null;

    public override bool HasExtension(Type type) => _extensions.ContainsKey(type);

    public override bool HasExtension<T>() => HasExtension(typeof(T));

    public override bool TryGetExtension(Type extensionType, [MaybeNullWhen(false)] out object extension)
    {
        extension = _extensions.TryGetValue(extensionType, out var found) ? found.Value : null;
        return extension is not null;
    }

    public override bool TryGetExtension<T>([MaybeNullWhen(false)] out T extension)
    {
        extension = GetExtension<T>();
        return extension is not null;
    }

    public override object RegisterExtension(IExtensionId extension) =>
        _extensions.GetOrAdd(extension.ExtensionType, _ => new Lazy<object>(() => extension.CreateExtension(this))).Value;

    public override void RegisterOnTermination(Action code) => _onTermination.Push(code);

    public override void Stop(IActorRef actor) => (actor as IInternalActorRef)?.Stop();

    public override Task Terminate()
    {
        if (Settings.CoordinatedShutdownRunByActorSystemTerminate)
            CoordinatedShutdown.Get(this).Run(CoordinatedShutdown.ActorSystemTerminateReason.Instance);
        else
            FinalTerminate();
        return WhenTerminated;
    }

    /// <summary>Stops the tree, without the coordinated shutdown: <c>/user</c>, then <c>/system</c>, then the root.</summary>
    public void FinalTerminate()
    {
        if (!Settings.LogDeadLettersDuringShutdown && _deadLetterListener is not null)
            Stop(_deadLetterListener);
        Provider.Guardian.Stop();
    }

    /// <summary>The last actor has stopped.</summary>
    public void OnRootStopped()
    {
        (Scheduler as IDisposable)?.Dispose();
        RuntimeMeter.Remove(Activity);
        while (_onTermination.TryPop(out var action))
            RunTerminationAction(action);
        _terminated.TrySetResult();
    }

    public override string ToString() => $"akka://{Name}";

    // Subscribed from here, not by itself: its mailbox holds what comes before it has started, so that nothing is missed.
    private IActorRef Subscribed<TActor, TEvent>(string name)
        where TActor : ActorBase
    {
        var actor = SystemActorOf(Props.Create<TActor>(), name);
        EventStream.Subscribe<TEvent>(actor);
        return actor;
    }

    private void RunTerminationAction(Action action)
    {
        try
        {
            action();
        }
        catch (Exception failure)
        {
            StandardOutLogger.Print(new Error(failure, ToString(), GetType(), "an action registered for the termination failed"));
        }
    }
}
