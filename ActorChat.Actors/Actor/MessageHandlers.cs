namespace Akka.Actor;

/// <summary>The handlers of one behaviour, tried in the order of their declaration.</summary>
internal sealed class MessageHandlers
{
    private readonly List<Func<object, bool>> _handlers = [];
    private bool _complete;

    public void Add<T>(Func<T, bool> handler) => Add((object message) => message is T typed && handler(typed));

    public void Add(Type type, Func<object, bool> handler) => Add(message => type.IsInstanceOfType(message) && handler(message));

    /// <summary>Adds a handler of everything, behind which none could ever be reached.</summary>
    public void AddLast(Action<object> handler)
    {
        Add(message =>
        {
            handler(message);
            return true;
        });
        _complete = true;
    }

    /// <summary>Whether one of them took the message.</summary>
    public bool Handle(object message)
    {
        foreach (var handler in _handlers)
        {
            if (handler(message))
                return true;
        }

        return false;
    }

    private void Add(Func<object, bool> handler)
    {
        if (_complete)
            throw new InvalidOperationException("A handler of everything stands before this one, which could never be reached.");
        _handlers.Add(handler);
    }
}
