namespace ActorChat.Tests.Stress.Soak;

/// <summary>What another process uses, seen again and again (Linux).</summary>
/// <param name="process">Its number.</param>
internal sealed class ProcessGauge(int process)
{
    private readonly List<(double Seconds, double Bytes)> _memory = [];

    /// <summary>The memory at the first look, in bytes.</summary>
    public double First => _memory[0].Bytes;

    /// <summary>The memory at the last look, in bytes.</summary>
    public double Last => _memory[^1].Bytes;

    /// <summary>The greatest memory seen, in bytes.</summary>
    public double Most => _memory.Max(look => look.Bytes);

    /// <summary>
    /// By how many bytes the memory has grown between the first look and the last one: by the line that lies nearest to all looks, as
    /// single ones depend on when garbage was last collected.
    /// </summary>
    public double Growth
    {
        get
        {
            var (meanTime, meanBytes) = (_memory.Average(look => look.Seconds), _memory.Average(look => look.Bytes));
            var spread = _memory.Sum(look => Math.Pow(look.Seconds - meanTime, 2));
            var slope = _memory.Sum(look => (look.Seconds - meanTime) * (look.Bytes - meanBytes)) / spread;
            return slope * (_memory[^1].Seconds - _memory[0].Seconds);
        }
    }

    /// <summary>Looks once.</summary>
    /// <param name="time">When, from any beginning.</param>
    public void Look(TimeSpan time) => _memory.Add((time.TotalSeconds, ResidentBytes(process)));

    /// <summary>The memory that a process has in RAM now.</summary>
    public static long ResidentBytes(int process)
    {
        var line = File.ReadLines($"/proc/{process}/status").Single(row => row.StartsWith("VmRSS:", StringComparison.Ordinal));
        return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) << 10;
    }
}
