using Akka.Actor;
using Akka.Dispatch;

namespace Akka.TestKit.Internal;

/// <summary>An actor on the calling thread's dispatcher, with its instance within reach.</summary>
internal sealed class DirectActor
{
    private DirectActor(LocalActorRef actor) => Ref = actor;

    public LocalActorRef Ref { get; }

    /// <summary>The instance. One that is being replaced is waited for.</summary>
    public ActorBase Instance
    {
        get
        {
            if (Ref.Cell.Instance is null && !Ref.IsTerminated)
                AwaitReplacement();
            return Ref.Cell.Instance ?? throw new IllegalActorStateException(
                Ref.IsTerminated ? $"{Ref} has stopped: it has no instance." : $"{Ref} has no instance: it could not be made, or is being replaced.");
        }
    }

    public static DirectActor Make(ActorSystem system, Props props, IActorRef? supervisor, string? name)
    {
        ArgumentNullException.ThrowIfNull(props);
        var implementation = (ActorSystemImpl)system;
        var parent = supervisor is null ? implementation.Provider.Guardian : InternalActorRef.Of(supervisor) as LocalActorRef;
        if (parent is null)
            throw new ArgumentException($"{supervisor} is no actor that can have children.", nameof(supervisor));
        KitDispatchers.Register(system);
        var direct = props.Dispatcher == Dispatchers.DefaultDispatcherId ? props.WithDispatcher(CallingThreadDispatcher.Id) : props;
        return new DirectActor(implementation.CreateChild(parent.Cell, direct, name));
    }

    public void Receive(object message, IActorRef? sender)
    {
        ArgumentNullException.ThrowIfNull(message);
        Ref.Cell.ReceiveDirectly(message, sender);
    }

    // An actor that waits for its supervisor answers when it has been restarted, or was stopped.
    private void AwaitReplacement()
    {
        try
        {
            Ref.Ask<ActorIdentity>(new Identify(Ref.Path), TestKitExtension.For(Ref.Cell.SystemImpl).DefaultTimeout).Wait();
        }
        catch (AggregateException none) when (none.InnerException is AskTimeoutException)
        {
            // The caller says that there is none.
        }
    }
}
