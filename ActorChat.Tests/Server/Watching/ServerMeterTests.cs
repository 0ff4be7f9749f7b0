using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using ActorChat.Server.Telemetry;

namespace ActorChat.Tests.Server.Watching;

/// <summary>The server's own metrics. The name of the system tells what is of this spec from what others do at the same time.</summary>
public sealed class ServerMeterTests : IDisposable
{
    private readonly string _system = $"metered-{Guid.NewGuid():N}";
    private readonly MeterListener _listener = new();
    private readonly ConcurrentDictionary<string, double> _measured = new();

    public ServerMeterTests()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == ServerMeter.Name)
                listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Keep(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Keep(instrument, value, tags));
        _listener.Start();
    }

    public void Dispose() => _listener.Dispose();

    [Fact]
    public async Task Connections_members_and_stored_messages_are_counted()
    {
        await using var server = await TestServer.StartAsync(systemName: _system);
        await using var ana = await WireClient.JoinAsync(server.Chat, "ana");
        await using var beto = await WireClient.JoinAsync(server.Chat, "beto");
        await beto.SendLineAsync("hola");
        await beto.SendLineAsync("hola");
        await ana.ExpectAsync("* beto se ha conectado\nbeto: hola\nbeto: hola\n");

        _listener.RecordObservableInstruments();
        Assert.Equal(2, _measured["actorchat.server.connection.count chat-listener"]);
        Assert.Equal(0, _measured["actorchat.server.connection.count confirmation-listener"]);
        Assert.Equal(2, _measured["actorchat.server.member.count"]);
        Assert.Equal(2, _measured["actorchat.server.stored.messages"]);
        Assert.True(_measured["actorchat.server.commit.duration"] > 0);
    }

    [Fact]
    public async Task A_server_that_has_stopped_counts_no_more()
    {
        await using (var server = await TestServer.StartAsync(systemName: _system))
            await server.StopAsync();
        _listener.RecordObservableInstruments();
        Assert.DoesNotContain(_measured.Keys, name => name.EndsWith("listener", StringComparison.Ordinal));
    }

    private void Keep(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var all = new Dictionary<string, object?>(tags.ToArray());
        if (!Equals(all["actorchat.system"], _system))
            return;
        var name = all.TryGetValue("actorchat.listener", out var listener) ? $"{instrument.Name} {listener}" : instrument.Name;
        _measured.AddOrUpdate(name, value, (_, before) => instrument.IsObservable ? value : before + value);
    }
}
