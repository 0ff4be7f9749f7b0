using Akka.Actor;
using Akka.Configuration;
using Xunit;

namespace ActorChat.Tests.Stress;

/// <summary>The base of stress scenarios: a system of their own, without a test kit, whose listeners would note every dead letter.</summary>
public abstract class StressScenario : IAsyncLifetime
{
    private const string Quiet = """
        akka.loglevel = OFF
        akka.stdout-loglevel = OFF
        akka.log-dead-letters = off
        akka.coordinated-shutdown.run-by-clr-shutdown-hook = off
        """;

    /// <summary>The system.</summary>
    protected ActorSystem Sys { get; } = ActorSystem.Create("stress", ConfigurationFactory.ParseString(Quiet));

    /// <inheritdoc/>
    public Task InitializeAsync() => Task.CompletedTask;

    /// <inheritdoc/>
    public async Task DisposeAsync() => await Sys.Terminate().WaitAsync(StressSettings.HangLimit);
}
