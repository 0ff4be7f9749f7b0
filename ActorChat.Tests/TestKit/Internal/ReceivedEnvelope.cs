using Akka.Actor;

namespace Akka.TestKit.Internal;

/// <summary>A message that the test actor has received.</summary>
internal sealed class ReceivedEnvelope(object message, IActorRef sender) : MessageEnvelope
{
    public override object? Message { get; } = message;

    public override IActorRef Sender { get; } = sender;

    public override string ToString() => $"{Shown.Typed(Message)} from {Sender}";
}
