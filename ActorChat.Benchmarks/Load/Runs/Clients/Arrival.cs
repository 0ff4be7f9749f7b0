using System.Diagnostics;
using System.Globalization;
using ActorChat.Benchmarks.Load.Arguments;
using ActorChat.Benchmarks.Load.Figures;

namespace ActorChat.Benchmarks.Load.Runs.Clients;

/// <summary>Brings all members in.</summary>
internal sealed class Arrival(Crowd crowd, LoadOptions options, Progress progress, CancellationToken interrupted)
{
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20);

    // Longer than a server lets newcomers wait at its door.
    private readonly TimeSpan _patience = 6 * options.Patience;

    /// <summary>Logs them all in; gives the seconds that it took.</summary>
    /// <exception cref="LoadException">One of them could not be.</exception>
    public double LogIn()
    {
        var all = options.Members + options.Stalled;
        var start = Stopwatch.GetTimestamp();
        var (last, lastCount) = (start, 0);
        while (crowd.LoggedIn < all && crowd.Refusal is null && !interrupted.IsCancellationRequested)
        {
            while (crowd.Members.Count < all && crowd.Members.Count - crowd.LoggedIn < options.Parallel && crowd.Refusal is null)
                crowd.Begin();
            crowd.Turn(Look);
            if (crowd.LoggedIn > lastCount)
                (last, lastCount) = (Stopwatch.GetTimestamp(), crowd.LoggedIn);
            else if (Stopwatch.GetElapsedTime(last) > _patience)
                throw Failure($"nothing more was heard for {_patience.TotalSeconds} s");
            progress.Tell(() => string.Create(CultureInfo.InvariantCulture, $"logged in: {crowd.LoggedIn:N0} of {all:N0}"));
        }

        if (crowd.LoggedIn < all)
            throw Failure(crowd.Refusal ?? "interrupted");
        return Stopwatch.GetElapsedTime(start, last).TotalSeconds;
    }

    /// <summary>Waits until nothing more comes: everybody has heard of everybody.</summary>
    public void Settle()
    {
        var (last, read) = (Stopwatch.GetTimestamp(), crowd.BytesRead);
        while (Stopwatch.GetElapsedTime(last) < Quiet && !interrupted.IsCancellationRequested)
        {
            crowd.Turn(Look);
            if (crowd.BytesRead != read)
                (last, read) = (Stopwatch.GetTimestamp(), crowd.BytesRead);
            progress.Tell(() => "waiting until everybody has heard of everybody");
        }
    }

    /// <summary>The figures of the logins.</summary>
    public LoginFigures Figures(double seconds) => new(
        crowd.LoggedIn,
        Math.Round(seconds, 3),
        Math.Round(crowd.LoggedIn / Math.Max(seconds, 1e-9), 1),
        Delays.Of(crowd.LoginTimes),
        crowd.Disconnected);

    private LoadException Failure(string reason) => new(string.Create(
        CultureInfo.InvariantCulture,
        $"{crowd.LoggedIn:N0} of {options.Members + options.Stalled:N0} members could log in to {options.Server}: {reason}"));
}
