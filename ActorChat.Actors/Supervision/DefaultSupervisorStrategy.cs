namespace Akka.Actor;

/// <summary>The default: stops what could not be made or was killed, restarts the rest.</summary>
public class DefaultSupervisorStrategy : SupervisorStrategyConfigurator
{
    /// <inheritdoc/>
    public override SupervisorStrategy Create() => SupervisorStrategy.DefaultStrategy;
}
