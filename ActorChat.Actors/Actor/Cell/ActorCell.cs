using Akka.Dispatch;

namespace Akka.Actor;

/// <summary>
/// One actor as the runtime sees it: its instance, behaviours, children, watches and lifecycle. Everything here but the
/// children runs on the actor's thread of work. What rarely exists (children, watches, timers) is made on first use.
/// </summary>
internal sealed partial class ActorCell : IUntypedActorContext, IMailboxInvoker
{
    [ThreadStatic]
    private static ActorCell? _current;

    private readonly InternalActorRef _parent;
    private ActorBase? _actor;
    private Receive? _behaviour;
    private Stack<Receive?>? _stacked;
    private Envelope _inWork;
    private ChildrenContainer? _children;
    private DeathWatch? _deathWatch;
    private ReceiveTimeoutTimer? _receiveTimeout;
    private TimerScheduler? _timers;
    private MessageStash? _stash;
    private bool _expectsInstance;
    private Lifecycle _state = Lifecycle.New;

    public ActorCell(ActorSystemImpl system, LocalActorRef self, Props props, MessageDispatcher dispatcher, InternalActorRef parent)
    {
        SystemImpl = system;
        SelfRef = self;
        Props = props;
        Dispatcher = dispatcher;
        _parent = parent;
        Mailbox = new Mailbox(this, dispatcher);
    }

    /// <summary>The cell whose message is in work on this thread; null outside of actors.</summary>
    public static ActorCell? Current => _current;

    public ActorSystemImpl SystemImpl { get; }

    public LocalActorRef SelfRef { get; }

    public Mailbox Mailbox { get; }

    public Props Props { get; }

    public MessageDispatcher Dispatcher { get; }

    public ActorSystem System => SystemImpl;

    public IActorRef Self => SelfRef;

    public IActorRef Parent => _parent;

    public IActorRef Sender => _inWork.Sender ?? SystemImpl.DeadLetters;

    public TimeSpan? ReceiveTimeout => _receiveTimeout?.Timeout;

    public ChildrenContainer Children => _children ?? LazyInitializer.EnsureInitialized(ref _children);

    /// <summary>Whether the actor is on its way out, so that it can have no new children.</summary>
    public bool IsStopping => _state is Lifecycle.Terminating or Lifecycle.Terminated;

    private DeathWatch Deaths => _deathWatch ??= new DeathWatch(this);

    public void Become(Receive receive) => _behaviour = receive;

    public void Become(UntypedReceive receive) => Become(Taking(receive));

    public void BecomeStacked(Receive receive)
    {
        (_stacked ??= []).Push(_behaviour);
        _behaviour = receive;
    }

    public void BecomeStacked(UntypedReceive receive) => BecomeStacked(Taking(receive));

    public void UnbecomeStacked() => _behaviour = (_stacked is { Count: > 0 } ? _stacked.Pop() : null) ?? (_actor is { } actor ? actor.InitialReceive : null);

    public IActorRef ActorOf(Props props, string? name = null) => SystemImpl.CreateChild(this, props, name);

    public ActorSelection ActorSelection(ActorPath actorPath) => ActorRefFactoryShared.ActorSelection(actorPath, SystemImpl);

    public ActorSelection ActorSelection(string actorPath) => ActorRefFactoryShared.ActorSelection(actorPath, SystemImpl, Self);

    public IActorRef Child(string name) => _children?.Find(name) ?? (IActorRef)ActorRefs.Nobody;

    public IEnumerable<IActorRef> GetChildren() => _children?.All() ?? [];

    public void SetReceiveTimeout(TimeSpan? timeout)
    {
        if (timeout is not null || _receiveTimeout is not null)
            (_receiveTimeout ??= new ReceiveTimeoutTimer(this)).Set(timeout);
    }

    public void Stop(IActorRef child)
    {
        if (InternalActorRef.Of(child) is not { } actor)
            return;
        _children?.MarkStopping(actor);
        actor.Stop();
    }

    public IActorRef Watch(IActorRef subject)
    {
        if (InternalActorRef.Of(subject) is { } actor)
            Deaths.Watch(actor, message: null);
        return subject;
    }

    public IActorRef WatchWith(IActorRef subject, object message)
    {
        if (InternalActorRef.Of(subject) is { } actor)
            Deaths.Watch(actor, message);
        return subject;
    }

    public IActorRef Unwatch(IActorRef subject)
    {
        if (InternalActorRef.Of(subject) is { } actor)
            _deathWatch?.Unwatch(actor);
        return subject;
    }

    private static Receive Taking(UntypedReceive receive) => message =>
    {
        receive(message);
        return true;
    };

    private IReadOnlyList<InternalActorRef> LivingChildren() => _children?.All() ?? [];
}
