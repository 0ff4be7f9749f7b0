using Akka.Dispatch.SysMsg;

namespace Akka.Actor;

/// <summary>The base of every reference of the runtime: equality by path and incarnation, and the way of system messages.</summary>
internal abstract class InternalActorRef : IInternalActorRef
{
    public abstract ActorPath Path { get; }

    public abstract InternalActorRef Parent { get; }

    public virtual bool IsTerminated => false;

    IInternalActorRef IInternalActorRef.Parent => Parent;

    /// <summary>The runtime's own reference behind any reference; null for nobody and for foreign ones.</summary>
    public static InternalActorRef? Of(IActorRef? actor) => actor as InternalActorRef ?? (actor as IStandIn)?.For as InternalActorRef;

    public abstract void Tell(object message, IActorRef? sender);

    /// <summary>Delivers a message of the runtime itself, ahead of all user messages.</summary>
    public abstract void SendSystemMessage(SystemMessage message);

    public virtual void Stop()
    {
    }

    /// <summary>The child of this name; null where there is none.</summary>
    public virtual InternalActorRef? GetSingleChild(string name) => null;

    /// <summary>All living children.</summary>
    public virtual IEnumerable<InternalActorRef> GetAllChildren() => [];

    public bool Equals(IActorRef? other) =>
        ReferenceEquals(this, other) || (other is not null && Path.Uid == other.Path.Uid && Path.Equals(other.Path));

    public sealed override bool Equals(object? obj) => Equals(obj as IActorRef);

    public sealed override int GetHashCode() => HashCode.Combine(Path, Path.Uid);

    public int CompareTo(IActorRef? other)
    {
        var byPath = Path.CompareTo(other?.Path);
        return byPath != 0 ? byPath : Path.Uid.CompareTo(other?.Path.Uid ?? 0);
    }

    public int CompareTo(object? obj) => CompareTo(obj as IActorRef);

    public override string ToString() => $"[{Path.ToStringWithUid()}]";

    private protected static object Required(object? message) =>
        message ?? throw new InvalidMessageException("Message is null.");
}
