using System.Diagnostics;
using ActorChat.Server.Resources;
using ActorChat.Server.Watching.Reports;
using ActorChat.Server.Watching.Runtime;
using Akka.Actor;

namespace ActorChat.Server.Watching;

/// <summary>
/// Answers what the operator asks. Remembers the last look at how busy the actors are. From the first one on, their working time is
/// measured too, until nobody has looked for ten minutes: it costs each message. Not for use on two threads at once.
/// </summary>
internal sealed class Inspector(ActorSystem system, IActorRef node, Texts texts) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    // For when not even the gatherer answers.
    private static readonly TimeSpan LastPatience = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan MeasuringAfterLook = TimeSpan.FromMinutes(10);

    private readonly long _startedAt = Stopwatch.GetTimestamp();
    private Look? _lastLook;
    private IDisposable? _measuring;
    private Timer? _measuringEnds;

    /// <summary>The answer, in lines; none for an empty line.</summary>
    public async Task<IReadOnlyList<string>> AnswerAsync(InspectionCommand command) => command switch
    {
        InspectionCommand.Actors => Actors(),
        InspectionCommand.Busiest => Busiest(),
        InspectionCommand.Connections connections => await ConnectionsAsync(connections.Filter),
        InspectionCommand.Nothing => [],
        InspectionCommand.Unknown unknown => [texts.UnknownInspection(unknown.Word), .. Help()],
        _ => Help(),
    };

    /// <summary>All that there is to tell, in lines.</summary>
    public async Task<IReadOnlyList<string>> ReportAsync() => [.. Actors(), .. Busiest(), .. await ConnectionsAsync(filter: null)];

    /// <inheritdoc/>
    public void Dispose()
    {
        _measuringEnds?.Dispose();
        StopMeasuring();
    }

    private IReadOnlyList<string> Help() =>
        [texts.InspectionActors, texts.InspectionBusiest, texts.InspectionConnections, texts.InspectionMore];

    private IReadOnlyList<string> Actors() => TreeReport.Lines(RuntimeInspector.Take(system), texts);

    private IReadOnlyList<string> Busiest()
    {
        var root = RuntimeInspector.Take(system);
        var now = Stopwatch.GetElapsedTime(_startedAt);
        var lines = BusiestReport.Lines(root, now, _lastLook, measured: _measuring is not null, texts);
        Measure();
        _lastLook = Look.Of(root, now);
        return lines;
    }

    private void Measure()
    {
        _measuring ??= RuntimeMeter.MeasureProcessing();
        _measuringEnds ??= new Timer(_ => StopMeasuring());
        _measuringEnds.Change(MeasuringAfterLook, Timeout.InfiniteTimeSpan);
    }

    private void StopMeasuring() => Interlocked.Exchange(ref _measuring, null)?.Dispose();

    private async Task<IReadOnlyList<string>> ConnectionsAsync(string? filter)
    {
        var gatherer = system.ActorOf(ConnectionsGatherer.PropsFor(node, Patience));
        var seen = await gatherer.Ask<ConnectionsSeen>(ConnectionsGatherer.Gather.Instance, LastPatience);
        return ConnectionsReport.Lines(seen, filter, texts);
    }
}
