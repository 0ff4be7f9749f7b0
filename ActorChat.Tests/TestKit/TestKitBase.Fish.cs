using System.Collections;

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

    /// <summary>Drops messages until one of this type fits; all that it dropped is in the list.</summary>
    public T FishForMessage<T>(Predicate<T> isMessage, ArrayList allMessages, TimeSpan? max = null, string hint = "", CancellationToken cancellationToken = default) =>
        Ended(Fish(true, isMessage, allMessages, max, hint, cancellationToken));

    /// <summary>Drops messages until one fits.</summary>
    public ValueTask<object> FishForMessageAsync(Predicate<object> isMessage, TimeSpan? max = null, string hint = "", CancellationToken cancellationToken = default) =>
        Fish(false, isMessage, null, max, hint, cancellationToken);

    /// <summary>Drops messages until one of this type fits.</summary>
    public ValueTask<T> FishForMessageAsync<T>(Predicate<T> isMessage, TimeSpan? max = null, string hint = "", CancellationToken cancellationToken = default) =>
        Fish(false, isMessage, null, max, hint, cancellationToken);

    /// <summary>Drops messages until one of this type fits; all that it dropped is in the list.</summary>
    public ValueTask<T> FishForMessageAsync<T>(Predicate<T> isMessage, ArrayList allMessages, TimeSpan? max = null, string hint = "", CancellationToken cancellationToken = default) =>
        Fish(false, isMessage, allMessages, max, hint, cancellationToken);

    /// <summary>Drops messages until one of this type came.</summary>
    public async Task FishUntilMessageAsync<T>(TimeSpan? max = null, CancellationToken cancellationToken = default) =>
        await Fish<T>(false, _ => true, null, max, string.Empty, cancellationToken).ConfigureAwait(false);

    private async ValueTask<T> Fish<T>(bool blocking, Predicate<T> isMessage, ArrayList? dropped, TimeSpan? max, string hint, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(isMessage);
        var limit = RemainingOrDilated(max);
        var end = Now + limit;
        var got = new List<MessageEnvelope>();
        while (true)
        {
            var next = await Next(blocking, Positive(end - Now), token).ConfigureAwait(false);
            if (next is null)
                Fail($"Timeout ({limit}) while fishing for {Described<T>(hint.Length == 0 ? null : hint)}.", got);
            if (next!.Message is T message && isMessage(message))
                return message;
            got.Add(next);
            dropped?.Add(next.Message);
        }
    }
}
