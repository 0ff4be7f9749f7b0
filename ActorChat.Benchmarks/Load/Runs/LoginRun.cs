using System.Diagnostics;
using ActorChat.Benchmarks.Load.Arguments;
using ActorChat.Benchmarks.Load.Figures;
using ActorChat.Benchmarks.Load.Runs.Clients;

namespace ActorChat.Benchmarks.Load.Runs;

/// <summary>Members log in, and then leave, or stay without a word.</summary>
internal static class LoginRun
{
    /// <summary>Measures.</summary>
    /// <exception cref="LoadException">They could not all log in.</exception>
    public static LoadReport Run(LoadOptions options, Crowd crowd, Progress progress, CancellationToken interrupted)
    {
        var gauge = new ServerGauge(options.Pid);
        gauge.Check();
        var arrival = new Arrival(crowd, options, progress, interrupted);
        var (memory, before) = (gauge.Resident, Reading.Take(gauge));
        var seconds = arrival.LogIn();
        var after = Reading.Take(gauge);
        arrival.Settle();
        if (options.Kind is LoadKind.Idle)
        {
            before = Reading.Take(gauge);
            Stay(options.Length, crowd, progress, interrupted);
            after = Reading.Take(gauge);
        }

        var logins = arrival.Figures(seconds);
        var done = options.Kind is LoadKind.Logins ? logins.Count : 0;
        var server = after.ServerSince(before, done, gauge, memory, logins.Count);
        return new LoadReport(
            options.Kind is LoadKind.Idle ? "idle" : "logins", options.Server, logins, null, null, server, after.OwnBusySince(before), new Dictionary<string, long>(), 0);
    }

    private static void Stay(TimeSpan length, Crowd crowd, Progress progress, CancellationToken interrupted)
    {
        var start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < length && !interrupted.IsCancellationRequested)
        {
            crowd.Turn(TimeSpan.FromMilliseconds(50));
            progress.Tell(() => $"idle for {Stopwatch.GetElapsedTime(start).TotalSeconds:F0} of {length.TotalSeconds:F0} s");
        }
    }
}
