using Akka.TestKit.Internal;

namespace Akka.TestKit;

/// <content>Expecting that nothing comes. It takes the whole time, so other ways to know are better where there are any.</content>
public abstract partial class TestKitBase
{
    /// <summary>No message comes in what is left of the innermost <c>Within</c>, else in <c>akka.test.single-expect-default</c>.</summary>
    public void ExpectNoMsg(CancellationToken cancellationToken = default) => Ended(Nothing(true, RemainingOrDefault, cancellationToken));

    /// <summary>No message comes in this time.</summary>
    public void ExpectNoMsg(TimeSpan duration, CancellationToken cancellationToken = default) =>
        Ended(Nothing(true, Dilated(duration), cancellationToken));

    /// <summary>No message comes in this time, in ms.</summary>
    public void ExpectNoMsg(int milliseconds, CancellationToken cancellationToken = default) =>
        ExpectNoMsg(TimeSpan.FromMilliseconds(milliseconds), cancellationToken);

    /// <summary>No message comes in what is left of the innermost <c>Within</c>, else in <c>akka.test.single-expect-default</c>.</summary>
    public async ValueTask ExpectNoMsgAsync(CancellationToken cancellationToken = default) =>
        await Nothing(false, RemainingOrDefault, cancellationToken).ConfigureAwait(false);

    /// <summary>No message comes in this time.</summary>
    public async ValueTask ExpectNoMsgAsync(TimeSpan duration, CancellationToken cancellationToken = default) =>
        await Nothing(false, Dilated(duration), cancellationToken).ConfigureAwait(false);

    /// <summary>No message comes in this time, in ms.</summary>
    public ValueTask ExpectNoMsgAsync(int milliseconds, CancellationToken cancellationToken = default) =>
        ExpectNoMsgAsync(TimeSpan.FromMilliseconds(milliseconds), cancellationToken);

    private async ValueTask<bool> Nothing(bool blocking, TimeSpan time, CancellationToken token)
    {
        var start = Now;
        if (await Next(blocking, time, token).ConfigureAwait(false) is { } came)
            Fail($"expected no message for {Shown.Time(time)}, but one came after {Shown.Time(Now - start)}.", came);
        _endedBySilence = true;
        return true;
    }
}
