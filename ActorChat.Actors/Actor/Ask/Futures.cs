namespace Akka.Actor;

/// <summary>
/// Asking: a message whose answer comes as a task. For the edge of a system and for tests; between actors, tell and handle the answer.
/// A <see cref="Status.Failure"/> as answer makes the task fail with its cause.
/// </summary>
public static class Futures
{
    /// <summary>Asks, and waits for at most the given time; without one for <c>akka.actor.ask-timeout</c>.</summary>
    /// <exception cref="AskTimeoutException">No answer came in time.</exception>
    public static Task<object> Ask(this ICanTell self, object message, TimeSpan? timeout = null) =>
        self.Ask<object>(message, timeout, CancellationToken.None);

    /// <summary>Asks, and waits until called off.</summary>
    public static Task<object> Ask(this ICanTell self, object message, CancellationToken cancellationToken) =>
        self.Ask<object>(message, null, cancellationToken);

    /// <summary>Asks, and waits for at most the given time or until called off.</summary>
    public static Task<object> Ask(this ICanTell self, object message, TimeSpan? timeout, CancellationToken cancellationToken) =>
        self.Ask<object>(message, timeout, cancellationToken);

    /// <summary>Asks for an answer of a type; any other answer makes the task fail.</summary>
    /// <exception cref="AskTimeoutException">No answer came in time.</exception>
    public static Task<T> Ask<T>(this ICanTell self, object message, TimeSpan? timeout = null) =>
        self.Ask<T>(_ => message, timeout, CancellationToken.None);

    /// <summary>Asks for an answer of a type, and waits until called off.</summary>
    public static Task<T> Ask<T>(this ICanTell self, object message, CancellationToken cancellationToken) =>
        self.Ask<T>(_ => message, null, cancellationToken);

    /// <summary>Asks for an answer of a type, and waits for at most the given time or until called off.</summary>
    public static Task<T> Ask<T>(this ICanTell self, object message, TimeSpan? timeout, CancellationToken cancellationToken) =>
        self.Ask<T>(_ => message, timeout, cancellationToken);

    /// <summary>Asks with a message made for the reference that the answer has to go to.</summary>
    /// <exception cref="ArgumentException">The receiver belongs to no system.</exception>
    public static async Task<T> Ask<T>(this ICanTell self, Func<IActorRef, object> messageFactory, TimeSpan? timeout, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(messageFactory);
        var system = SystemOf(self) ?? throw new ArgumentException($"{self} belongs to no actor system.", nameof(self));
        var future = new FutureActorRef<T>(system.Provider.Temp.NewPath(), system.Provider.Temp);
        var limit = timeout ?? system.Settings.AskTimeout;

        using var calledOff = cancellationToken.UnsafeRegister(state => ((FutureActorRef<T>)state!).Cancel(cancellationToken), future);
        using var timer = limit == Timeout.InfiniteTimeSpan
            ? null
            : new Timer(_ => future.Fail(new AskTimeoutException($"Timeout after {limit} for ask of {self}")), null, limit, Timeout.InfiniteTimeSpan);
        self.Tell(messageFactory(future), future);
        return await future.Answer.ConfigureAwait(false);
    }

    private static ActorSystemImpl? SystemOf(ICanTell receiver) => receiver switch
    {
        LocalActorRef local => local.Cell.SystemImpl,
        ActorSelection selection => SystemOf(selection.Anchor),
        IStandIn standIn => SystemOf(standIn.For),
        InternalActorRef { Parent: { } parent } other when !ReferenceEquals(parent, other) => SystemOf(parent),
        _ => ActorCell.Current?.SystemImpl,
    };
}
