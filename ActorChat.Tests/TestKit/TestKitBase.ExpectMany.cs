using System.Runtime.CompilerServices;
using Akka.TestKit.Internal;

namespace Akka.TestKit;

/// <content>Expecting one of several messages, or several in any order.</content>
public abstract partial class TestKitBase
{
    /// <summary>The next message equals one of these.</summary>
    public T ExpectMsgAnyOf<T>(IEnumerable<T> messages, CancellationToken cancellationToken = default) =>
        Ended(Expect(true, RemainingOrDefault, OneOf(messages), null, cancellationToken));

    /// <summary>The next message equals one of these.</summary>
    public ValueTask<T> ExpectMsgAnyOfAsync<T>(IEnumerable<T> messages, CancellationToken cancellationToken = default) =>
        Expect(false, RemainingOrDefault, OneOf(messages), null, cancellationToken);

    /// <summary>The next messages equal these, in any order. Gives them in the order received.</summary>
    public IReadOnlyCollection<T> ExpectMsgAllOf<T>(params T[] messages) => Collect(AllOf(true, RemainingOrDefault, messages, default));

    /// <summary>The next messages equal these, in any order. Gives them in the order received.</summary>
    public IReadOnlyCollection<T> ExpectMsgAllOf<T>(IReadOnlyCollection<T> messages, CancellationToken cancellationToken = default) =>
        Collect(AllOf(true, RemainingOrDefault, messages, cancellationToken));

    /// <summary>The next messages equal these, in any order. Gives them in the order received.</summary>
    public IReadOnlyCollection<T> ExpectMsgAllOf<T>(TimeSpan max, params T[] messages) => Collect(AllOf(true, Dilated(max), messages, default));

    /// <summary>The next messages equal these, in any order. Gives them in the order received.</summary>
    public IReadOnlyCollection<T> ExpectMsgAllOf<T>(TimeSpan max, IReadOnlyCollection<T> messages, CancellationToken cancellationToken = default) =>
        Collect(AllOf(true, Dilated(max), messages, cancellationToken));

    /// <summary>The next messages equal these, in any order. Gives them in the order received.</summary>
    public IAsyncEnumerable<T> ExpectMsgAllOfAsync<T>(IReadOnlyCollection<T> messages, CancellationToken cancellationToken = default) =>
        AllOf(false, RemainingOrDefault, messages, cancellationToken);

    /// <summary>The next messages equal these, in any order. Gives them in the order received.</summary>
    public IAsyncEnumerable<T> ExpectMsgAllOfAsync<T>(TimeSpan max, IReadOnlyCollection<T> messages, CancellationToken cancellationToken = default) =>
        AllOf(false, Dilated(max), messages, cancellationToken);

    /// <summary>Each of the next messages fits one of these, in any order. Gives them in the order received.</summary>
    public IReadOnlyCollection<object> ExpectMsgAllOfMatchingPredicates(params PredicateInfo[] predicates) =>
        ExpectMsgAllOfMatchingPredicates(predicates, default);

    /// <summary>Each of the next messages fits one of these, in any order. Gives them in the order received.</summary>
    public IReadOnlyCollection<object> ExpectMsgAllOfMatchingPredicates(IReadOnlyCollection<PredicateInfo> predicates, CancellationToken cancellationToken) =>
        Collect(Matching(true, RemainingOrDefault, predicates, cancellationToken));

    /// <summary>Each of the next messages fits one of these, in any order. Gives them in the order received.</summary>
    public IReadOnlyCollection<object> ExpectMsgAllOfMatchingPredicates(TimeSpan max, params PredicateInfo[] predicates) =>
        ExpectMsgAllOfMatchingPredicates(max, predicates, default);

    /// <summary>Each of the next messages fits one of these, in any order. Gives them in the order received.</summary>
    public IReadOnlyCollection<object> ExpectMsgAllOfMatchingPredicates(TimeSpan max, IReadOnlyCollection<PredicateInfo> predicates, CancellationToken cancellationToken) =>
        Collect(Matching(true, Dilated(max), predicates, cancellationToken));

    /// <summary>Each of the next messages fits one of these, in any order. Gives them in the order received.</summary>
    public IAsyncEnumerable<object> ExpectMsgAllOfMatchingPredicatesAsync(IReadOnlyCollection<PredicateInfo> predicates, CancellationToken cancellationToken = default) =>
        Matching(false, RemainingOrDefault, predicates, cancellationToken);

    /// <summary>Each of the next messages fits one of these, in any order. Gives them in the order received.</summary>
    public IAsyncEnumerable<object> ExpectMsgAllOfMatchingPredicatesAsync(TimeSpan max, IReadOnlyCollection<PredicateInfo> predicates, CancellationToken cancellationToken = default) =>
        Matching(false, Dilated(max), predicates, cancellationToken);

    private async IAsyncEnumerable<T> AllOf<T>(bool blocking, TimeSpan max, IReadOnlyCollection<T> messages, [EnumeratorCancellation] CancellationToken token)
    {
        var missing = messages.ToList();
        await foreach (var message in Each(blocking, max, missing, (came, wanted) => Equals(came, wanted), token).ConfigureAwait(false))
            yield return (T)message;
    }

    private IAsyncEnumerable<object> Matching(bool blocking, TimeSpan max, IReadOnlyCollection<PredicateInfo> predicates, CancellationToken token) =>
        Each(blocking, max, [.. predicates], (came, wanted) => wanted.Fits(came), token);

    // Takes as many messages as are wanted, so that the failure can tell all that is missing and all that is too much.
    private async IAsyncEnumerable<object> Each<TWanted>(
        bool blocking, TimeSpan max, List<TWanted> missing, Func<object, TWanted, bool> fits, [EnumeratorCancellation] CancellationToken token)
    {
        var (number, end) = (missing.Count, Now + max);
        var (got, tooMuch) = (new List<MessageEnvelope>(), new List<object>());
        while (got.Count < number)
        {
            var next = await Next(blocking, Positive(end - Now), token).ConfigureAwait(false);
            if (next is null)
                break;
            got.Add(next);
            var place = missing.FindIndex(wanted => fits(next.Message!, wanted));
            if (place < 0)
            {
                tooMuch.Add(next.Message!);
                continue;
            }

            missing.RemoveAt(place);
            yield return next.Message!;
        }

        if (missing.Count > 0)
            Fail(Difference(number, max, missing, tooMuch), got);
    }

    private static string Difference<TWanted>(int number, TimeSpan max, List<TWanted> missing, List<object> tooMuch)
    {
        var unexpected = tooMuch.Count == 0 ? string.Empty : $" Not expected: {Shown.Of(tooMuch)}.";
        return $"expected {number} messages in any order within {Shown.Time(max)}. Missing: {Shown.Of(missing)}.{unexpected}";
    }
}
