using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ActorChat.Server.Storage.Errors;
using ActorChat.Server.Telemetry;

namespace ActorChat.Tests.Server.Web.Api;

/// <summary>What those who watch over the server ask the web port.</summary>
public sealed partial class WatchingTests
{
    [Fact]
    public async Task A_storage_that_is_closed_is_not_well()
    {
        var isBroken = false;
        await using var server = await ApiTests.StartAsync(settings => settings.WithMessages(real => isBroken
            ? throw new OpenException("x", new OpenError.Locked())
            : new PickyMessageStore(real(), _ => isBroken ? new WriteException(WriteError.Unreachable, "gone") : null)));
        using var ci = new ApiClient(server);
        Assert.Equal(200, (await ci.SendAsync(HttpMethod.Get, "healthz")).Status);
        isBroken = true;
        Assert.Equal(503, (await ci.SayAsync("no")).Status);
        Assert.Equal((503, "unavailable\n"), await ci.SendAsync(HttpMethod.Get, "healthz") is var ill ? (ill.Status, ill.Body) : default);
    }

    [Theory]
    [InlineData(false, null, 200)]
    [InlineData(false, "X-Forwarded-For", 404)]
    [InlineData(false, "Forwarded", 404)]
    [InlineData(true, "X-Forwarded-For", 200)]
    public async Task Metrics_are_for_this_machine_unless_they_are_open(bool areOpen, string? header, int status)
    {
        using var metrics = new PrometheusEndpoint([ServerMeter.Name]);
        await using var server = await ApiTests.StartAsync(settings => settings with { Web = settings.Web! with { Metrics = metrics, AreMetricsOpen = areOpen } });
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"http://{server.Web}/metrics");
        if (header is not null)
            request.Headers.TryAddWithoutValidation(header, "for=192.0.2.1");
        using var response = await http.SendAsync(request);
        Assert.Equal(status, (int)response.StatusCode);
        if (status == 200)
            Assert.Contains("actorchat_server_connection_count", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Metrics_that_are_off_are_not_there()
    {
        await using var server = await ApiTests.StartAsync();
        using var ci = new ApiClient(server);
        Assert.Equal(404, (await ci.SendAsync(HttpMethod.Get, "metrics")).Status);
    }

    [Fact]
    public async Task The_description_is_served_and_all_that_it_refers_to_is_in_it()
    {
        await using var server = await ApiTests.StartAsync();
        using var ci = new ApiClient(server);
        var answer = await ci.SendAsync(HttpMethod.Get, "api/v1/openapi.json");
        Assert.Equal(("application/json", "3.1.0"), (answer.Type, (string?)answer.Json["openapi"]));
        Assert.All(Reference().Matches(answer.Body), reference =>
            Assert.NotNull(reference.Groups[1].Value.Split('/').Aggregate((JsonNode?)answer.Json, (node, name) => node?[name])));
    }

    [GeneratedRegex("\"\\$ref\": \"#/([^\"]+)\"")]
    private static partial Regex Reference();
}
