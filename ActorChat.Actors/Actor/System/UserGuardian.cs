namespace Akka.Actor;

/// <summary>The parent of all actors that users make with <c>system.ActorOf</c>.</summary>
internal sealed class UserGuardian : UntypedActor
{
    protected override void OnReceive(object message) => Unhandled(message);
}
