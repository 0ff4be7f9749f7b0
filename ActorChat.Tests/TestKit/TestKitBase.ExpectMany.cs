using System.Runtime.CompilerServices;

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

    private Action<T, Actor.IActorRef> OneOf<T>(IEnumerable<T> messages)
    {
        var all = messages.ToList();
        return (message, sender) => _assertions.AssertTrue(
            all.Contains(message), "{0}", $"Failed: <{message}> from {sender} is none of <{string.Join(">, <", all)}>.{Behind()}");
    }

    private async IAsyncEnumerable<T> AllOf<T>(bool blocking, TimeSpan max, IReadOnlyCollection<T> messages, [EnumeratorCancellation] CancellationToken token)
    {
        var end = Now + max;
        var missing = messages.ToList();
        var got = new List<MessageEnvelope>();
        while (missing.Count > 0)
        {
            var next = await Next(blocking, Positive(end - Now), token).ConfigureAwait(false);
            if (next is null)
                Fail($"Timeout ({max}) while waiting for <{string.Join(">, <", missing)}>.", got);
            got.Add(next!);
            if (next!.Message is not T message || !missing.Remove(message))
                Fail($"Expected <{string.Join(">, <", missing)}>, but another message came.", got);
            yield return (T)next.Message!;
        }
    }
}
