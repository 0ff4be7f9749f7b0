using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using Akka.Actor;
using Akka.Configuration;
using Akka.Event;
using Akka.TestKit.Internal;

namespace Akka.TestKit;

/// <summary>
/// An actor system with one actor that belongs to the test: what this test actor receives waits until the test asks for it. It is
/// also the sender of what the test tells without naming one, except in a kit that is an <see cref="INoImplicitSender"/>.
/// </summary>
public abstract partial class TestKitBase : IActorRefFactory
{
    private static readonly Config BuiltIn = ConfigurationFactory.ParseString("""
        akka.loggers = ["Akka.TestKit.TestEventListener, Akka.TestKit"]
        akka.test {
          timefactor = 1.0
          filter-leeway = 3s
          single-expect-default = 3s
          default-timeout = 5s
          calling-thread-dispatcher.type = "Akka.TestKit.CallingThreadDispatcherConfigurator, Akka.TestKit"
          test-actor.dispatcher.type = "Akka.TestKit.CallingThreadDispatcherConfigurator, Akka.TestKit"
        }
        """);

    private static readonly Config BuiltInFullDebug = ConfigurationFactory.ParseString("""
        akka.loglevel = DEBUG
        akka.stdout-loglevel = DEBUG
        akka.log-dead-letters = on
        akka.log-dead-letters-during-shutdown = on
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
        : this(assertions, system, Config.Empty, null, testActorName)
    {
    }

    /// <summary>A kit on a system of its own; the configuration goes before the kit's.</summary>
    protected TestKitBase(ITestKitAssertions assertions, Config config, string? actorSystemName = null, string? testActorName = null)
        : this(assertions, null, config, actorSystemName, testActorName)
    {
    }

    private TestKitBase(ITestKitAssertions assertions, ActorSystem? system, Config config, string? actorSystemName, string? testActorName)
    {
        ArgumentNullException.ThrowIfNull(assertions);
        _assertions = assertions;
        InitializeTest(system, config, actorSystemName, testActorName);
    }

    /// <summary>What a kit's system has beside the built-in settings of all systems.</summary>
    public static Config DefaultConfig => BuiltIn;

    /// <summary>All debug lines of the runtime.</summary>
    public static Config FullDebugConfig => BuiltInFullDebug;

    /// <summary>A clock that never goes back; only good for differences.</summary>
    public static TimeSpan Now => Stopwatch.GetElapsedTime(0);

    /// <summary>The system.</summary>
    public ActorSystem Sys { get; private set; }

    /// <summary>The settings under <c>akka.test</c>.</summary>
    public TestKitSettings TestKitSettings { get; private set; }

    /// <summary>The test's own log.</summary>
    public ILoggingAdapter Log { get; private set; }

    /// <summary>The actor whose messages the test sees.</summary>
    public IActorRef TestActor { get; private set; }

    /// <summary>Expectations on what is logged.</summary>
    public EventFilterFactory EventFilter { get; private set; }

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
        var props = Props.Create(() => new InternalTestActor(messages)).WithDispatcher(CallingThreadDispatcher.TestActorId);
        return ((ExtendedActorSystem)Sys).SystemActorOf(props, name);
    }

    /// <summary>An actor for the test to look through, with messages of its own.</summary>
    public virtual TestProbe CreateTestProbe(string? name = null) => CreateTestProbe(Sys, name);

    /// <summary>An actor for the test to look through, with messages of its own.</summary>
    public virtual TestProbe CreateTestProbe(ActorSystem system, string? name = null) => new(system, _assertions, name);

    /// <summary>A gate that an actor opens to say how far it has come.</summary>
    public virtual TestLatch CreateTestLatch(int count = 1) => TestLatch.Dilated(Dilated, TestKitSettings.DefaultTimeout, count);

    /// <summary>A point that so many threads have to reach before any of them goes on.</summary>
    public TestBarrier CreateTestBarrier(int count) => new(this, count, TestKitSettings.DefaultTimeout);

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

    /// <summary>Begins anew: with another system, or a new one, and a new test actor. The system of before goes on.</summary>
    /// <param name="system">The system; null for a new one.</param>
    /// <param name="config">The configuration of a new one, before the kit's.</param>
    /// <param name="actorSystemName">The name of a new one; null for <c>test</c>.</param>
    /// <param name="testActorName">The name of the test actor; null for a generated one.</param>
    [MemberNotNull(nameof(Sys), nameof(TestKitSettings), nameof(Log), nameof(EventFilter), nameof(TestActor))]
    protected void InitializeTest(ActorSystem? system, Config config, string? actorSystemName, string? testActorName)
    {
        Sys = system ?? NewSystem(config, actorSystemName);
        KitDispatchers.Register(Sys);
        TestKitSettings = TestKitExtension.For(Sys);
        Log = Logging.GetLogger(Sys, GetType());
        EventFilter = CreateEventFilter(Sys);
        TestActor = CreateTestActor(testActorName ?? $"testActor{Interlocked.Increment(ref _lastTestActor)}");
        if (this is not INoImplicitSender)
            ImplicitSender.SetOutsideActors(TestActor);
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
        var place = system.Settings.Loggers.ToList().FindIndex(name => ConfiguredTypes.Find(name) == typeof(TestEventListener));
        if (place >= 0)
            system.ActorSelection($"/system/log{place + 1}-{nameof(TestEventListener)}").ResolveOne(TimeSpan.FromSeconds(30)).Wait();
    }
}
