using Akka.Actor;

namespace Akka.TestKit;

/// <summary>The reference of an actor that runs on the thread which tells it something, and whose instance the test can see.</summary>
/// <typeparam name="TActor">The type of the actor.</typeparam>
/// <inheritdoc cref="TestActorRefBase{TActor}(ActorSystem, Props, IActorRef?, string?)"/>
public class TestActorRef<TActor>(ActorSystem system, Props actorProps, IActorRef? supervisor = null, string? name = null)
    : TestActorRefBase<TActor>(system, actorProps, supervisor, name)
    where TActor : ActorBase
{
}
