using System.Globalization;
using ActorChat.Protocol.Json;
using ActorChat.Server.Chat;
using ActorChat.Server.Chat.Api;
using ActorChat.Server.Dialects.Json;
using ActorChat.Server.Resources;
using Akka.Actor;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using AuthenticationHeaderValue = System.Net.Http.Headers.AuthenticationHeaderValue;

namespace ActorChat.Server.Web;

/// <summary>
/// Takes the requests of programs (docs/protocol.md): makes a call of each and writes the answer. The call's task is the one place where the
/// web port waits for an actor.
/// </summary>
/// <param name="api">Answers calls.</param>
/// <param name="dialects">How programs are answered, in each language.</param>
/// <param name="language">The language of those who wish none.</param>
/// <param name="answerTimeout">How long an answer may take.</param>
internal sealed class ApiEndpoint(IActorRef api, IReadOnlyDictionary<Language, ApiDialect> dialects, Language language, TimeSpan answerTimeout)
{
    // Of what the actors take at most, so that theirs is the answer.
    private static readonly TimeSpan Reserve = TimeSpan.FromSeconds(1);

    /// <summary>Answers, if the request is one of a program.</summary>
    /// <param name="context">The request.</param>
    /// <param name="bodyTimeout">How long its body may take.</param>
    public async Task<bool> TryServeAsync(HttpContext context, TimeSpan bodyTimeout)
    {
        if (context.Request.Path == "/healthz")
        {
            await AnswerHealthAsync(context.Response);
            return true;
        }

        if (context.Request.Path.Value?.Split('/') is not ["", "api", "v1", "rooms", var room, "messages"])
            return false;
        var dialect = dialects[WebServer.LanguageOf(context.Request.Query["lang"]) ?? language];
        await WriteAsync(context.Response, dialect.Write(await ServeAsync(context, room, dialect, bodyTimeout)));
        return true;
    }

