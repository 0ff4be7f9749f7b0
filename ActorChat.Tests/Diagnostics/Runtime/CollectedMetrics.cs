using System.Diagnostics.Metrics;
using ActorChat.Server.Diagnostics.Runtime;

namespace ActorChat.Tests.Diagnostics.Runtime;

/// <summary>What a meter, that of the actors by default, says about one system, each time it is asked.</summary>
internal sealed class CollectedMetrics : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly Lock _lock = new();
    private readonly string _system;
    private List<Measured> _measured = [];

    public CollectedMetrics(string system, string meter = RuntimeMeter.Name)
    {
        _system = system;
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == meter)
                listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Keep(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Keep(instrument, value, tags));
        _listener.Start();
    }

    /// <summary>What has been recorded by itself since this began or the last collection, and what is read now.</summary>
    public IReadOnlyList<Measured> Collect()
    {
        _listener.RecordObservableInstruments();
        lock (_lock)
        {
            var all = _measured;
            _measured = [];
            return all;
        }
    }

    /// <summary>The one value of an instrument now, with a tag where there are several; zero where there is none yet.</summary>
    public double Now(string instrument, object? tag = null) =>
        Collect().SingleOrDefault(m => m.Instrument == instrument && (tag is null || m.Has(tag)))?.Value ?? 0;

    public void Dispose() => _listener.Dispose();

    private void Keep(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var all = new Dictionary<string, object?>(tags.ToArray());
        if (!Equals(all["actorchat.system"], _system))
            return;
        lock (_lock)
            _measured.Add(new Measured(instrument.Name, instrument.Unit, value, all));
    }

    internal sealed record Measured(string Instrument, string? Unit, double Value, IReadOnlyDictionary<string, object?> Tags)
    {
        /// <summary>Whether a tag has this value.</summary>
        public bool Has(object value) => Tags.Values.Contains(value);
    }
}
