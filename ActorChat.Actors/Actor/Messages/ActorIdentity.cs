namespace Akka.Actor;

/// <summary>The answer to <see cref="Identify"/>.</summary>
/// <param name="messageId">The id of the question.</param>
/// <param name="subject">The actor; null where none lives.</param>
public sealed class ActorIdentity(object messageId, IActorRef? subject)
{
    /// <summary>The id of the question.</summary>
    public object MessageId { get; } = messageId;

    /// <summary>The actor; null where none lives.</summary>
    public IActorRef? Subject { get; } = subject;

    /// <inheritdoc/>
    public override string ToString() => $"<ActorIdentity>: {Subject} - MessageId={MessageId}";
}
