using Akka.Event;

namespace Akka.TestKit.Internal;

/// <summary>Counts the events that filters match, and wakes who waits for a number of them.</summary>
internal sealed class MatchCount : IDisposable
{
    private readonly IReadOnlyList<EventFilterBase> _filters;
    private readonly int _expected;
    private readonly List<LogEvent> _matched = [];
    private readonly TaskCompletionSource _enough = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public MatchCount(IReadOnlyList<EventFilterBase> filters, int expected)
    {
        _filters = filters;
        _expected = expected;
        foreach (var filter in filters)
            filter.Matched += OnMatched;
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

        lock (_matched)
        {
            if (_matched.Count != _expected)
            {
                Xunit.Assert.Fail(
                    $"Failed: expected {_expected} log events within {limit}, got {_matched.Count}.{Environment.NewLine}"
                    + $"Looked for: {string.Join(" or ", _filters)}{Environment.NewLine}{string.Join(Environment.NewLine, _matched)}");
            }
        }
    }

    public void Dispose()
    {
        foreach (var filter in _filters)
            filter.Matched -= OnMatched;
    }

    private void OnMatched(LogEvent logEvent)
    {
        lock (_matched)
        {
            _matched.Add(logEvent);
            if (_matched.Count >= Math.Max(1, _expected))
                _enough.TrySetResult();
        }
    }
}
