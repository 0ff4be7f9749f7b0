namespace Akka.Actor;

/// <summary>The parent of all actors that users make with <c>system.ActorOf</c>.</summary>
internal sealed class UserGuardian : UntypedActor
{
    private readonly SupervisorStrategy _strategy = SupervisorStrategyConfigurator.Of(Context.System.Settings.SupervisorStrategyClass).Create();

    protected override void OnReceive(object message) => Unhandled(message);

    protected override SupervisorStrategy SupervisorStrategy() => _strategy;
}
