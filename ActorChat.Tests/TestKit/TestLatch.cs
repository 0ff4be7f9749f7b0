namespace Akka.TestKit;

/// <summary>A gate that opens when it has been counted down: tells a test on its own thread how far an actor has come.</summary>
public class TestLatch
{
    private static readonly TimeSpan UsualTimeout = TimeSpan.FromSeconds(5);

    private readonly CountdownEvent _count;
    private readonly Func<TimeSpan, TimeSpan> _dilate;
    private readonly TimeSpan _defaultTimeout;

    /// <summary>A gate that one <see cref="CountDown"/> opens; it is waited for for 5 s.</summary>
    public TestLatch()
        : this(1)
    {
    }

    /// <summary>A gate that so many <see cref="CountDown"/> open; it is waited for for 5 s.</summary>
    public TestLatch(int count)
        : this(count, UsualTimeout)
    {
    }

    /// <summary>A gate that so many <see cref="CountDown"/> open.</summary>
    /// <param name="count">How many.</param>
    /// <param name="defaultTimeout">How long <see cref="Ready()"/> waits.</param>
    public TestLatch(int count, TimeSpan defaultTimeout)
        : this(time => time, defaultTimeout, count)
    {
    }

    /// <summary>A gate whose times are stretched for slow machines.</summary>
    /// <param name="dilate">Stretches a time.</param>
    /// <param name="defaultTimeout">How long <see cref="Ready()"/> waits, before it is stretched.</param>
    /// <param name="count">How many <see cref="CountDown"/> open it.</param>
    protected TestLatch(Func<TimeSpan, TimeSpan> dilate, TimeSpan defaultTimeout, int count)
    {
        _count = new CountdownEvent(count);
        _dilate = dilate;
        _defaultTimeout = defaultTimeout;
    }

    /// <summary>Whether it is open.</summary>
    public bool IsOpen => _count.IsSet;

    /// <summary>Counts down by one.</summary>
    /// <exception cref="InvalidOperationException">It is open.</exception>
    public void CountDown() => _count.Signal();

    /// <summary>Opens it, whatever the count.</summary>
    public void Open()
    {
        // Others may count down at the same time, and the last one of all must not be told that it came too late.
        for (var left = _count.CurrentCount; left > 0; left = _count.CurrentCount)
            TryCountDown();
    }

    /// <summary>Closes it again, with the first count.</summary>
    public void Reset() => _count.Reset();

    /// <summary>Waits until it is open.</summary>
    /// <exception cref="TimeoutException">It did not open in time.</exception>
    public void Ready(TimeSpan timeout)
    {
        if (timeout == TimeSpan.MaxValue || timeout == Timeout.InfiniteTimeSpan)
            throw new ArgumentException("A test cannot wait for ever.", nameof(timeout));
        var limit = _dilate(timeout);
        if (!_count.Wait(limit))
            throw new TimeoutException($"The latch did not open within {limit}: it still has to be counted down {_count.CurrentCount} of {_count.InitialCount} times.");
    }

    /// <summary>Waits until it is open, for the default time.</summary>
    /// <exception cref="TimeoutException">It did not open in time.</exception>
    public void Ready() => Ready(_defaultTimeout);

    internal static TestLatch Dilated(Func<TimeSpan, TimeSpan> dilate, TimeSpan defaultTimeout, int count) => new(dilate, defaultTimeout, count);

    private void TryCountDown()
    {
        try
        {
            _count.Signal();
        }
        catch (InvalidOperationException)
        {
            // Somebody else has counted down to nought meanwhile: it is open.
        }
    }
}
