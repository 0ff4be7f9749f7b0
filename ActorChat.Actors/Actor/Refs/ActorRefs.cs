namespace Akka.Actor;

/// <summary>The references that stand for the absence of an actor.</summary>
public static class ActorRefs
{
    /// <summary>An actor that does not exist.</summary>
    public static readonly Nobody Nobody = Nobody.Instance;

    /// <summary>The sender of a message that has none: the receiver sees the dead letters as its sender.</summary>
    public static readonly IActorRef? NoSender;
}
