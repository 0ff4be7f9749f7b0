using Akka.Actor;

namespace Akka.TestKit;

/// <content>Expecting the next message.</content>
public abstract partial class TestKitBase
{
    /// <summary>The next message has this type.</summary>
    /// <param name="duration">How long to wait; by default what is left of the innermost <c>Within</c>, else <c>akka.test.single-expect-default</c>.</param>
    /// <param name="hint">Shows in the failure.</param>
    /// <param name="cancellationToken">Calls the wait off.</param>
    public T ExpectMsg<T>(TimeSpan? duration = null, string? hint = null, CancellationToken cancellationToken = default) =>
        Ended(Expect<T>(true, duration, null, hint, cancellationToken));

    /// <summary>The next message equals this one.</summary>
    public T ExpectMsg<T>(T message, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        Ended(Expect(true, timeout, Equal(message), hint, cancellationToken));

    /// <summary>The next message has this type and fits the predicate.</summary>
    public T ExpectMsg<T>(Predicate<T> isMessage, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        Ended(Expect(true, timeout, Fitting(isMessage, hint), hint, cancellationToken));

    /// <summary>The next message has this type and stands the assertions.</summary>
    public T ExpectMsg<T>(Action<T> assert, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        Ended(Expect<T>(true, timeout, (message, _) => assert(message), hint, cancellationToken));

    /// <summary>The next message has this type and fits the predicate, with its sender.</summary>
    public T ExpectMsg<T>(Func<T, IActorRef, bool> isMessageAndSender, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        Ended(Expect(true, timeout, Fitting(isMessageAndSender, hint), hint, cancellationToken));

    /// <summary>The next message has this type and stands the assertions, with its sender.</summary>
    public T ExpectMsg<T>(Action<T, IActorRef> assertMessageAndSender, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        Ended(Expect(true, timeout, assertMessageAndSender, hint, cancellationToken));

    /// <summary>The comparer finds the next message equal to this one.</summary>
    public T ExpectMsg<T>(T expected, Func<T, T, bool> comparer, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        Ended(Expect<T>(true, timeout, (actual, _) => _assertions.AssertEqual(expected, actual, comparer, "{0}", hint ?? string.Empty), hint, cancellationToken));

    /// <summary>The next message is the <see cref="Terminated"/> of this actor, which the test watches.</summary>
    public Terminated ExpectTerminated(IActorRef target, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        Ended(Expect(true, timeout, Of(target), $"Terminated {target}. {hint}", cancellationToken));

    private static string Described<T>(string? hint) => hint is null ? $"a message of type {typeof(T)}" : $"a message of type {typeof(T)} ({hint})";

    private Action<T, IActorRef> Equal<T>(T expected) =>
        (actual, sender) => _assertions.AssertEqual(expected, actual, "{0}", $"Failed: another {typeof(T).Name} came, from {sender}.{Behind()}");

    private Action<T, IActorRef> Fitting<T>(Predicate<T> fits, string? hint) => Fitting<T>((message, _) => fits(message), hint);

    private Action<T, IActorRef> Fitting<T>(Func<T, IActorRef, bool> fits, string? hint) => (message, sender) =>
        _assertions.AssertTrue(fits(message, sender), "{0}", $"Failed: <{message}> from {sender} has the expected type {typeof(T)} but does not fit {hint ?? "the predicate"}.{Behind()}");

    private Action<Terminated, IActorRef> Of(IActorRef target) => (terminated, _) =>
        _assertions.AssertEqual(target, terminated.ActorRef, "{0}", $"Failed: another actor terminated.{Behind()}");

    private string Behind()
    {
        var waiting = _messages.Waiting;
        return waiting.Length == 0 ? string.Empty : $" Waiting behind: {string.Join(", ", (object[])waiting)}.";
    }

    private async ValueTask<T> Expect<T>(bool blocking, TimeSpan? limit, Action<T, IActorRef>? check, string? hint, CancellationToken token)
    {
        var time = RemainingOrDilated(limit);
        var next = await Next(blocking, time, token).ConfigureAwait(false);
        if (next is null)
            Fail($"Timeout ({time}) while waiting for {Described<T>(hint)}.", []);
        if (next!.Message is not T)
            Fail($"Expected {Described<T>(hint)}, but another came.", [next]);
        check?.Invoke((T)next.Message!, next.Sender);
        return (T)next.Message!;
    }
}
