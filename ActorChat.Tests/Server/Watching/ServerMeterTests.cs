using ActorChat.Server.Telemetry;
using ActorChat.Tests.Diagnostics.Runtime;

namespace ActorChat.Tests.Server.Watching;

/// <summary>The server's own metrics. The name of the system tells what is of this test from what others do at the same time.</summary>
public sealed class ServerMeterTests : IDisposable
{
    private readonly string _system = $"metered-{Guid.NewGuid():N}";
    private readonly CollectedMetrics _metrics;

    public ServerMeterTests() => _metrics = new CollectedMetrics(_system, ServerMeter.Name);

    public void Dispose() => _metrics.Dispose();

    [Fact]
    public async Task Connections_members_and_stored_messages_are_counted()
    {
        await using var server = await TestServer.StartAsync(systemName: _system);
        await using var ana = await WireClient.JoinAsync(server.Chat, "ana");
        await using var beto = await WireClient.JoinAsync(server.Chat, "beto");
        await beto.SendLineAsync("hola");
        await beto.SendLineAsync("hola");
        await ana.ExpectAsync("* beto se ha conectado\nbeto: hola\nbeto: hola\n");

        var measured = _metrics.Collect();
        Assert.Equal(2, Sum("connection.count", "chat-listener"));
        Assert.Equal(0, Sum("connection.count", "confirmation-listener"));
        Assert.Equal(2, Sum("member.count"));
        Assert.Equal(2, Sum("stored.messages"));
        Assert.True(Sum("commit.duration") > 0);

        double Sum(string instrument, string? tag = null) =>
            measured.Where(one => one.Instrument == $"actorchat.server.{instrument}" && (tag is null || one.Has(tag))).Sum(one => one.Value);
    }

    [Fact]
    public async Task A_server_that_has_stopped_counts_no_more()
    {
        await using (var server = await TestServer.StartAsync(systemName: _system))
            await server.StopAsync();
        Assert.DoesNotContain(_metrics.Collect(), measured => measured.Instrument == "actorchat.server.connection.count");
    }
}
