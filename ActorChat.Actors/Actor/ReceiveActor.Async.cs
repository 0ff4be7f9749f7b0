namespace Akka.Actor;

/// <content>Handlers that are asynchronous methods: the next message is handled when the task has ended.</content>
public abstract partial class ReceiveActor
{
    /// <summary>Handles messages of a type with a task, where the predicate allows.</summary>
    protected void ReceiveAsync<T>(Func<T, Task> handler, Predicate<T>? shouldHandle = null) => Receive(AsTask(handler), shouldHandle);

    /// <summary>Handles messages of a type with a task, where the predicate allows.</summary>
    protected void ReceiveAsync<T>(Predicate<T> shouldHandle, Func<T, Task> handler) => Receive(AsTask(handler), shouldHandle);

    /// <summary>Handles messages of a type with a task, where the predicate allows.</summary>
    protected void ReceiveAsync(Type messageType, Func<object, Task> handler, Predicate<object>? shouldHandle = null) =>
        Receive(messageType, AsTask(handler), shouldHandle);

    /// <summary>Handles messages of a type with a task, where the predicate allows.</summary>
    protected void ReceiveAsync(Type messageType, Predicate<object> shouldHandle, Func<object, Task> handler) =>
        Receive(messageType, AsTask(handler), shouldHandle);

    /// <summary>Handles with a task whatever the handlers before it did not.</summary>
    protected void ReceiveAnyAsync(Func<object, Task> handler) => ReceiveAny(AsTask(handler));

    private Action<T> AsTask<T>(Func<T, Task> handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        return message => RunTask(() => handler(message));
    }
}
