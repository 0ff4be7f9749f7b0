using System.Numerics;

namespace ActorChat.Benchmarks.Load.Figures;

/// <summary>
/// How long things took, to within 1 %, in constant memory (30 kB) however many there are: each power of two has 64 buckets, so a wide
/// range costs little and no value is too great. The greatest is kept exactly.
/// </summary>
internal sealed class Histogram
{
    private const int Fine = 64;
    private const int FineBits = 6;

    private readonly long[] _buckets = new long[(64 - FineBits) * Fine];

    /// <summary>How many were noted.</summary>
    public long Count { get; private set; }

    /// <summary>The greatest; 0 where there is none.</summary>
    public long Max { get; private set; }

    /// <summary>Notes one; a negative one counts as 0.</summary>
    public void Add(long value)
    {
        value = Math.Max(value, 0);
        _buckets[IndexOf(value)]++;
        Count++;
        Max = Math.Max(Max, value);
    }

    /// <summary>The value that such a part of all do not exceed; 0 where there is none.</summary>
    /// <param name="part">From 0 to 1, such as 0.99.</param>
    public double At(double part)
    {
        var rest = Math.Min((long)(part * Count), Count - 1);
        for (var i = 0; i < _buckets.Length; i++)
        {
            rest -= _buckets[i];
            if (rest < 0 && _buckets[i] > 0)
                return Math.Min(MiddleOf(i), Max);
        }

        return 0;
    }

    // The first buckets hold one value each, all others a 64th of a power of two.
    private static int IndexOf(long value)
    {
        if (value < Fine)
            return (int)value;
        var power = BitOperations.Log2((ulong)value) - FineBits;
        return (power * Fine) + (int)(value >> power);
    }

    private static double MiddleOf(int index)
    {
        if (index < 2 * Fine)
            return index;
        var power = (index / Fine) - 1;
        return ((double)(index - (power * Fine)) + 0.5) * (1L << power);
    }
}
