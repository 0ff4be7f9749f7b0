using Akka.Actor;

namespace Akka.TestKit;

/// <content>Expecting the next message, without blocking the thread.</content>
public abstract partial class TestKitBase
{
    /// <summary>The next message has this type.</summary>
    public ValueTask<T> ExpectMsgAsync<T>(TimeSpan? duration = null, string? hint = null, CancellationToken cancellationToken = default) =>
        Expect<T>(false, duration, null, hint, cancellationToken);

    /// <summary>The next message equals this one.</summary>
    public ValueTask<T> ExpectMsgAsync<T>(T message, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        Expect(false, timeout, Equal(message), hint, cancellationToken);

    /// <summary>The next message has this type and fits the predicate.</summary>
    public ValueTask<T> ExpectMsgAsync<T>(Predicate<T> isMessage, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        Expect(false, timeout, Fitting(isMessage, hint), hint, cancellationToken);

    /// <summary>The next message has this type and stands the assertions.</summary>
    public ValueTask<T> ExpectMsgAsync<T>(Action<T> assert, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        Expect<T>(false, timeout, (message, _) => assert(message), hint, cancellationToken);

    /// <summary>The next message has this type and fits the predicate, with its sender.</summary>
    public ValueTask<T> ExpectMsgAsync<T>(Func<T, IActorRef, bool> isMessageAndSender, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        Expect(false, timeout, Fitting(isMessageAndSender, hint), hint, cancellationToken);

    /// <summary>The next message has this type and stands the assertions, with its sender.</summary>
    public ValueTask<T> ExpectMsgAsync<T>(Action<T, IActorRef> assertMessageAndSender, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        Expect(false, timeout, assertMessageAndSender, hint, cancellationToken);

    /// <summary>The comparer finds the next message equal to this one.</summary>
    public ValueTask<T> ExpectMsgAsync<T>(T expected, Func<T, T, bool> comparer, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        Expect<T>(false, timeout, (actual, _) => _assertions.AssertEqual(expected, actual, comparer, "{0}", hint ?? string.Empty), hint, cancellationToken);

    /// <summary>The next message is the <see cref="Terminated"/> of this actor, which the test watches.</summary>
    public ValueTask<Terminated> ExpectTerminatedAsync(IActorRef target, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        Expect(false, timeout, Of(target), $"Terminated {target}. {hint}", cancellationToken);
}
