namespace Akka.Actor;

/// <summary>
/// Sends the outcome of a task to an actor as a message, so that no actor ever waits for one. Without a mapping the result itself
/// is sent, and a failure as <see cref="Status.Failure"/>.
/// </summary>
public static class PipeToSupport
{
    /// <summary>Sends the result of the task to the recipient.</summary>
    /// <param name="taskToPipe">The task.</param>
    /// <param name="recipient">Who is told.</param>
    /// <param name="sender">Whom an answer goes to; by default to nobody.</param>
    /// <param name="success">Makes the message of a result; without it the result itself is sent.</param>
    /// <param name="failure">Makes the message of a failure.</param>
    public static Task PipeTo<T>(this Task<T> taskToPipe, ICanTell recipient, IActorRef? sender = null, Func<T, object>? success = null, Func<Exception, object>? failure = null) =>
        Pipe(taskToPipe, recipient, true, sender, success, failure);

    /// <summary>Sends the result of the task to the recipient.</summary>
    /// <param name="taskToPipe">The task.</param>
    /// <param name="recipient">Who is told.</param>
    /// <param name="useConfigureAwait">Whether to stay off the caller's synchronization context.</param>
    /// <param name="sender">Whom an answer goes to; by default to nobody.</param>
    /// <param name="success">Makes the message of a result; without it the result itself is sent.</param>
    /// <param name="failure">Makes the message of a failure.</param>
    public static Task PipeTo<T>(this Task<T> taskToPipe, ICanTell recipient, bool useConfigureAwait, IActorRef? sender = null, Func<T, object>? success = null, Func<Exception, object>? failure = null) =>
        Pipe(taskToPipe, recipient, useConfigureAwait, sender, success, failure);

    /// <summary>Sends the result of the task to the recipient.</summary>
    /// <param name="taskToPipe">The task.</param>
    /// <param name="recipient">Who is told.</param>
    /// <param name="sender">Whom an answer goes to; by default to nobody.</param>
    /// <param name="success">Makes the message of a result; without it the result itself is sent.</param>
    /// <param name="failure">Makes the message of a failure.</param>
    public static Task PipeTo<T>(this ValueTask<T> taskToPipe, ICanTell recipient, IActorRef? sender = null, Func<T, object>? success = null, Func<Exception, object>? failure = null) =>
        Pipe(taskToPipe.AsTask(), recipient, true, sender, success, failure);

    /// <summary>Sends the result of the task to the recipient.</summary>
    /// <param name="taskToPipe">The task.</param>
    /// <param name="recipient">Who is told.</param>
    /// <param name="useConfigureAwait">Whether to stay off the caller's synchronization context.</param>
    /// <param name="sender">Whom an answer goes to; by default to nobody.</param>
    /// <param name="success">Makes the message of a result; without it the result itself is sent.</param>
    /// <param name="failure">Makes the message of a failure.</param>
    public static Task PipeTo<T>(this ValueTask<T> taskToPipe, ICanTell recipient, bool useConfigureAwait, IActorRef? sender = null, Func<T, object>? success = null, Func<Exception, object>? failure = null) =>
        Pipe(taskToPipe.AsTask(), recipient, useConfigureAwait, sender, success, failure);

    /// <summary>Sends the completion of the task to the recipient.</summary>
    /// <param name="taskToPipe">The task.</param>
    /// <param name="recipient">Who is told.</param>
    /// <param name="sender">Whom an answer goes to; by default to nobody.</param>
    /// <param name="success">Makes the message of a completion; without it nothing is sent.</param>
    /// <param name="failure">Makes the message of a failure.</param>
    public static Task PipeTo(this Task taskToPipe, ICanTell recipient, IActorRef? sender = null, Func<object>? success = null, Func<Exception, object>? failure = null) =>
        Pipe(taskToPipe, recipient, true, sender, success, failure);

    /// <summary>Sends the completion of the task to the recipient.</summary>
    /// <param name="taskToPipe">The task.</param>
    /// <param name="recipient">Who is told.</param>
    /// <param name="useConfigureAwait">Whether to stay off the caller's synchronization context.</param>
    /// <param name="sender">Whom an answer goes to; by default to nobody.</param>
    /// <param name="success">Makes the message of a completion; without it nothing is sent.</param>
    /// <param name="failure">Makes the message of a failure.</param>
    public static Task PipeTo(this Task taskToPipe, ICanTell recipient, bool useConfigureAwait, IActorRef? sender = null, Func<object>? success = null, Func<Exception, object>? failure = null) =>
        Pipe(taskToPipe, recipient, useConfigureAwait, sender, success, failure);

    /// <summary>Sends the completion of the task to the recipient.</summary>
    /// <param name="taskToPipe">The task.</param>
    /// <param name="recipient">Who is told.</param>
    /// <param name="sender">Whom an answer goes to; by default to nobody.</param>
    /// <param name="success">Makes the message of a completion; without it nothing is sent.</param>
    /// <param name="failure">Makes the message of a failure.</param>
    public static Task PipeTo(this ValueTask taskToPipe, ICanTell recipient, IActorRef? sender = null, Func<object>? success = null, Func<Exception, object>? failure = null) =>
        Pipe(taskToPipe.AsTask(), recipient, true, sender, success, failure);

    /// <summary>Sends the completion of the task to the recipient.</summary>
    /// <param name="taskToPipe">The task.</param>
    /// <param name="recipient">Who is told.</param>
    /// <param name="useConfigureAwait">Whether to stay off the caller's synchronization context.</param>
    /// <param name="sender">Whom an answer goes to; by default to nobody.</param>
    /// <param name="success">Makes the message of a completion; without it nothing is sent.</param>
    /// <param name="failure">Makes the message of a failure.</param>
    public static Task PipeTo(this ValueTask taskToPipe, ICanTell recipient, bool useConfigureAwait, IActorRef? sender = null, Func<object>? success = null, Func<Exception, object>? failure = null) =>
        Pipe(taskToPipe.AsTask(), recipient, useConfigureAwait, sender, success, failure);

    private static async Task Pipe<T>(
        Task<T> task, ICanTell recipient, bool useConfigureAwait, IActorRef? sender, Func<T, object>? success, Func<Exception, object>? failure)
    {
        object message;
        try
        {
            var result = await task.ConfigureAwait(!useConfigureAwait);
            message = success is null ? result! : success(result);
        }
        catch (Exception exception)
        {
            message = failure is null ? new Status.Failure(exception) : failure(exception);
        }

        recipient.Tell(message, sender);
    }

    private static async Task Pipe(
        Task task, ICanTell recipient, bool useConfigureAwait, IActorRef? sender, Func<object>? success, Func<Exception, object>? failure)
    {
        object? message;
        try
        {
            await task.ConfigureAwait(!useConfigureAwait);
            message = success?.Invoke();
        }
        catch (Exception exception)
        {
            message = failure is null ? new Status.Failure(exception) : failure(exception);
        }

        if (message is not null)
            recipient.Tell(message, sender);
    }
}
