using System.Collections;
using Akka.TestKit.Internal;

namespace Akka.TestKit;

/// <content>Looking for a message among others.</content>
public abstract partial class TestKitBase
{
    /// <summary>Drops messages until one fits.</summary>
    public object FishForMessage(Predicate<object> isMessage, TimeSpan? max = null, string hint = "", CancellationToken cancellationToken = default) =>
        FishForMessage<object>(isMessage, max, hint, cancellationToken);

    /// <summary>Drops messages until one of this type fits.</summary>
    public T FishForMessage<T>(Predicate<T> isMessage, TimeSpan? max = null, string hint = "", CancellationToken cancellationToken = default) =>
        Ended(Fish(true, isMessage, null, max, hint, cancellationToken));

    /// <summary>Drops messages until one of this type fits; what it dropped is in the list, and nothing else.</summary>
    public T FishForMessage<T>(Predicate<T> isMessage, ArrayList allMessages, TimeSpan? max = null, string hint = "", CancellationToken cancellationToken = default) =>
        Ended(Fish(true, isMessage, allMessages, max, hint, cancellationToken));

    /// <summary>Drops messages until one fits.</summary>
    public ValueTask<object> FishForMessageAsync(Predicate<object> isMessage, TimeSpan? max = null, string hint = "", CancellationToken cancellationToken = default) =>
        Fish(false, isMessage, null, max, hint, cancellationToken);

    /// <summary>Drops messages until one of this type fits.</summary>
    public ValueTask<T> FishForMessageAsync<T>(Predicate<T> isMessage, TimeSpan? max = null, string hint = "", CancellationToken cancellationToken = default) =>
        Fish(false, isMessage, null, max, hint, cancellationToken);

    /// <summary>Drops messages until one of this type fits; what it dropped is in the list, and nothing else.</summary>
    public ValueTask<T> FishForMessageAsync<T>(Predicate<T> isMessage, ArrayList allMessages, TimeSpan? max = null, string hint = "", CancellationToken cancellationToken = default) =>
        Fish(false, isMessage, allMessages, max, hint, cancellationToken);

    /// <summary>Drops all messages for the time; none of them may have this type.</summary>
    public async Task FishUntilMessageAsync<T>(TimeSpan? max = null, CancellationToken cancellationToken = default)
    {
        var limit = Bounded(RemainingOrDilated(max));
        var end = Now + limit;
        var got = new List<MessageEnvelope>();
        while (await Next(blocking: false, Positive(end - Now), cancellationToken).ConfigureAwait(false) is { } next)
        {
            got.Add(next);
            if (next.Message is T)
                Fail($"expected no message of type {Shown.Name(typeof(T))} for {Shown.Time(limit)}, but one came.", got);
        }

        _endedBySilence = true;
    }

    /// <summary>Drops messages until none comes for a time, and gives them.</summary>
    /// <param name="max">How long it has to be silent; by default what is left of the innermost <c>Within</c>, else <c>akka.test.single-expect-default</c>.</param>
    /// <param name="maxMessages">It is a failure when more than so many come; null for any number.</param>
    /// <param name="cancellationToken">Calls the wait off.</param>
    public async Task<ArrayList> WaitForRadioSilenceAsync(TimeSpan? max = null, uint? maxMessages = null, CancellationToken cancellationToken = default)
    {
        var got = new List<MessageEnvelope>();
        while (await Next(blocking: false, RemainingOrDilated(max), cancellationToken).ConfigureAwait(false) is { } next)
        {
            got.Add(next);
            if (got.Count > maxMessages)
                Fail($"expected silence for {Shown.Time(RemainingOrDilated(max))} after at most {maxMessages} messages, but {got.Count} came.", got);
        }

        _endedBySilence = true;
        return ArrayList.ReadOnly(new ArrayList(got.ConvertAll(envelope => envelope.Message)));
    }

    private async ValueTask<T> Fish<T>(bool blocking, Predicate<T> isMessage, ArrayList? dropped, TimeSpan? max, string hint, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(isMessage);
        var limit = Bounded(RemainingOrDilated(max));
        var end = Now + limit;
        var got = new List<MessageEnvelope>();
        dropped?.Clear();
        while (true)
        {
            var next = await Next(blocking, Positive(end - Now), token).ConfigureAwait(false);
            if (next is null)
                Fail($"fished for a message of type {Shown.Name(typeof(T))} that fits the predicate{Shown.Hint(hint)} for {Shown.Time(limit)}, but none came.", got);
            if (next!.Message is T message && isMessage(message))
                return message;
            got.Add(next);
            dropped?.Add(next.Message);
        }
    }
}
