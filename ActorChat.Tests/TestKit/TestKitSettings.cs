using Akka.Actor;
using Akka.Configuration;

namespace Akka.TestKit;

/// <summary>The settings under <c>akka.test</c>.</summary>
public class TestKitSettings : IExtension
{
    /// <summary>Reads them from the configuration of a system.</summary>
    public TestKitSettings(Config config)
    {
        ArgumentNullException.ThrowIfNull(config);
        DefaultTimeout = config.GetTimeSpan("akka.test.default-timeout", TimeSpan.FromSeconds(5), allowInfinite: false);
        SingleExpectDefault = config.GetTimeSpan("akka.test.single-expect-default", TimeSpan.FromSeconds(3), allowInfinite: false);
        TestEventFilterLeeway = config.GetTimeSpan("akka.test.filter-leeway", TimeSpan.FromSeconds(3), allowInfinite: false);
        TestTimeFactor = config.GetDouble("akka.test.timefactor", 1);
        LogTestKitCalls = config.GetBoolean("akka.test.testkit.debug");
        if (TestTimeFactor <= 0)
            throw new ConfigurationException($"akka.test.timefactor is {TestTimeFactor}: it has to be greater than 0.");
    }

    /// <summary>How long to wait for what names no time of its own.</summary>
    public TimeSpan DefaultTimeout { get; }

    /// <summary>How long one expectation waits for its message.</summary>
    public TimeSpan SingleExpectDefault { get; }

    /// <summary>How long an event filter waits for its events after the action.</summary>
    public TimeSpan TestEventFilterLeeway { get; }

    /// <summary>What all times are multiplied by, for slow machines.</summary>
    public double TestTimeFactor { get; }

    /// <summary>Whether the calls of the kit are logged.</summary>
    public bool LogTestKitCalls { get; }
}
