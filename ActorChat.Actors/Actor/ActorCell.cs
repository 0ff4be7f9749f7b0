using Akka.Dispatch;
using Akka.Event;

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
    private bool _expectsInstance;

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

    /// <summary>The cell that waits for its instance on this thread; null where an actor's constructor has no business to run. Given once.</summary>
    public static ActorCell? TakeExpecting()
    {
        if (_current is not { _expectsInstance: true } cell)
            return null;
        cell._expectsInstance = false;
        return cell;
    }

    public void Become(Receive receive) => _behaviour = receive;

    public void Become(UntypedReceive receive) => Become(Taking(receive));

    public void BecomeStacked(Receive receive)
    {
        (_stacked ??= []).Push(_behaviour);
        _behaviour = receive;
    }

    public void BecomeStacked(UntypedReceive receive) => BecomeStacked(Taking(receive));

    public void UnbecomeStacked() => _behaviour = (_stacked is { Count: > 0 } ? _stacked.Pop() : null) ?? _actor!.InitialReceive;

    public IActorRef ActorOf(Props props, string? name = null) => SystemImpl.CreateChild(this, props, name);

    /// <summary>Notes in the log, where that is wanted, that the actor has a new child.</summary>
    public void OnChildMade(InternalActorRef child) => LogRelation("now supervising", child);

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

    public void Invoke(in Envelope envelope)
    {
        var startOfWork = StartOfWork();
        var outer = _current;
        _current = this;
        _inWork = envelope;
        try
        {
            if (envelope.Message is IAutoReceivedMessage automatic)
                AutoReceive(automatic);
            else
                ReceiveMessage(envelope.Message);
            _inWork = default;
        }
        catch (Exception failure)
        {
            Fail(failure, perpetrator: null);
        }
        finally
        {
            CountProcessed(startOfWork);
            _current = outer;
        }
    }

    private static Receive Taking(UntypedReceive receive) => message =>
    {
        receive(message);
        return true;
    };

    private void ReceiveMessage(object message)
    {
        switch (message)
        {
            case TimerScheduler.Tick tick:
                if (_timers?.Take(tick) is not { } timerMessage)
                    return;
                message = timerMessage;
                break;
            case ReceiveTimeoutTimer.Tick tick:
                if (_receiveTimeout?.HasExpired(tick) != true)
                    return;
                message = Actor.ReceiveTimeout.Instance;
                break;
            default:
                break;
        }

        Deliver(message);

        // The silence that the timeout measures begins when the work on a message ends.
        if (message is not INotInfluenceReceiveTimeout)
            _receiveTimeout?.Touch();
    }

    private void Deliver(object message)
    {
        var handled = _actor!.Handle(_behaviour!, message);
        if (SystemImpl.Settings.AddLoggingReceive && _actor is ILogReceive)
            DebugLog($"received {(handled ? "handled" : "unhandled")} message {message} from {Sender.Path}");
    }

    private void AutoReceive(IAutoReceivedMessage message)
    {
        if (SystemImpl.Settings.DebugAutoReceive)
            DebugLog($"received AutoReceiveMessage {message} from {Sender.Path}");
        switch (message)
        {
            case Terminated terminated:
                if (_deathWatch?.Take(terminated) is { } toActor)
                    ReceiveMessage(toActor);
                break;
            case PoisonPill:
                SelfRef.Stop();
                break;
            case Kill:
                throw new ActorKilledException("Kill");
            case Identify identify:
                Sender.Tell(new ActorIdentity(identify.MessageId, Self), Self);
                break;
            case ActorSelectionMessage selection:
                ActorSelectionRouting.Deliver(SelfRef, selection, Sender);
                break;
            default:
                Deliver(message);
                break;
        }
    }

    private void DebugLog(string text) =>
        SystemImpl.EventStream.Publish(new Debug(Self.Path.ToString(), _actor?.GetType() ?? Props.Type, text));
}
