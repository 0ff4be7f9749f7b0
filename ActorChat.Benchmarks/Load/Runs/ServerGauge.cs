using System.Diagnostics;
using System.Globalization;

namespace ActorChat.Benchmarks.Load.Runs;

/// <summary>What the server's process has used.</summary>
/// <param name="pid">Its number; null: it is not watched, and all figures are 0.</param>
internal sealed class ServerGauge(int? pid)
{
    /// <summary>Whether there is a process to look at.</summary>
    public bool Watches => pid is not null;

    /// <summary>Fails where there is no such process.</summary>
    /// <exception cref="LoadException">There is none.</exception>
    public void Check()
    {
        try
        {
            _ = Cpu;
        }
        catch (ArgumentException)
        {
            throw new LoadException($"--pid {pid}: there is no such process on this machine");
        }
    }

    /// <summary>Processor time of all its threads, from its start on; on Linux in steps of 10 ms.</summary>
    public TimeSpan Cpu
    {
        get
        {
            if (pid is not { } number)
                return TimeSpan.Zero;
            using var process = Process.GetProcessById(number);
            return process.TotalProcessorTime;
        }
    }

    /// <summary>Its bytes in memory.</summary>
    public long Resident => pid is not { } number ? 0 : Exact(number) ?? Estimated(number);

    // Linux counts pages for each thread and sums them up now and then; this file has them summed.
    private static long? Exact(int number)
    {
        var path = $"/proc/{number}/smaps_rollup";
        try
        {
            var line = File.Exists(path) ? File.ReadLines(path).FirstOrDefault(row => row.StartsWith("Rss:", StringComparison.Ordinal)) : null;
            return line is null ? null : long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) << 10;
        }
        catch (UnauthorizedAccessException)
        {
            // Somebody else's process: the estimate is open to all.
            return null;
        }
    }

    private static long Estimated(int number)
    {
        using var process = Process.GetProcessById(number);
        return process.WorkingSet64;
    }
}
