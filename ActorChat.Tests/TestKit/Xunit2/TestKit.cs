using System.Diagnostics.CodeAnalysis;
using Akka.Actor;
using Akka.Configuration;
using Akka.Event;
using Xunit.Abstractions;

namespace Akka.TestKit.Xunit2;

/// <summary>The base of xunit test classes: each test has an actor system of its own, which ends with the test.</summary>
public class TestKit : TestKitBase, IDisposable
{
    /// <summary>Where the log of the test goes; null for nowhere.</summary>
    [SuppressMessage("Design", "CA1051", Justification = "Akka's API.")]
    protected readonly ITestOutputHelper? Output;

    private static readonly XunitAssertions XunitAssertions = new();
    private bool _disposed;

    /// <summary>A test on an existing system, or on one of its own.</summary>
    public TestKit(ActorSystem? system = null, ITestOutputHelper? output = null)
        : base(XunitAssertions, system)
    {
        Output = output;
        InitializeLogger(Sys);
    }

    /// <summary>A test on a system with this configuration.</summary>
    public TestKit(Config config, string? actorSystemName = null, ITestOutputHelper? output = null)
        : base(XunitAssertions, config, actorSystemName)
    {
        Output = output;
        InitializeLogger(Sys);
    }

    /// <summary>A test on a system with this configuration, in HOCON.</summary>
    public TestKit(string config, ITestOutputHelper? output = null)
        : this(ConfigurationFactory.ParseString(config), null, output)
    {
    }

    /// <summary>How expectations fail.</summary>
    protected static XunitAssertions Assertions => XunitAssertions;

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>After the test: stops the system.</summary>
    protected virtual void AfterAll() => Shutdown();

    /// <summary>Sends the log of a system to the output of the test.</summary>
    protected void InitializeLogger(ActorSystem system) => InitializeLogger(system, string.Empty);

    /// <summary>Sends the log of a system to the output of the test, each line with a prefix.</summary>
    protected void InitializeLogger(ActorSystem system, string prefix)
    {
        if (Output is not { } output || system is not ExtendedActorSystem extended)
            return;
        var logger = extended.SystemActorOf(Props.Create(() => new TestOutputLogger(output, prefix)));
        system.EventStream.Subscribe<LogEvent>(logger);
    }

    /// <summary>Frees what the test holds.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (_disposed || !disposing)
            return;
        _disposed = true;
        AfterAll();
    }
}
