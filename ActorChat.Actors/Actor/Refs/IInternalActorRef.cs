namespace Akka.Actor;

/// <summary>What the runtime itself needs of a reference, beyond telling.</summary>
public interface IInternalActorRef : IActorRef
{
    /// <summary>The reference one level up.</summary>
    IInternalActorRef Parent { get; }

    /// <summary>Whether the actor behind it has stopped for good.</summary>
    bool IsTerminated { get; }

    /// <summary>Asks the actor to stop after the message in work.</summary>
    void Stop();
}
