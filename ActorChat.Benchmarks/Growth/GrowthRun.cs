using ActorChat.Benchmarks.Load;
using ActorChat.Benchmarks.Load.Arguments;
using ActorChat.Benchmarks.Load.Runs;

namespace ActorChat.Benchmarks.Growth;

/// <summary>How the cost grows: every point of every series against a fresh server, as a table and as plots.</summary>
internal static class GrowthRun
{
    /// <summary>Measures and writes; a point at which not everybody can log in is left out, and said. Gives the exit code.</summary>
    public static int Run(GrowthOptions options, TextWriter output, TextWriter errors, bool isTerminal)
    {
        if (!GrowthPlots.CanWrite)
        {
            errors.WriteLine("[ERROR] The labels of the plots need a font, and no font is installed here (Debian, Ubuntu: apt-get install fonts-dejavu-core).");
            return 1;
        }

        ServerProcess.PinSelf();
        Directory.CreateDirectory(options.Folder);
        var rows = new List<GrowthRow>();
        foreach (var series in Series.All)
        {
            foreach (var at in series.Points.Where(at => series.Load(at).Members <= options.Most))
                rows.AddRange(Measure(series, at, options, errors, isTerminal));
        }

        var table = Path.Combine(options.Folder, "growth.csv");
        File.WriteAllLines(table, [GrowthRow.Head, .. rows.Select(row => row.Csv())]);
        output.WriteLine(table);
        foreach (var (name, svg) in GrowthPlots.All(rows))
        {
            var file = Path.Combine(options.Folder, name + ".svg");
            File.WriteAllText(file, svg);
            output.WriteLine(file);
        }

        return 0;
    }

    private static IEnumerable<GrowthRow> Measure(Series series, int at, GrowthOptions options, TextWriter errors, bool isTerminal)
    {
        var load = series.Load(at) with { Length = TimeSpan.FromSeconds(options.Seconds), WarmUp = TimeSpan.FromSeconds(1) };
        if (Try("ours", () => ServerProcess.StartOurs(options.Database)) is { } ours)
            yield return ours;
        if (options.Reference is { } program && Try("reference", () => ServerProcess.StartReference(options.Database, program)) is { } reference)
            yield return reference;

        GrowthRow? Try(string name, Func<ServerProcess> start)
        {
            errors.WriteLine($"{series.Name} {at}, {name}");
            try
            {
                using var server = start();
                return Measure(series.Name, at, name, server, load, new Progress(errors, isTerminal));
            }
            catch (LoadException failure)
            {
                errors.WriteLine($"[ERROR] left out: {failure.Message}");
                return null;
            }
        }
    }

    private static GrowthRow Measure(string series, int at, string name, ServerProcess server, LoadOptions load, Progress progress)
    {
        var report = LoadProgram.Measure(load with { Server = server.Chat, Pid = server.Id }, progress, CancellationToken.None);
        progress.End();
        return report.Fine
            ? GrowthRow.Of(series, at, name, report)
            : throw new LoadException($"something was lost, reordered, doubled or cut off at {series} {at}, {name}");
    }
}
