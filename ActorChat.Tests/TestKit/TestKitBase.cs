using System.Diagnostics;
using Akka.Actor;
using Akka.Configuration;
using Akka.Event;
using Akka.TestKit.Internal;

namespace Akka.TestKit;

/// <summary>
/// An actor system with one actor that belongs to the test: what this test actor receives waits until the test asks for it. Unlike
/// in Akka, the messages that a test tells without naming a sender have none: name <see cref="TestActor"/>.
/// </summary>
public abstract partial class TestKitBase : IActorRefFactory
{
    private static readonly Config BuiltIn = ConfigurationFactory.ParseString($$"""
        akka.loggers = ["{{typeof(TestEventListener).AssemblyQualifiedName}}"]
        akka.test {
          timefactor = 1.0
          filter-leeway = 3s
          single-expect-default = 3s
          default-timeout = 5s
        }
        """);

    private static readonly Config BuiltInFullDebug = ConfigurationFactory.ParseString("""
        akka.actor.debug {
          receive = on
          autoreceive = on
          lifecycle = on
          event-stream = on
          unhandled = on
        }
        """);

    private static long _lastTestActor;

    private readonly ITestKitAssertions _assertions;
    private readonly ReceivedMessages _messages = new();
    private MessageEnvelope _last = NoEnvelope.Instance;

    /// <summary>A kit on an existing system, or on one of its own.</summary>
    protected TestKitBase(ITestKitAssertions assertions, ActorSystem? system = null, string? testActorName = null)
        : this(assertions, system ?? NewSystem(Config.Empty, null), testActorName, settings: null)
    {
    }

    /// <summary>A kit on a system of its own; the configuration goes before the kit's.</summary>
    protected TestKitBase(ITestKitAssertions assertions, Config config, string? actorSystemName = null, string? testActorName = null)
        : this(assertions, NewSystem(config, actorSystemName), testActorName, settings: null)
    {
    }

    private TestKitBase(ITestKitAssertions assertions, ActorSystem system, string? testActorName, TestKitSettings? settings)
    {
        _assertions = assertions;
        Sys = system;
        TestKitSettings = settings ?? TestKitExtension.For(system);
        Log = Logging.GetLogger(system, GetType());
        EventFilter = CreateEventFilter(system);
        TestActor = CreateTestActor(testActorName ?? $"testActor{Interlocked.Increment(ref _lastTestActor)}");
    }

    /// <summary>What a kit's system has beside the built-in settings of all systems.</summary>
    public static Config DefaultConfig => BuiltIn;

    /// <summary>The same with all debug lines of the runtime; they show at <c>akka.loglevel = DEBUG</c>.</summary>
    public static Config FullDebugConfig => BuiltInFullDebug;

    /// <summary>A clock that never goes back; only good for differences.</summary>
    public static TimeSpan Now => Stopwatch.GetElapsedTime(0);

    /// <summary>The system.</summary>
    public ActorSystem Sys { get; }

    /// <summary>The settings under <c>akka.test</c>.</summary>
    public TestKitSettings TestKitSettings { get; }

    /// <summary>The test's own log.</summary>
    public ILoggingAdapter Log { get; }

    /// <summary>The actor whose messages the test sees.</summary>
    public IActorRef TestActor { get; }

    /// <summary>Expectations on what is logged.</summary>
    public EventFilterFactory EventFilter { get; }

    /// <summary>The message that was taken last; null before the first.</summary>
    public object? LastMessage => _last.Message;

    /// <summary>The sender of the message that was taken last.</summary>
    public IActorRef LastSender => _last.Sender;

    /// <summary>Whether there are messages that were not taken yet.</summary>
    public bool HasMessages => _messages.Any;

    /// <summary>Event filters for a system.</summary>
    public EventFilterFactory CreateEventFilter(ActorSystem system) => new(this, system);

    /// <summary>Another actor whose messages go the same way as those of <see cref="TestActor"/>.</summary>
    public IActorRef CreateTestActor(string name)
    {
        var messages = _messages;
        return ((ExtendedActorSystem)Sys).SystemActorOf(Props.Create(() => new InternalTestActor(messages)), name);
    }

    /// <summary>An actor for the test to look through, with messages of its own.</summary>
    public virtual TestProbe CreateTestProbe(string? name = null) => CreateTestProbe(Sys, name);

    /// <summary>An actor for the test to look through, with messages of its own.</summary>
    public virtual TestProbe CreateTestProbe(ActorSystem system, string? name = null) => new(system, _assertions, name);

    /// <summary>Stops the kit's system and waits for its end.</summary>
    public virtual void Shutdown(TimeSpan? duration = null, bool verifySystemShutdown = false) => Shutdown(Sys, duration, verifySystemShutdown);

    /// <summary>Stops a system and waits for its end.</summary>
    /// <param name="system">The system.</param>
    /// <param name="duration">How long to wait; by default twice the default timeout.</param>
    /// <param name="verifySystemShutdown">Whether it is a failure when it does not end in time; otherwise it is only logged.</param>
    /// <exception cref="TimeoutException">It did not end in time.</exception>
    protected virtual void Shutdown(ActorSystem system, TimeSpan? duration = null, bool verifySystemShutdown = false)
    {
        ArgumentNullException.ThrowIfNull(system);
        var limit = duration ?? Dilated(2 * TestKitSettings.DefaultTimeout);
        if (system.Terminate().Wait(limit))
            return;
        if (verifySystemShutdown)
            throw new TimeoutException($"Failed to stop [{system.Name}] within [{limit}].");
        system.Log.Warning("Failed to stop [{0}] within [{1}]", system.Name, limit);
    }

    private static ActorSystem NewSystem(Config config, string? name)
    {
        var system = ActorSystem.Create(name ?? "test", config.WithFallback(BuiltIn));
        AwaitListener(system);
        return system;
    }

    // Loggers start on their own time. Whoever answers Identify has handled what initializes it, and so hears of every event filter.
    private static void AwaitListener(ActorSystem system)
    {
        var place = system.Settings.Loggers.IndexOf(typeof(TestEventListener).AssemblyQualifiedName!);
        if (place >= 0)
            system.ActorSelection($"/system/log{place + 1}-{nameof(TestEventListener)}").ResolveOne(TimeSpan.FromSeconds(30)).Wait();
    }
}
