using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using ActorChat.Server.Chat.Api;
using ActorChat.Server.Storage.Archive;

namespace ActorChat.Tests.Server.Web.Api;

/// <summary>A program that uses the HTTP API of a server, with a token of its own.</summary>
internal sealed class ApiClient : IDisposable
{
    private readonly HttpClient _http = new() { Timeout = TestTimeout.Limit };
    private readonly TestServer _server;

    public ApiClient(TestServer server, string name = "ci")
    {
        _server = server;
        _http.BaseAddress = new Uri($"http://{server.Web}/");
        Name = NicknameOf(name);
        using (var store = server.Database.Database.OpenTokens())
            Assert.True(store.TryAdd(Name, BearerToken.HashOf(Token), Entry));
        Authorize(Token);
    }

    public Nickname Name { get; }

    public string Token { get; } = BearerToken.New();

    private static AuditEntry Entry => new(1, AuditEntry.Console, "ficha", "", "", "");

    public void Authorize(string? token) =>
        _http.DefaultRequestHeaders.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);

    public void Revoke()
    {
        using var store = _server.Database.Database.OpenTokens();
        Assert.True(store.TryRevoke(Name, Entry));
    }

    public Task<ApiResult> SayAsync(string text, string? cid = null, string room = "general") =>
        PostAsync(JsonContent.Create(new { text, cid }), room);

    public Task<ApiResult> PostAsync(HttpContent content, string room = "general") => SendAsync(HttpMethod.Post, PathOf(room), content);

    public Task<ApiResult> ReadAsync(string query = "", string room = "general") => SendAsync(HttpMethod.Get, PathOf(room) + query);

    public async Task<ApiResult> SendAsync(HttpMethod method, string path, HttpContent? content = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };

        // A long body is not sent where the server refuses it.
        request.Headers.ExpectContinue = content?.Headers.ContentLength > 100_000;
        using var response = await _http.SendAsync(request);
        var body = await response.Content.ReadAsStringAsync();
        return new ApiResult(
            (int)response.StatusCode,
            response.Content.Headers.ContentType?.MediaType,
            response.Headers.RetryAfter?.Delta,
            body,
            body.StartsWith('{') ? JsonNode.Parse(body)!.AsObject() : []);
    }

    public void Dispose() => _http.Dispose();

    private static string PathOf(string room) => $"api/v1/rooms/{Uri.EscapeDataString(room)}/messages";

    private static Nickname NicknameOf(string text) => Nickname.TryParse(text, out var name) ? name : throw new ArgumentException(text);
}

internal sealed record ApiResult(int Status, string? Type, TimeSpan? RetryAfter, string Body, JsonObject Json)
{
    public string? Code => (string?)Json["code"];
}
