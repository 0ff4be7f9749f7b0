using Akka.Actor;

namespace ActorChat.Tests.Actors;

/// <summary>An actor that a test scripts: each message goes to the function, with the actor's context.</summary>
internal sealed class ScriptedActor(Action<IActorContext, object> onMessage) : UntypedActor
{
    protected override void OnReceive(object message) => onMessage(Context, message);
}
