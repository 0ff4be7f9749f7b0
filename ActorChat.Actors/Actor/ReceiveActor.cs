namespace Akka.Actor;

/// <summary>An actor whose behaviours are tables of typed handlers, declared in the constructor or in a method given to <c>Become</c>.</summary>
public abstract partial class ReceiveActor : UntypedActor, IInitializableActor
{
    private readonly MessageHandlers _initial = new();
    private MessageHandlers? _declaring;

    /// <summary>Only inside <see cref="IActorRefFactory.ActorOf"/>.</summary>
    protected ReceiveActor() => _declaring = _initial;

    /// <inheritdoc/>
    void IInitializableActor.Init() => _declaring = null;

    /// <inheritdoc/>
    protected sealed override void OnReceive(object message) => Handle(_initial, message);

    /// <summary>Replaces the current behaviour by the handlers that the method declares.</summary>
    protected void Become(Action configure)
    {
        var handlers = Declare(configure);
        base.Become(message => Handle(handlers, message));
    }

    /// <summary>Puts the handlers that the method declares on top of the current behaviour.</summary>
    protected void BecomeStacked(Action configure)
    {
        var handlers = Declare(configure);
        base.BecomeStacked(message => Handle(handlers, message));
    }

    /// <summary>Handles messages of a type, where the predicate allows.</summary>
    protected void Receive<T>(Action<T> handler, Predicate<T>? shouldHandle = null) => Declaring().Add(Guarded(shouldHandle, handler));

    /// <summary>Handles messages of a type, where the predicate allows.</summary>
    protected void Receive<T>(Predicate<T> shouldHandle, Action<T> handler) => Declaring().Add(Guarded(shouldHandle, handler));

    /// <summary>Handles messages of a type, where the predicate allows.</summary>
    protected void Receive(Type messageType, Action<object> handler, Predicate<object>? shouldHandle = null) =>
        Declaring().Add(messageType, Guarded(shouldHandle, handler));

    /// <summary>Handles messages of a type, where the predicate allows.</summary>
    protected void Receive(Type messageType, Predicate<object> shouldHandle, Action<object> handler) =>
        Declaring().Add(messageType, Guarded(shouldHandle, handler));

    /// <summary>Handles messages of a type; the handler says whether it did.</summary>
    protected void Receive<T>(Func<T, bool> handler) => Declaring().Add(handler);

    /// <summary>Handles messages of a type; the handler says whether it did.</summary>
    protected void Receive(Type messageType, Func<object, bool> handler) => Declaring().Add(messageType, handler);

    /// <summary>Handles whatever the handlers before it did not.</summary>
    protected void ReceiveAny(Action<object> handler) => Declaring().AddLast(handler);

    private static Func<T, bool> Guarded<T>(Predicate<T>? shouldHandle, Action<T> handler) => message =>
    {
        if (shouldHandle is not null && !shouldHandle(message))
            return false;
        handler(message);
        return true;
    };

    private MessageHandlers Declaring() => _declaring
        ?? throw new InvalidOperationException("Handlers can only be declared in the constructor or in a method given to Become.");

    private MessageHandlers Declare(Action configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        var outer = _declaring;
        var handlers = _declaring = new MessageHandlers();
        try
        {
            configure();
        }
        finally
        {
            _declaring = outer;
        }

        return handlers;
    }

    private void Handle(MessageHandlers handlers, object message)
    {
        if (!handlers.Handle(message))
            Unhandled(message);
    }
}
