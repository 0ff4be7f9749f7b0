using Akka.TestKit;
using Xunit.Abstractions;

namespace ActorChat.Tests.Actors.Kit;

/// <summary>A spec on a system whose time only passes when the spec says so.</summary>
public abstract class VirtualTimeSpec(ITestOutputHelper output)
    : ActorSpec(output, """akka.scheduler.implementation = "Akka.TestKit.TestScheduler, Akka.TestKit" """)
{
    /// <summary>The length of one step: so long that nothing happens by itself.</summary>
    protected static TimeSpan Hour => TimeSpan.FromHours(1);

    /// <summary>The clock.</summary>
    protected TestScheduler Clock => (TestScheduler)Sys.Scheduler;

    /// <summary>Lets some hours pass, one after the other.</summary>
    protected void PassHours(int number)
    {
        for (var i = 0; i < number; i++)
            Clock.Advance(Hour);
    }
}
