using System.Diagnostics.CodeAnalysis;
using Akka.Configuration;
using Akka.Dispatch;
using Akka.Event;

namespace Akka.Actor;

/// <summary>A tree of actors with its settings, threads, clock and log: the unit that is started and stopped.</summary>
public abstract class ActorSystem : IActorRefFactory, IDisposable
{
    /// <summary>For the runtime's own implementation.</summary>
    protected ActorSystem()
    {
    }

    /// <summary>The settings in force.</summary>
    public abstract Settings Settings { get; }

    /// <summary>The system's name.</summary>
    public abstract string Name { get; }

    /// <summary>Where log events, dead letters and unhandled messages are published.</summary>
    public abstract EventStream EventStream { get; }

    /// <summary>Takes what nobody can receive.</summary>
    public abstract IActorRef DeadLetters { get; }

    /// <summary>Takes what nobody wants: unlike dead letters, it is not even counted.</summary>
    public abstract IActorRef IgnoreRef { get; }

    /// <summary>Finds dispatchers by name.</summary>
    public abstract Dispatchers Dispatchers { get; }

    /// <summary>Sends messages later.</summary>
    public abstract IScheduler Scheduler { get; }

    /// <summary>The system's own log.</summary>
    public abstract ILoggingAdapter Log { get; }

    /// <summary>When the system was made, as time since the process's monotonic clock began.</summary>
    public TimeSpan StartTime { get; } = TimeSpan.FromMilliseconds(Environment.TickCount64);

    /// <summary>How long the system has run.</summary>
    public TimeSpan Uptime => TimeSpan.FromMilliseconds(Environment.TickCount64) - StartTime;

    /// <summary>Completes when every actor has stopped.</summary>
    public abstract Task WhenTerminated { get; }

    /// <summary>Makes a system and starts it.</summary>
    /// <param name="name">Letters, digits, <c>-</c> and <c>_</c>; starts with a letter or digit.</param>
    /// <param name="config">Settings, ahead of the built-in ones.</param>
    /// <exception cref="ArgumentException">The name has other characters.</exception>
    /// <exception cref="ConfigurationException">A setting cannot be used.</exception>
    public static ActorSystem Create(string name, Config config)
    {
        var system = new ActorSystemImpl(name, config);
        try
        {
            system.Start();
            return system;
        }
        catch
        {
            // What has been started already must not go on without anybody who could end it.
            system.FinalTerminate();
            throw;
        }
    }

    /// <summary>Makes a system with the built-in settings and starts it.</summary>
    public static ActorSystem Create(string name) => Create(name, ConfigurationFactory.Empty);

    /// <summary>The extension of this key.</summary>
    public abstract object GetExtension(IExtensionId extensionId);

    /// <summary>The extension of this type; null where it was never registered.</summary>
    public abstract T? GetExtension<T>()
        where T : class, IExtension;

    /// <summary>Whether an extension of this type was registered.</summary>
    public abstract bool HasExtension(Type type);

    /// <summary>Whether an extension of this type was registered.</summary>
    public abstract bool HasExtension<T>()
        where T : class, IExtension;

    /// <summary>The extension of this type. False where it was never registered.</summary>
    public abstract bool TryGetExtension(Type extensionType, [MaybeNullWhen(false)] out object extension);

    /// <summary>The extension of this type. False where it was never registered.</summary>
    public abstract bool TryGetExtension<T>([MaybeNullWhen(false)] out T extension)
        where T : class, IExtension;

    /// <summary>Makes the extension of this key, unless it is there already.</summary>
    public abstract object RegisterExtension(IExtensionId extension);

    /// <summary>Runs an action after every actor has stopped, the last registered first.</summary>
    public abstract void RegisterOnTermination(Action code);

    /// <summary>Stops all actors, through <see cref="CoordinatedShutdown"/> by default. Does nothing the second time.</summary>
    public abstract Task Terminate();

    /// <summary>Stops an actor after the message in work.</summary>
    public abstract void Stop(IActorRef actor);

    /// <inheritdoc/>
    public abstract IActorRef ActorOf(Props props, string? name = null);

    /// <inheritdoc/>
    public abstract ActorSelection ActorSelection(ActorPath actorPath);

    /// <inheritdoc/>
    public abstract ActorSelection ActorSelection(string actorPath);

    /// <summary>Starts to stop the system, without waiting.</summary>
    public void Dispose()
    {
        _ = Terminate();
        GC.SuppressFinalize(this);
    }
}
