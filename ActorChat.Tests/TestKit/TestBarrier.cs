namespace Akka.TestKit;

/// <summary>A point that several threads have to reach before any of them goes on. Can be used again and again.</summary>
/// <param name="testKit">Whose times stretch those of the barrier.</param>
/// <param name="count">How many threads.</param>
/// <param name="defaultTimeout">How long <see cref="Await()"/> waits; by default <c>akka.test.default-timeout</c>.</param>
public class TestBarrier(TestKitBase testKit, int count, TimeSpan? defaultTimeout = null)
{
    private readonly TimeSpan _defaultTimeout = defaultTimeout ?? testKit.TestKitSettings.DefaultTimeout;
    private readonly Barrier _barrier = new(count);

    /// <summary>Waits until all the others are here too, for the default time.</summary>
    /// <exception cref="TimeoutException">They were not here in time.</exception>
    public void Await() => Await(_defaultTimeout);

    /// <summary>Waits until all the others are here too.</summary>
    /// <exception cref="TimeoutException">They were not here in time.</exception>
    public void Await(TimeSpan timeout)
    {
        var limit = testKit.Dilated(timeout);
        if (!_barrier.SignalAndWait(limit))
            throw new TimeoutException($"Not all {count} threads reached the barrier within {limit}.");
    }

    /// <summary>Forgets who is here.</summary>
    public void Reset()
    {
        _barrier.RemoveParticipants(count);
        _barrier.AddParticipants(count);
    }
}
