namespace Akka.TestKit;

/// <content>How long to wait.</content>
public abstract partial class TestKitBase
{
    // Whether the latest expectation was that nothing (more) comes, which takes all the time there is.
    private bool _endedBySilence;

    // The end of the innermost Within, on the clock of Now; null outside of one.
    private TimeSpan? _end;

    /// <summary>What is left of the innermost <c>Within</c>; outside of one, the time for a single expectation.</summary>
    public TimeSpan RemainingOrDefault => RemainingOr(Dilated(TestKitSettings.SingleExpectDefault));

    /// <summary>What is left of the innermost <c>Within</c>.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public TimeSpan Remaining => _end is { } end ? Positive(end - Now) : throw new InvalidOperationException("Remaining has no meaning outside of Within.");

    /// <summary>The given time as it is to be waited; without one, <see cref="RemainingOrDefault"/>.</summary>
    public TimeSpan RemainingOrDilated(TimeSpan? duration) => duration switch
    {
        null => RemainingOrDefault,
        { } infinite when infinite == Timeout.InfiniteTimeSpan => throw new ArgumentException("A test cannot wait for ever.", nameof(duration)),
        { } finite => Dilated(finite),
    };

    /// <summary>The time, multiplied by <c>akka.test.timefactor</c>.</summary>
    public TimeSpan Dilated(TimeSpan duration) => duration > TimeSpan.Zero ? duration * TestKitSettings.TestTimeFactor : duration;

    /// <summary>The given time, or the default timeout.</summary>
    public TimeSpan GetTimeoutOrDefault(TimeSpan? timeout) => timeout ?? RemainingOrDefault;

    /// <summary>What is left of the innermost <c>Within</c>; outside of one, the given time.</summary>
    protected TimeSpan RemainingOr(TimeSpan duration) => _end is { } end ? Positive(end - Now) : duration;

    private TimeSpan PerhapsInfinite(TimeSpan? duration) =>
        duration == Timeout.InfiniteTimeSpan ? Timeout.InfiniteTimeSpan : RemainingOrDilated(duration);

    private static TimeSpan Positive(TimeSpan time) => time > TimeSpan.Zero ? time : TimeSpan.Zero;

    // An explicit time still ends with the block around it.
    private TimeSpan Bounded(TimeSpan time) =>
        _end is { } end && (time == Timeout.InfiniteTimeSpan || end - Now < time) ? Positive(end - Now) : time;
}
