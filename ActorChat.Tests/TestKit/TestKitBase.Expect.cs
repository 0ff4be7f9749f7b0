using Akka.Actor;
using Akka.TestKit.Internal;

namespace Akka.TestKit;

/// <content>Expecting the next message.</content>
public abstract partial class TestKitBase
{
    /// <summary>The next message has this type.</summary>
    /// <param name="duration">How long to wait; by default what is left of the innermost <c>Within</c>, else <c>akka.test.single-expect-default</c>.</param>
    /// <param name="hint">Shows in the failure.</param>
    /// <param name="cancellationToken">Calls the wait off.</param>
    public T ExpectMsg<T>(TimeSpan? duration = null, string? hint = null, CancellationToken cancellationToken = default) =>
        Ended(Expect(true, duration, Wanted<T>.OfType(), hint, cancellationToken));

    /// <summary>The next message equals this one.</summary>
    public T ExpectMsg<T>(T message, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        Ended(Expect(true, timeout, EqualTo(message), hint, cancellationToken));

    /// <summary>The next message has this type and fits the predicate.</summary>
    public T ExpectMsg<T>(Predicate<T> isMessage, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        Ended(Expect(true, timeout, Wanted<T>.Fitting((message, _) => isMessage(message)), hint, cancellationToken));

    /// <summary>The next message has this type and stands the assertions.</summary>
    public T ExpectMsg<T>(Action<T> assert, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        Ended(Expect(true, timeout, Wanted<T>.Standing((message, _) => assert(message)), hint, cancellationToken));

    /// <summary>The next message has this type and fits the predicate, with its sender.</summary>
    public T ExpectMsg<T>(Func<T, IActorRef, bool> isMessageAndSender, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        Ended(Expect(true, timeout, Wanted<T>.Fitting(isMessageAndSender), hint, cancellationToken));

    /// <summary>The next message has this type and stands the assertions, with its sender.</summary>
    public T ExpectMsg<T>(Action<T, IActorRef> assertMessageAndSender, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        Ended(Expect(true, timeout, Wanted<T>.Standing(assertMessageAndSender), hint, cancellationToken));

    /// <summary>The comparer finds the next message equal to this one.</summary>
    public T ExpectMsg<T>(T expected, Func<T, T, bool> comparer, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        Ended(Expect(true, timeout, EqualTo(expected, comparer), hint, cancellationToken));

    /// <summary>The next message is the <see cref="Terminated"/> of this actor, which the test watches.</summary>
    public Terminated ExpectTerminated(IActorRef target, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        Ended(Expect(true, timeout, EndOf(target), hint, cancellationToken));

    private async ValueTask<T> Expect<T>(bool blocking, TimeSpan? limit, Wanted<T> wanted, string? hint, CancellationToken token)
    {
        var time = Bounded(RemainingOrDilated(limit));
        var next = await Next(blocking, time, token).ConfigureAwait(false);
        var expected = $"expected {wanted.What}{Shown.Hint(hint)}";
        if (next is null)
            Fail($"{expected} within {Shown.Time(time)}, but nothing came.");
        if (next!.Message is not T message)
        {
            Fail($"{expected}, but a message of another type came.", next);
            throw new InvalidOperationException("The assertions of the test kit have to throw.");
        }

        if (wanted.Flaw?.Invoke(message, next.Sender) is { } flaw)
            Fail($"{expected}, but {flaw}.", next);
        wanted.Assertion?.Invoke(message, next.Sender);
        return message;
    }
}