    private async Task AnswerHealthAsync(HttpResponse response)
    {
        var call = new HealthCall(new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously));
        var isGood = await AskAsync(call, call.Answer, ifLate: false);
        response.StatusCode = isGood ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        response.ContentType = "text/plain";
        response.Headers.CacheControl = "no-store";
        await response.WriteAsync(isGood ? "ok\n" : "unavailable\n");
    }

    private async Task<ChatEvent> ServeAsync(HttpContext context, string typed, ApiDialect dialect, TimeSpan bodyTimeout)
    {
        var request = context.Request;
        var isPost = HttpMethods.IsPost(request.Method);
        if (!isPost && !HttpMethods.IsGet(request.Method))
        {
            context.Response.Headers.Allow = "GET, POST";
            return new ChatEvent.ApiRefused(ApiFault.MethodUnknown, request.Method);
        }

        if (TokenOf(request) is not { } token)
            return new ChatEvent.ApiRefused(ApiFault.TokenInvalid);
        if (!RoomName.TryParse(typed, out var room))
            return new ChatEvent.Rejected(RejectReason.RoomUnknown, DisplayText.Sanitize(typed));
        var (asked, refusal) = isPost ? await ReadPostAsync(context, room, dialect, bodyTimeout) : ReadQuery(request.Query, room);
        if (asked is null)
            return refusal!;
        var call = new ApiCall(
            BearerToken.HashOf(token),
            context.Connection.RemoteIpAddress?.ToString() ?? "",
            asked,
            new TaskCompletionSource<ChatEvent>(TaskCreationOptions.RunContinuationsAsynchronously));
        return await AskAsync(call, call.Answer, ifLate: new ChatEvent.Rejected(RejectReason.TimedOut));
    }

    // An actor that has ended answers nothing.
    private async Task<T> AskAsync<T>(object call, TaskCompletionSource<T> answer, T ifLate)
    {
        api.Tell(call);
        try
        {
            return await answer.Task.WaitAsync(answerTimeout + Reserve);
        }
        catch (TimeoutException)
        {
            return ifLate;
        }
    }

    private static string? TokenOf(HttpRequest request) =>
        AuthenticationHeaderValue.TryParse(request.Headers.Authorization, out var given)
        && given.Scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase) && !string.IsNullOrEmpty(given.Parameter)
            ? given.Parameter
            : null;

    private static (ApiRequest? Asked, ChatEvent? Refusal) ReadQuery(IQueryCollection query, RoomName room)
    {
        if (Number(query, "after", long.MaxValue, 0) is not { } after)
            return (null, Bad("after"));
        if (Number(query, "before", long.MaxValue, 1) is not { } before)
            return (null, Bad("before"));
        if (Number(query, "limit", JsonCommandParser.MaxHistory, 1) is not { } limit)
            return (null, Bad("limit"));
        var number = after >= 0 ? after : before >= 0 ? before : long.MaxValue;
        return (new ApiRequest.Read(room, number, IsForward: after >= 0, limit < 0 ? JsonCommandParser.DefaultHistory : (int)limit), null);
    }

    // Returns -1 where it is not given, and null for what is no such number.
    private static long? Number(IQueryCollection query, string name, long most, long least) =>
        !query.TryGetValue(name, out var given) ? -1
        : long.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number
        : null;

    private static ChatEvent.Rejected Bad(string field) => new(RejectReason.RequestFieldInvalid, field);

    private static async Task<(ApiRequest? Asked, ChatEvent? Refusal)> ReadPostAsync(
        HttpContext context, RoomName room, ApiDialect dialect, TimeSpan timeout)
    {
        if (IsJson(context.Request.ContentType) is not { } isJson)
            return (null, new ChatEvent.ApiRefused(ApiFault.MediaTypeUnknown));
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = dialect.MaxBody;
        using var body = new MemoryStream();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        limit.CancelAfter(timeout);
        try
        {
            await context.Request.Body.CopyToAsync(body, limit.Token);
        }
        catch (BadHttpRequestException refused)
        {
            return (null, refused.StatusCode switch
            {
                StatusCodes.Status413PayloadTooLarge => new ChatEvent.Rejected(RejectReason.MessageTooLong),
                StatusCodes.Status408RequestTimeout => new ChatEvent.ApiRefused(ApiFault.RequestTooSlow),
                _ => new ChatEvent.Rejected(RejectReason.RequestInvalid),
            });
        }
        catch (OperationCanceledException)
        {
            // What comes after all must not be taken for the next request.
            context.Response.Headers.Connection = "close";
            return (null, new ChatEvent.ApiRefused(ApiFault.RequestTooSlow));
        }

        return dialect.Parse(body.ToArray(), isJson, out var refusal) is { } post ? (new ApiRequest.Post(room, post), null) : (null, refusal);
    }

    // Null for what is neither.
    private static bool? IsJson(string? contentType)
    {
        if (!MediaTypeHeaderValue.TryParse(contentType, out var type) || (type.Charset.HasValue && !Is(type.Charset, "utf-8")))
            return null;
        return Is(type.MediaType, "application/json") ? true : Is(type.MediaType, "text/plain") ? false : null;

        static bool Is(StringSegment given, string known) => given.Equals(known, StringComparison.OrdinalIgnoreCase);
    }

    private static async Task WriteAsync(HttpResponse response, ApiAnswer answer)
    {
        response.StatusCode = answer.Status;
        response.ContentType = answer.Type;
        response.ContentLength = answer.Body.Length;
        response.Headers.CacheControl = "no-store";
        response.Headers.XContentTypeOptions = "nosniff";
        if (answer.RetryAfterSeconds is { } seconds)
            response.Headers[HeaderNames.RetryAfter] = seconds.ToString(CultureInfo.InvariantCulture);
        if (answer.Status == StatusCodes.Status401Unauthorized)
            response.Headers.WWWAuthenticate = "Bearer";
        await response.Body.WriteAsync(answer.Body);
    }
}
