using Akka.Actor;
using Akka.TestKit.Internal;

namespace Akka.TestKit;

/// <content>Expecting the next message, of a certain sender.</content>
public abstract partial class TestKitBase
{
    /// <summary>The next message has this type and sender.</summary>
    public T ExpectMsgFrom<T>(IActorRef sender, TimeSpan? duration = null, string? hint = null, CancellationToken cancellationToken = default) =>
        Ended(Expect(true, duration, Wanted<T>.OfType().From(sender), hint, cancellationToken));

    /// <summary>The next message equals this one and has this sender.</summary>
    public T ExpectMsgFrom<T>(IActorRef sender, T message, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        Ended(Expect(true, timeout, EqualTo(message).From(sender), hint, cancellationToken));

    /// <summary>The next message has this type and sender and fits the predicate.</summary>
    public T ExpectMsgFrom<T>(IActorRef sender, Predicate<T> isMessage, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        Ended(Expect(true, timeout, Fitting(isMessage).From(sender), hint, cancellationToken));

    /// <summary>The next message and its sender fit their predicates.</summary>
    public T ExpectMsgFrom<T>(Predicate<IActorRef> isSender, Predicate<T> isMessage, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        Ended(Expect(true, timeout, Fitting(isSender, isMessage), hint, cancellationToken));

    /// <summary>The next message has this type and sender and stands the assertions.</summary>
    public T ExpectMsgFrom<T>(IActorRef sender, Action<T> assertMessage, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        Ended(Expect(true, timeout, Standing(assertMessage).From(sender), hint, cancellationToken));

    /// <summary>The next message has this type, and it and its sender stand their assertions.</summary>
    public T ExpectMsgFrom<T>(Action<IActorRef> assertSender, Action<T> assertMessage, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        Ended(Expect(true, timeout, Standing(assertSender, assertMessage), hint, cancellationToken));

    /// <summary>The next message has this type and sender.</summary>
    public ValueTask<T> ExpectMsgFromAsync<T>(IActorRef sender, TimeSpan? duration = null, string? hint = null, CancellationToken cancellationToken = default) =>
        Expect(false, duration, Wanted<T>.OfType().From(sender), hint, cancellationToken);

    /// <summary>The next message equals this one and has this sender.</summary>
    public ValueTask<T> ExpectMsgFromAsync<T>(IActorRef sender, T message, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        Expect(false, timeout, EqualTo(message).From(sender), hint, cancellationToken);

    /// <summary>The next message has this type and sender and fits the predicate.</summary>
    public ValueTask<T> ExpectMsgFromAsync<T>(IActorRef sender, Predicate<T> isMessage, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        Expect(false, timeout, Fitting(isMessage).From(sender), hint, cancellationToken);

    /// <summary>The next message and its sender fit their predicates.</summary>
    public ValueTask<T> ExpectMsgFromAsync<T>(Predicate<IActorRef> isSender, Predicate<T> isMessage, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        Expect(false, timeout, Fitting(isSender, isMessage), hint, cancellationToken);

    /// <summary>The next message has this type and sender and stands the assertions.</summary>
    public ValueTask<T> ExpectMsgFromAsync<T>(IActorRef sender, Action<T> assertMessage, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        Expect(false, timeout, Standing(assertMessage).From(sender), hint, cancellationToken);

    /// <summary>The next message has this type, and it and its sender stand their assertions.</summary>
    public ValueTask<T> ExpectMsgFromAsync<T>(Action<IActorRef> assertSender, Action<T> assertMessage, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        Expect(false, timeout, Standing(assertSender, assertMessage), hint, cancellationToken);

    private static Wanted<T> Fitting<T>(Predicate<T> isMessage) => Wanted<T>.Fitting((message, _) => isMessage(message));

    private static Wanted<T> Fitting<T>(Predicate<IActorRef> isSender, Predicate<T> isMessage) => Wanted<T>.OfType(
        (message, sender) => !isSender(sender) ? "its sender does not fit" : isMessage(message) ? null : "the message does not fit");

    private static Wanted<T> Standing<T>(Action<T> assertMessage) => Wanted<T>.Standing((message, _) => assertMessage(message));

    private static Wanted<T> Standing<T>(Action<IActorRef> assertSender, Action<T> assertMessage) => Wanted<T>.Standing((message, sender) =>
    {
        assertSender(sender);
        assertMessage(message);
    });
}
