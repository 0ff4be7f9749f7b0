using Akka.Actor;

namespace Akka.TestKit.Internal;

/// <summary>Nothing was received.</summary>
internal sealed class NoEnvelope : MessageEnvelope
{
    public static readonly NoEnvelope Instance = new();

    public override object? Message => null;

    public override IActorRef Sender => ActorRefs.Nobody;

    public override string ToString() => "<nothing>";
}
