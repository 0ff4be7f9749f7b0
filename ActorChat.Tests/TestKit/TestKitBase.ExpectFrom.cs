using Akka.Actor;

namespace Akka.TestKit;

/// <content>Expecting the next message, of a certain sender.</content>
public abstract partial class TestKitBase
{
    /// <summary>The next message has this type and sender.</summary>
    public T ExpectMsgFrom<T>(IActorRef sender, TimeSpan? duration = null, string? hint = null, CancellationToken cancellationToken = default) =>
        Ended(Expect(true, duration, From<T>(sender, null), hint, cancellationToken));

    /// <summary>The next message equals this one and has this sender.</summary>
    public T ExpectMsgFrom<T>(IActorRef sender, T message, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        Ended(Expect(true, timeout, From(sender, Equal(message)), hint, cancellationToken));

    /// <summary>The next message has this type and sender and fits the predicate.</summary>
    public T ExpectMsgFrom<T>(IActorRef sender, Predicate<T> isMessage, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        Ended(Expect(true, timeout, From(sender, Fitting(isMessage, hint)), hint, cancellationToken));

    /// <summary>The next message and its sender fit their predicates.</summary>
    public T ExpectMsgFrom<T>(Predicate<IActorRef> isSender, Predicate<T> isMessage, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        Ended(Expect(true, timeout, Fitting<T>((message, sender) => isSender(sender) && isMessage(message), hint), hint, cancellationToken));

    /// <summary>The next message has this type and sender and stands the assertions.</summary>
    public T ExpectMsgFrom<T>(IActorRef sender, Action<T> assertMessage, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        Ended(Expect(true, timeout, From<T>(sender, (message, _) => assertMessage(message)), hint, cancellationToken));

    /// <summary>The next message has this type and sender.</summary>
    public ValueTask<T> ExpectMsgFromAsync<T>(IActorRef sender, TimeSpan? duration = null, string? hint = null, CancellationToken cancellationToken = default) =>
        Expect(false, duration, From<T>(sender, null), hint, cancellationToken);

    /// <summary>The next message equals this one and has this sender.</summary>
    public ValueTask<T> ExpectMsgFromAsync<T>(IActorRef sender, T message, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        Expect(false, timeout, From(sender, Equal(message)), hint, cancellationToken);

    /// <summary>The next message has this type and sender and fits the predicate.</summary>
    public ValueTask<T> ExpectMsgFromAsync<T>(IActorRef sender, Predicate<T> isMessage, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        Expect(false, timeout, From(sender, Fitting(isMessage, hint)), hint, cancellationToken);

    private Action<T, IActorRef> From<T>(IActorRef expected, Action<T, IActorRef>? check) => (message, sender) =>
    {
        _assertions.AssertEqual(expected, sender, "{0}", $"Failed: <{message}> came from another sender.{Behind()}");
        check?.Invoke(message, sender);
    };
}
