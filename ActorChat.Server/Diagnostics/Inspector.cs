using System.Diagnostics;
using ActorChat.Server.Diagnostics.Reports;
using ActorChat.Server.Diagnostics.Runtime;
using ActorChat.Server.Lifecycle;
using ActorChat.Server.Resources;
using Akka.Actor;

namespace ActorChat.Server.Diagnostics;

/// <summary>
/// Answers the operator's commands. The first report on busy actors starts measuring processing time. Measuring costs every
/// message, so it stops ten minutes after the last report. Not thread-safe.
/// </summary>
internal sealed class Inspector(ActorSystem system, IActorRef server, Texts texts) : IDisposable
{
    private static readonly TimeSpan ConnectionsTimeout = TimeSpan.FromSeconds(2);

    // Covers a failure of the aggregator itself.
    private static readonly TimeSpan AggregatorTimeout = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan MeasuringPeriod = TimeSpan.FromMinutes(10);

    private readonly long _startedAt = Stopwatch.GetTimestamp();
    private ActivitySnapshot? _previous;
    private IDisposable? _measuring;
    private Timer? _measuringEnds;

    /// <summary>Returns the lines of the answer, wrapped to the width of the terminal.</summary>
    public async Task<IReadOnlyList<string>> AnswerAsync(AdminCommand command, int width = int.MaxValue) => command switch
    {
        AdminCommand.Actors => Actors(width),
        AdminCommand.Busiest => Busiest(width),
        AdminCommand.Connections connections => await ConnectionsAsync(connections.Filter, width),
        AdminCommand.Order order => await OrderAsync(order, width),
        AdminCommand.Nothing => [],
        AdminCommand.Unknown unknown => [.. WordWrap.Lines(Unknown(unknown.Word), width), .. Help(width)],
        _ => Help(width),
    };

    /// <summary>Returns all reports, not wrapped.</summary>
    public async Task<IReadOnlyList<string>> ReportAsync() =>
        [.. Actors(int.MaxValue), .. Busiest(int.MaxValue), .. await ConnectionsAsync(filter: null, int.MaxValue)];

    public void Dispose()
    {
        _measuringEnds?.Dispose();
        StopMeasuring();
    }

    private string Unknown(string word) => NearestWord.To(word, AdminCommand.Verbs) is { } nearest
        ? texts.UnknownAdminCommandMeant(word, nearest)
        : texts.UnknownAdminCommand(word);

    private IReadOnlyList<string> Help(int width) =>
    [
        .. new[] { texts.AdminActors, texts.AdminBusiest, texts.AdminConnections, texts.AdminOrder, texts.AdminHelp }
            .SelectMany(line => WordWrap.Lines(line, width, WordWrap.Indent)),
    ];

    private IReadOnlyList<string> Actors(int width) => TreeReport.Lines(RuntimeInspector.Take(system), texts, width);

    private IReadOnlyList<string> Busiest(int width)
    {
        var root = RuntimeInspector.Take(system);
        var now = Stopwatch.GetElapsedTime(_startedAt);
        var lines = BusiestReport.Lines(root, now, _previous, measured: _measuring is not null, texts, width);
        Measure();
        _previous = ActivitySnapshot.Take(root, now);
        return lines;
    }

    private void Measure()
    {
        _measuring ??= RuntimeMeter.MeasureProcessing();
        _measuringEnds ??= new Timer(_ => StopMeasuring());
        _measuringEnds.Change(MeasuringPeriod, Timeout.InfiniteTimeSpan);
    }

    private void StopMeasuring() => Interlocked.Exchange(ref _measuring, null)?.Dispose();

    private async Task<IReadOnlyList<string>> OrderAsync(AdminCommand.Order order, int width)
    {
        var answer = await server.Ask<ServerEvent.OrderAnswered>(new ServerCommand.Order(order.Room, order.What), AggregatorTimeout);
        return [.. answer.Lines.Split('\n').SelectMany(line => WordWrap.Lines(line, width))];
    }

    private async Task<IReadOnlyList<string>> ConnectionsAsync(string? filter, int width)
    {
        var aggregator = system.ActorOf(ConnectionsAggregator.PropsFor(server, ConnectionsTimeout));
        var snapshot = await aggregator.Ask<ConnectionsSnapshot>(new ConnectionsAggregator.Collect(), AggregatorTimeout);
        return ConnectionsReport.Lines(snapshot, filter, texts, width);
    }
}
