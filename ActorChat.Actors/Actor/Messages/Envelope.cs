using System.Diagnostics.CodeAnalysis;

namespace Akka.Actor;

/// <summary>A message on its way, with its sender.</summary>
/// <param name="message">The message.</param>
/// <param name="sender">Its sender; null for nobody.</param>
[SuppressMessage("Performance", "CA1815", Justification = "Envelopes are carried, not compared.")]
public readonly struct Envelope(object message, IActorRef? sender)
{
    /// <summary>A message on its way; a missing sender becomes the system's dead letters.</summary>
    public Envelope(object message, IActorRef? sender, ActorSystem system)
        : this(message, sender ?? system?.DeadLetters)
    {
    }

    /// <summary>Its sender; null for nobody.</summary>
    public IActorRef? Sender { get; } = sender;

    /// <summary>The message.</summary>
    public object Message { get; } = message;

    /// <inheritdoc/>
    public override string ToString() => $"<{Message}> from {Sender?.ToString() ?? "NoSender"}";
}
