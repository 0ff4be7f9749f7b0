using Akka.Actor;
using Akka.TestKit.Internal;

namespace Akka.TestKit;

/// <content>Expecting the next message, without blocking the thread.</content>
public abstract partial class TestKitBase
{
    /// <summary>The next message has this type.</summary>
    public ValueTask<T> ExpectMsgAsync<T>(TimeSpan? duration = null, string? hint = null, CancellationToken cancellationToken = default) =>
        Expect(false, duration, Wanted<T>.OfType(), hint, cancellationToken);

    /// <summary>The next message equals this one.</summary>
    public ValueTask<T> ExpectMsgAsync<T>(T message, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        Expect(false, timeout, EqualTo(message), hint, cancellationToken);

    /// <summary>The next message has this type and fits the predicate.</summary>
    public ValueTask<T> ExpectMsgAsync<T>(Predicate<T> isMessage, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        Expect(false, timeout, Wanted<T>.Fitting((message, _) => isMessage(message)), hint, cancellationToken);

    /// <summary>The next message has this type and stands the assertions.</summary>
    public ValueTask<T> ExpectMsgAsync<T>(Action<T> assert, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        Expect(false, timeout, Wanted<T>.Standing((message, _) => assert(message)), hint, cancellationToken);

    /// <summary>The next message has this type and fits the predicate, with its sender.</summary>
    public ValueTask<T> ExpectMsgAsync<T>(Func<T, IActorRef, bool> isMessageAndSender, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        Expect(false, timeout, Wanted<T>.Fitting(isMessageAndSender), hint, cancellationToken);

    /// <summary>The next message has this type and stands the assertions, with its sender.</summary>
    public ValueTask<T> ExpectMsgAsync<T>(Action<T, IActorRef> assertMessageAndSender, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        Expect(false, timeout, Wanted<T>.Standing(assertMessageAndSender), hint, cancellationToken);

    /// <summary>The comparer finds the next message equal to this one.</summary>
    public ValueTask<T> ExpectMsgAsync<T>(T expected, Func<T, T, bool> comparer, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        Expect(false, timeout, EqualTo(expected, comparer), hint, cancellationToken);

    /// <summary>The next message is the <see cref="Terminated"/> of this actor, which the test watches.</summary>
    public ValueTask<Terminated> ExpectTerminatedAsync(IActorRef target, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        Expect(false, timeout, EndOf(target), hint, cancellationToken);
}
