using System.Numerics;

namespace ActorChat.Tests.Stress.Readers;

/// <summary>How long deliveries took, noted from any thread, to within 2 %.</summary>
internal sealed class Latencies
{
    private const int Fine = 64;

    private readonly long[] _buckets = new long[64 * Fine];

    /// <summary>Notes one.</summary>
    /// <param name="ticks">Of the stopwatch.</param>
    public void Add(long ticks) => Interlocked.Increment(ref _buckets[IndexOf(Math.Max(ticks, 0))]);

    /// <summary>What such a part of all stayed below.</summary>
    /// <param name="part">Such as 0.99.</param>
    public long TicksOf(double part)
    {
        var rest = (long)(part * _buckets.Sum());
        for (var i = 0; i < _buckets.Length; i++)
        {
            rest -= _buckets[i];
            if (rest < 0)
                return UpperEndOf(i);
        }

        return 0;
    }

    // The first buckets hold one value each, all others a 64th of a power of two.
    private static int IndexOf(long ticks)
    {
        if (ticks < Fine)
            return (int)ticks;
        var power = BitOperations.Log2((ulong)ticks) - BitOperations.Log2(Fine);
        return (power * Fine) + (int)(ticks >> power);
    }

    private static long UpperEndOf(int index)
    {
        var power = index < Fine ? 0 : (index / Fine) - 1;
        return (long)(index - (power * Fine) + 1) << power;
    }
}
