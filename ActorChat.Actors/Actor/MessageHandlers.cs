namespace Akka.Actor;

/// <summary>
/// The handlers of one behaviour, tried in the order of their declaration. Most messages are of types that nothing derives from:
/// those that cannot take the message are passed over without touching them, since a room full of actors does not fit the caches.
/// </summary>
/// <param name="unhandled">What becomes of a message that none of them took.</param>
internal sealed class MessageHandlers(Action<object> unhandled)
{
    private Entry[] _entries = [];
    private int _count;
    private bool _complete;

    /// <summary>What becomes of a message that none of them took.</summary>
    public Action<object> Unhandled { get; } = unhandled;

    public void Add<T>(Action<T> handler, Predicate<T>? shouldHandle) => Add(typeof(T), new GuardedHandler<T>(handler, shouldHandle));

    public void Add<T>(Func<T, bool> handler) => Add(typeof(T), new DecidingHandler<T>(handler));

    public void Add(Type type, Action<object> handler, Predicate<object>? shouldHandle) =>
        Add(type, new GuardedHandler<object>(handler, message => type.IsInstanceOfType(message) && shouldHandle?.Invoke(message) != false));

    public void Add(Type type, Func<object, bool> handler) => Add(type, new DecidingHandler<object>(message => type.IsInstanceOfType(message) && handler(message)));

    /// <summary>Adds a handler of everything, behind which none could ever be reached.</summary>
    public void AddLast(Action<object> handler)
    {
        Add(handler, shouldHandle: null);
        _complete = true;
    }

    /// <summary>Nothing more is added.</summary>
    public void Seal() => Array.Resize(ref _entries, _count);

    /// <summary>Works on a message. Always true: what none of them takes is dealt with too.</summary>
    public bool Receive(object message)
    {
        if (!Handle(message))
            Unhandled(message);
        return true;
    }

    private bool Handle(object message)
    {
        var type = message.GetType();
        foreach (ref readonly var entry in _entries.AsSpan(0, _count))
        {
            if ((entry.OnlyType is null || entry.OnlyType == type) && entry.Handler.Handle(message))
                return true;
        }

        return false;
    }

    private void Add(Type type, MessageHandler handler)
    {
        if (_complete)
            throw new InvalidOperationException("A handler of everything stands before this one, which could never be reached.");
        if (_count == _entries.Length)
            Array.Resize(ref _entries, Math.Max(8, 2 * _count));
        _entries[_count++] = new Entry(OnlyTypeOf(type), handler);
    }

    // Messages of a sealed type are of just that type; but arrays and delegates, sealed too, can stand for those of other types, and a
    // boxed nullable is its value.
    private static Type? OnlyTypeOf(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type.IsSealed && !type.IsArray && !type.IsAssignableTo(typeof(Delegate)) ? type : null;
    }

    /// <param name="OnlyType">The only type of message that it can take; null where there are several.</param>
    /// <param name="Handler">The handler.</param>
    private readonly record struct Entry(Type? OnlyType, MessageHandler Handler);
}
