using Akka.Actor;
using Akka.TestKit.Internal;

namespace Akka.TestKit;

/// <content>Making actors as children of the test actor.</content>
public abstract partial class TestKitBase
{
    /// <summary>Makes a child of the test actor, whose failures the strategy answers.</summary>
    public IActorRef ChildActorOf(Props props, string? name, SupervisorStrategy supervisorStrategy, CancellationToken cancellationToken = default) =>
        ChildActorOfAsync(props, name, supervisorStrategy, cancellationToken).GetAwaiter().GetResult();

    /// <summary>Makes a child of the test actor, whose failures the strategy answers.</summary>
    public IActorRef ChildActorOf(Props props, SupervisorStrategy supervisorStrategy, CancellationToken cancellationToken = default) =>
        ChildActorOf(props, null, supervisorStrategy, cancellationToken);

    /// <summary>Makes a child of the test actor, which is stopped when it fails.</summary>
    public IActorRef ChildActorOf(Props props, string? name, CancellationToken cancellationToken = default) =>
        ChildActorOf(props, name, SupervisorStrategy.StoppingStrategy, cancellationToken);

    /// <summary>Makes a child of the test actor, which is stopped when it fails.</summary>
    public IActorRef ChildActorOf(Props props, CancellationToken cancellationToken = default) =>
        ChildActorOf(props, null, SupervisorStrategy.StoppingStrategy, cancellationToken);

    /// <summary>Makes a child of the test actor, whose failures the strategy answers.</summary>
    public async Task<IActorRef> ChildActorOfAsync(Props props, string? name, SupervisorStrategy supervisorStrategy, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(supervisorStrategy);
        var order = new InternalTestActor.Spawn(props, name, supervisorStrategy);
        await OrderAsync(order, cancellationToken).ConfigureAwait(false);
        return order.Child;
    }

    /// <summary>Makes a child of the test actor, whose failures the strategy answers.</summary>
    public Task<IActorRef> ChildActorOfAsync(Props props, SupervisorStrategy supervisorStrategy, CancellationToken cancellationToken = default) =>
        ChildActorOfAsync(props, null, supervisorStrategy, cancellationToken);

    /// <summary>Makes a child of the test actor, which is stopped when it fails.</summary>
    public Task<IActorRef> ChildActorOfAsync(Props props, string? name, CancellationToken cancellationToken = default) =>
        ChildActorOfAsync(props, name, SupervisorStrategy.StoppingStrategy, cancellationToken);

    /// <summary>Makes a child of the test actor, which is stopped when it fails.</summary>
    public Task<IActorRef> ChildActorOfAsync(Props props, CancellationToken cancellationToken = default) =>
        ChildActorOfAsync(props, null, SupervisorStrategy.StoppingStrategy, cancellationToken);
}
