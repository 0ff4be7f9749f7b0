using System.Diagnostics;
using ActorChat.Server.Diagnostics.Reports;
using ActorChat.Server.Diagnostics.Runtime;
using ActorChat.Server.Resources;
using Akka.Actor;

namespace ActorChat.Server.Diagnostics;

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
    private ActivitySnapshot? _lastLook;
    private IDisposable? _measuring;
    private Timer? _measuringEnds;

    /// <summary>The answer, in lines; none for an empty line.</summary>
    /// <param name="command">What is asked for.</param>
    /// <param name="width">The most columns of the terminal that a line takes.</param>
    public async Task<IReadOnlyList<string>> AnswerAsync(InspectionCommand command, int width = int.MaxValue) => command switch
    {
        InspectionCommand.Actors => Actors(width),
        InspectionCommand.Busiest => Busiest(width),
        InspectionCommand.Connections connections => await ConnectionsAsync(connections.Filter, width),
        InspectionCommand.Nothing => [],
        InspectionCommand.Unknown unknown => [.. WordWrap.Lines(texts.UnknownInspection(unknown.Word), width), .. Help(width)],
        _ => Help(width),
    };

    /// <summary>All that there is to tell, in lines as wide as they need to be.</summary>
    public async Task<IReadOnlyList<string>> ReportAsync() =>
        [.. Actors(int.MaxValue), .. Busiest(int.MaxValue), .. await ConnectionsAsync(filter: null, int.MaxValue)];

    /// <inheritdoc/>
    public void Dispose()
    {
        _measuringEnds?.Dispose();
        StopMeasuring();
    }

    private IReadOnlyList<string> Help(int width) =>
    [
        .. new[] { texts.InspectionActors, texts.InspectionBusiest, texts.InspectionConnections, texts.InspectionMore }
            .SelectMany(line => WordWrap.Lines(line, width, WordWrap.Indent)),
    ];

    private IReadOnlyList<string> Actors(int width) => TreeReport.Lines(RuntimeInspector.Take(system), texts, width);

    private IReadOnlyList<string> Busiest(int width)
    {
        var root = RuntimeInspector.Take(system);
        var now = Stopwatch.GetElapsedTime(_startedAt);
        var lines = BusiestReport.Lines(root, now, _lastLook, measured: _measuring is not null, texts, width);
        Measure();
        _lastLook = ActivitySnapshot.Take(root, now);
        return lines;
    }

    private void Measure()
    {
        _measuring ??= RuntimeMeter.MeasureProcessing();
        _measuringEnds ??= new Timer(_ => StopMeasuring());
        _measuringEnds.Change(MeasuringAfterLook, Timeout.InfiniteTimeSpan);
    }

    private void StopMeasuring() => Interlocked.Exchange(ref _measuring, null)?.Dispose();

    private async Task<IReadOnlyList<string>> ConnectionsAsync(string? filter, int width)
    {
        var gatherer = system.ActorOf(ConnectionsAggregator.PropsFor(node, Patience));
        var seen = await gatherer.Ask<ConnectionsSnapshot>(ConnectionsAggregator.Gather.Instance, LastPatience);
        return ConnectionsReport.Lines(seen, filter, texts, width);
    }
}
