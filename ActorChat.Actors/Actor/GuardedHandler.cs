namespace Akka.Actor;

/// <summary>Takes messages of a type, where the predicate allows.</summary>
internal sealed class GuardedHandler<T>(Action<T> handler, Predicate<T>? shouldHandle) : MessageHandler
{
    public override bool Handle(object message)
    {
        if (message is not T typed || (shouldHandle is not null && !shouldHandle(typed)))
            return false;
        handler(typed);
        return true;
    }
}
