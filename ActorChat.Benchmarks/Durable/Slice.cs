using System.Diagnostics;

namespace ActorChat.Benchmarks.Durable;

/// <summary>What was measured in one slice of time.</summary>
/// <param name="Length">The slice.</param>
/// <param name="Cpu">The processor time of the whole process in it; says what a message costs even where others use the machine too.</param>
/// <param name="Waits">For each message confirmed within the slice the time from its sending on, in <see cref="Stopwatch"/> ticks; sorted.</param>
internal sealed record Slice(TimeSpan Length, TimeSpan Cpu, long[] Waits)
{
    /// <summary>Durable messages per second.</summary>
    public double Rate => Waits.Length / Length.TotalSeconds;

    /// <summary>Processor time for one message, in µs.</summary>
    public double CpuPerMessage => Cpu.TotalMicroseconds / Math.Max(1, Waits.Length);

    /// <summary>The median wait for a confirmation, in ms.</summary>
    public double P50 => Percentile(50);

    /// <summary>The wait that one in a hundred exceeds, in ms.</summary>
    public double P99 => Percentile(99);

    private double Percentile(int percent) =>
        Waits.Length == 0 ? double.NaN : Waits[(int)((Waits.Length - 1L) * percent / 100)] * 1000.0 / Stopwatch.Frequency;
}
