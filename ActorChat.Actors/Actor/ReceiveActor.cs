namespace Akka.Actor;

/// <summary>An actor whose behaviours are tables of typed handlers, declared in the constructor or in a method given to <c>Become</c>.</summary>
public abstract partial class ReceiveActor : UntypedActor, IInitializableActor
{
    private readonly MessageHandlers _initial;
    private MessageHandlers? _declaring;

    /// <summary>Only inside <see cref="IActorRefFactory.ActorOf"/>.</summary>
    protected ReceiveActor() => _declaring = _initial = new MessageHandlers(Unhandled);

    /// <inheritdoc/>
    void IInitializableActor.Init()
    {
        _declaring = null;
        _initial.Seal();
    }

    /// <inheritdoc/>
    protected sealed override void OnReceive(object message) => _initial.Receive(message);

    /// <summary>Replaces the current behaviour by the handlers that the method declares.</summary>
    protected void Become(Action configure) => Become(Declare(configure).Receive);

    /// <summary>Puts the handlers that the method declares on top of the current behaviour.</summary>
    protected void BecomeStacked(Action configure) => BecomeStacked(Declare(configure).Receive);

    /// <summary>Handles messages of a type, where the predicate allows.</summary>
    protected void Receive<T>(Action<T> handler, Predicate<T>? shouldHandle = null) => Declaring().Add(handler, shouldHandle);

    /// <summary>Handles messages of a type, where the predicate allows.</summary>
    protected void Receive<T>(Predicate<T> shouldHandle, Action<T> handler) => Declaring().Add(handler, shouldHandle);

    /// <summary>Handles messages of a type, where the predicate allows.</summary>
    protected void Receive(Type messageType, Action<object> handler, Predicate<object>? shouldHandle = null) =>
        Declaring().Add(messageType, handler, shouldHandle);

    /// <summary>Handles messages of a type, where the predicate allows.</summary>
    protected void Receive(Type messageType, Predicate<object> shouldHandle, Action<object> handler) =>
        Declaring().Add(messageType, handler, shouldHandle);

    /// <summary>Handles messages of a type; the handler says whether it did.</summary>
    protected void Receive<T>(Func<T, bool> handler) => Declaring().Add(handler);

    /// <summary>Handles messages of a type; the handler says whether it did.</summary>
    protected void Receive(Type messageType, Func<object, bool> handler) => Declaring().Add(messageType, handler);

    /// <summary>Handles whatever the handlers before it did not.</summary>
    protected void ReceiveAny(Action<object> handler) => Declaring().AddLast(handler);

    private MessageHandlers Declaring() => _declaring
        ?? throw new InvalidOperationException("Handlers can only be declared in the constructor or in a method given to Become.");

    private MessageHandlers Declare(Action configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        var outer = _declaring;
        var handlers = _declaring = new MessageHandlers(_initial.Unhandled);
        try
        {
            configure();
        }
        finally
        {
            _declaring = outer;
        }

        handlers.Seal();
        return handlers;
    }
}
