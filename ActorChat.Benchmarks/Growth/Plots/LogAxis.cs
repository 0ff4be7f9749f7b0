namespace ActorChat.Benchmarks.Growth.Plots;

/// <summary>A logarithmic axis over whole steps of 1, 2, 5, 10, 20…, so that every value lies on it.</summary>
internal sealed class LogAxis
{
    private static readonly double[] Steps = [1, 2, 5];

    private readonly double _low;
    private readonly double _high;

    /// <param name="values">What must lie on it; all above 0.</param>
    public LogAxis(IEnumerable<double> values)
    {
        var all = values.ToList();
        var marks = AllMarks(all.Min(), all.Max());
        _low = marks.Last(mark => mark <= all.Min());
        _high = marks.First(mark => mark >= all.Max() && mark > _low);
        Marks = [.. marks.Where(mark => mark >= _low && mark <= _high)];
    }

    /// <summary>The values at which it is labelled.</summary>
    public IReadOnlyList<double> Marks { get; }

    /// <summary>Where a value is: 0 at the lower end, 1 at the upper.</summary>
    public double At(double value) => Math.Log(value / _low) / Math.Log(_high / _low);

    private static List<double> AllMarks(double least, double most)
    {
        var marks = new List<double>();
        for (var power = (int)Math.Floor(Math.Log10(least)) - 1; power <= (int)Math.Ceiling(Math.Log10(most)) + 1; power++)
            marks.AddRange(Steps.Select(step => power < 0 ? step / Math.Pow(10, -power) : step * Math.Pow(10, power)));
        return marks;
    }
}
