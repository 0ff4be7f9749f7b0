using System.Diagnostics.Metrics;
using ActorChat.Server.Telemetry;
using ActorChat.Server.Transport.Limits;

namespace ActorChat.Tests.Server.Limits;

/// <summary>How often the limits of one system were met, from its metrics.</summary>
internal sealed class LimitHits : IDisposable
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(20);

    private readonly MeterListener _listener = new();
    private readonly SemaphoreSlim _changed = new(0);
    private readonly Dictionary<string, long> _hits = [];

    public LimitHits(string system)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument is { Meter.Name: ServerMeter.Name, Name: "actorchat.server.limit.hits" })
                listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>((_, count, tags, _) =>
        {
            var all = new Dictionary<string, object?>(tags.ToArray());
            if (Equals(all["actorchat.system"], system))
                Count((string)all["actorchat.limit"]!, count);
        });
        _listener.Start();
    }

    public long this[Limit limit]
    {
        get
        {
            lock (_hits)
                return _hits.GetValueOrDefault(limit.Key());
        }
    }

    /// <summary>Waits until a limit has been met so often. (One waiter at a time.)</summary>
    public async Task WaitForAsync(Limit limit, long count)
    {
        while (this[limit] < count)
        {
            if (!await _changed.WaitAsync(Timeout))
                throw new TimeoutException($"{limit} was met {this[limit]} times, not {count}.");
        }
    }

    public void Dispose()
    {
        _listener.Dispose();
        _changed.Dispose();
    }

    private void Count(string limit, long count)
    {
        lock (_hits)
            _hits[limit] = _hits.GetValueOrDefault(limit) + count;
        _changed.Release();
    }
}
