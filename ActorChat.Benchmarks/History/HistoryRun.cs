using System.Diagnostics;
using System.Globalization;
using System.Net;
using ActorChat.Benchmarks.Growth;
using ActorChat.Benchmarks.Load;
using ActorChat.Benchmarks.Load.Arguments;
using ActorChat.Benchmarks.Load.Figures;
using ActorChat.Benchmarks.Load.Runs;
using HdrHistogram;

namespace ActorChat.Benchmarks.History;

/// <summary>
/// Measures what it costs to read a large table over the chat port, and what that costs a room of twenty that goes on talking. Writes a
/// table in Markdown.
/// </summary>
internal sealed class HistoryRun
{
    // Not more than a user may enter.
    private const int RoomsEntered = 40;

    // Until all members are in, and warm.
    private static readonly TimeSpan LogIn = TimeSpan.FromSeconds(3);

    // Between an answer and the next question: more than a crowd of people asks.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private readonly HistoryOptions _options;
    private readonly TextWriter _output;
    private readonly Progress _progress;
    private readonly ServerProcess _server;
    private readonly Asker _asker;
    private readonly Random _random = new(2);
    private readonly Vocabulary _vocabulary;
    private readonly Dictionary<string, long> _last;

    private HistoryRun(HistoryOptions options, string database, ServerProcess server, TextWriter output, Progress progress)
    {
        (_options, _output, _progress, _server) = (options, output, progress, server);
        _vocabulary = new Vocabulary(_random);
        string[] rooms = [RoomName.General.Value, .. Enumerable.Range(0, RoomsEntered).Select(HistoryTable.Room)];
        _last = HistoryTable.Last(database, rooms);
        _asker = new Asker(IPEndPoint.Parse(server.Chat), "asker");
        foreach (var room in rooms[1..])
            _asker.Ask($"/join {room}", "You are in the room");
    }

    /// <summary>Measures and writes.</summary>
    public static void Run(HistoryOptions options, TextWriter output, TextWriter errors, bool isTerminal)
    {
        var progress = new Progress(errors, isTerminal);
        var database = Path.Combine(options.Folder, string.Create(CultureInfo.InvariantCulture, $"history-{options.Messages}.db"));
        HistoryTable.Make(database, options.Messages, progress);
        ServerProcess.PinSelf();
        using var server = ServerProcess.StartOurs(options.Folder, "--set", $"actorchat.storage.sqlite.path=\"{database}\"");
        var run = new HistoryRun(options, database, server, output, progress);
        using (run._asker)
            run.MeasureAll();
    }

    private void MeasureAll()
    {
        _output.WriteLine("""
            | meanwhile | seconds | answers | p50, p99, max ms | delivery p50, p99, max ms | server CPU |
            |---|---:|---:|---:|---:|---:|
            """);
        Measure("nothing", _ => false);
        Measure("`/history` at random places", AskHistory);
        Measure("`/search`, while the index is made", answers => AskSearch(answers, 1));
        for (var words = 1; words <= 3; words++)
        {
            var count = words;
            Measure($"`/search` with {words} words", answers => AskSearch(answers, count));
        }
    }

    // Asks for the time given, and for longer where an answer was not whole.
    private void Measure(string meanwhile, Func<LongHistogram, bool> ask)
    {
        using var end = new CancellationTokenSource();
        var answers = Delays.NewHistogram();
        var asking = Task.Factory.StartNew(
            () => Ask(answers, ask, end), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        var load = new LoadOptions
        {
            Server = _server.Chat,
            Pid = _server.Id,
            Members = 20,
            Senders = 20,
            Rate = _options.Rate,
            Length = TimeSpan.FromHours(1),
        };
        var report = LoadProgram.Measure(load, _progress, end.Token);
        asking.GetAwaiter().GetResult();
        _progress.End();
        if (!report.Fine)
            throw new LoadException($"something was lost, reordered, doubled or cut off: {meanwhile}");
        var (asked, delivered) = (Delays.Of(answers), report.Deliveries!.Delay);
        _output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {meanwhile} | {report.Deliveries.Seconds:F0} | {answers.TotalCount:N0} | {asked.P50:F2}, {asked.P99:F2}, {asked.Max:F1} "
            + $"| {delivered.P50:F2}, {delivered.P99:F2}, {delivered.Max:F1} | {report.Process!.Busy:P0} |"));
    }

    private void Ask(LongHistogram answers, Func<LongHistogram, bool> ask, CancellationTokenSource end)
    {
        try
        {
            var began = Stopwatch.GetTimestamp();
            while (ask(answers) || Stopwatch.GetElapsedTime(began) < LogIn + TimeSpan.FromSeconds(_options.Seconds))
                Thread.Sleep(Pause);
        }
        finally
        {
            end.Cancel();
        }
    }

    private bool AskHistory(LongHistogram answers)
    {
        var room = _random.Next(2) == 0 ? RoomName.General.Value : HistoryTable.Room(_random.Next(RoomsEntered));
        var number = _random.NextInt64(_last[room]) + 1;
        answers.RecordValue(_asker.Ask(string.Create(CultureInfo.InvariantCulture, $"/history before {number} {room}"), $"[{room} past ").Ticks);
        return false;
    }

    private bool AskSearch(LongHistogram answers, int words)
    {
        var (ticks, isBehind) = _asker.Ask($"/search {string.Join(' ', _vocabulary.Next(words))}", "[search past ", "catching up");
        answers.RecordValue(ticks);
        return isBehind;
    }
}
