using Akka.Event;

namespace Akka.TestKit.Internal;

/// <summary>Counts the events that filters match, and wakes who waits for a number of them. Keeps the latest of the others, to show them.</summary>
internal sealed class MatchCount : IDisposable
{
    private const int KeptOthers = 10;

    private readonly TestKitBase _testkit;
    private readonly IReadOnlyList<EventFilterBase> _filters;
    private readonly int _expected;
    private readonly Lock _lock = new();
    private readonly List<LogEvent> _matched = [];
    private readonly Queue<LogEvent> _others = [];
    private readonly TaskCompletionSource _enough = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public MatchCount(TestKitBase testkit, IReadOnlyList<EventFilterBase> filters, int expected)
    {
        _testkit = testkit;
        _filters = filters;
        _expected = expected;
        foreach (var filter in filters)
            filter.Seen += OnSeen;
    }

    /// <summary>Waits for the expected number. Where none is expected it is known only at the end of the time that none came.</summary>
    public async Task Check(TimeSpan limit, CancellationToken token)
    {
        try
        {
            await _enough.Task.WaitAsync(limit, token).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            // Told below, with what came.
        }

        lock (_lock)
        {
            if (_matched.Count != _expected)
                _testkit.Asserts.Fail("{0}", Difference(limit));
        }
    }

    public void Dispose()
    {
        foreach (var filter in _filters)
            filter.Seen -= OnSeen;
    }

    private void OnSeen(LogEvent logEvent, bool fits)
    {
        lock (_lock)
        {
            if (fits)
            {
                _matched.Add(logEvent);
                if (_matched.Count >= Math.Max(1, _expected))
                    _enough.TrySetResult();
                return;
            }

            _others.Enqueue(logEvent);
            if (_others.Count > KeptOthers)
                _others.Dequeue();
        }
    }

    private string Difference(TimeSpan limit)
    {
        var lines = new List<string>
        {
            $"Failed: expected {_expected} log events within {Shown.Time(limit)}, but {_matched.Count} came.",
            $"Looked for: {string.Join(" or ", _filters)}",
        };
        AddAll(lines, "Matched:", _matched);
        AddAll(lines, $"Not matched (the latest {KeptOthers}):", _others.Except(_matched));
        return string.Join(Environment.NewLine, lines);
    }

    private static void AddAll(List<string> lines, string title, IEnumerable<LogEvent> events)
    {
        var shown = events.Distinct().Select(logEvent => "  " + logEvent).ToList();
        if (shown.Count > 0)
            lines.AddRange([title, .. shown]);
    }
}
