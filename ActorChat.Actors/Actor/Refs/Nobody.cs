namespace Akka.Actor;

/// <summary>The reference of nobody: whatever it is told is dropped.</summary>
public sealed class Nobody : IInternalActorRef
{
    internal static readonly Nobody Instance = new();

    private Nobody()
    {
    }

    /// <inheritdoc/>
    public ActorPath Path { get; } = new RootActorPath(new Address("akka", "all-systems")) / "Nobody";

    /// <inheritdoc/>
    public IInternalActorRef Parent => this;

    /// <inheritdoc/>
    public bool IsTerminated => true;

    /// <inheritdoc/>
    public void Tell(object message, IActorRef? sender)
    {
    }

    /// <inheritdoc/>
    public void Stop()
    {
    }

    /// <inheritdoc/>
    public bool Equals(IActorRef? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => ReferenceEquals(this, obj);

    /// <inheritdoc/>
    public override int GetHashCode() => Path.GetHashCode();

    /// <inheritdoc/>
    public int CompareTo(IActorRef? other) => Path.CompareTo(other?.Path);

    /// <inheritdoc/>
    public int CompareTo(object? obj) => CompareTo(obj as IActorRef);

    /// <inheritdoc/>
    public override string ToString() => $"[{Path}]";
}
