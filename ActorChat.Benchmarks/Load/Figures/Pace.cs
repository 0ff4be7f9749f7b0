namespace ActorChat.Benchmarks.Load.Figures;

/// <summary>
/// Messages at an even rate. Each is due at its own time, and its delay is counted from then on, whether or not it could be sent then:
/// a server that stands still for a second is not excused from the messages of that second.
/// </summary>
/// <param name="start">When the first is due, in ticks.</param>
/// <param name="ticksBetween">From one to the next.</param>
internal sealed class Pace(long start, double ticksBetween)
{
    private long _taken;

    /// <summary>When the next is due.</summary>
    public long Next => start + (long)(_taken * ticksBetween);

    /// <summary>Takes the next one if it is due; gives the time at which it was.</summary>
    public bool TryTake(long now, out long due)
    {
        due = Next;
        if (due > now)
            return false;
        _taken++;
        return true;
    }
}
