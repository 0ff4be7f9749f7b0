namespace Akka.Actor;

/// <summary>The handlers of one behaviour, tried in the order of their declaration.</summary>
internal sealed class MessageHandlers
{
    private readonly List<Func<object, bool>> _handlers = [];

    public void Add<T>(Func<T, bool> handler) => _handlers.Add(message => message is T typed && handler(typed));

    public void Add(Type type, Func<object, bool> handler) => _handlers.Add(message => type.IsInstanceOfType(message) && handler(message));

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
}
