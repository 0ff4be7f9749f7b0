using ActorChat.Benchmarks.Load.Figures;
using HdrHistogram;

namespace ActorChat.Benchmarks.Durable;

/// <summary>What was measured in one slice of time.</summary>
/// <param name="Length">The slice.</param>
/// <param name="Cpu">The processor time of the whole process in it; says what a message costs even where others use the machine too.</param>
/// <param name="Waits">For each message confirmed within the slice the time from its sending on, in stopwatch ticks.</param>
internal sealed record Slice(TimeSpan Length, TimeSpan Cpu, HistogramBase Waits)
{
    /// <summary>Durable messages per second.</summary>
    public double Rate => Waits.TotalCount / Length.TotalSeconds;

    /// <summary>Processor time for one message, in µs.</summary>
    public double CpuPerMessage => Cpu.TotalMicroseconds / Math.Max(1, Waits.TotalCount);

    /// <summary>The median wait for a confirmation, in ms.</summary>
    public double P50 => Delays.Of(Waits).P50;

    /// <summary>The wait that one in a hundred exceeds, in ms.</summary>
    public double P99 => Delays.Of(Waits).P99;
}
