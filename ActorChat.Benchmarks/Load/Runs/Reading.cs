using System.Diagnostics;
using ActorChat.Benchmarks.Load.Figures;

namespace ActorChat.Benchmarks.Load.Runs;

/// <summary>A look at the clocks: of the wall, of the server, and our own.</summary>
/// <param name="Time">Stopwatch ticks.</param>
/// <param name="Server">Processor time of the server.</param>
/// <param name="Own">Processor time of this process.</param>
internal sealed record Reading(long Time, TimeSpan Server, TimeSpan Own)
{
    /// <summary>Looks now.</summary>
    public static Reading Take(ServerGauge gauge) => new(Stopwatch.GetTimestamp(), gauge.Cpu, Environment.CpuUsage.TotalTime);

    /// <summary>Seconds from another look to this one.</summary>
    public double Since(Reading before) => Math.Max(Stopwatch.GetElapsedTime(before.Time, Time).TotalSeconds, 1e-9);

    /// <summary>The part of a processor that this process has used since.</summary>
    public double OwnBusySince(Reading before) => Math.Round((Own - before.Own).TotalSeconds / Since(before), 3);

    /// <summary>What the server has used since; null where nobody watches it.</summary>
    /// <param name="before">The look at the beginning.</param>
    /// <param name="done">How much it has done since.</param>
    /// <param name="gauge">Watches it.</param>
    /// <param name="residentBefore">Its bytes in memory before anybody came.</param>
    /// <param name="connections">How many are there; 0 where none stays.</param>
    public ServerFigures? ServerSince(Reading before, long done, ServerGauge gauge, long residentBefore, int connections)
    {
        if (!gauge.Watches)
            return null;
        var (cpu, resident) = ((Server - before.Server).TotalSeconds, gauge.Resident);
        return new ServerFigures(
            Math.Round(cpu, 3),
            Math.Round(cpu / Since(before), 3),
            done == 0 ? null : Math.Round(cpu * 1e6 / done, 4),
            residentBefore,
            resident,
            connections == 0 ? null : Math.Round((double)(resident - residentBefore) / connections));
    }
}
