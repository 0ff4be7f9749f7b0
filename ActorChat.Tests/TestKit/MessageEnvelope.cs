using Akka.Actor;

namespace Akka.TestKit;

/// <summary>What the test actor received: a message with its sender.</summary>
public abstract class MessageEnvelope
{
    /// <summary>For the kinds of envelopes.</summary>
    protected MessageEnvelope()
    {
    }

    /// <summary>The message; null where none was received.</summary>
    public abstract object? Message { get; }

    /// <summary>Its sender; the system's dead letters where it had none.</summary>
    public abstract IActorRef Sender { get; }
}
