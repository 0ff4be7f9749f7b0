namespace Akka.Actor;

/// <summary>The scheduler's clocks.</summary>
public interface ITimeProvider
{
    /// <summary>The time of day.</summary>
    DateTimeOffset Now { get; }

    /// <summary>The time since the scheduler's start, never set back.</summary>
    TimeSpan MonotonicClock { get; }

    /// <summary>The same at the finest resolution there is.</summary>
    TimeSpan HighResMonotonicClock { get; }
}
