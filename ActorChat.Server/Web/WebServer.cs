using System.Net;
using ActorChat.Server.Resources;
using ActorChat.Server.Telemetry;
using Akka.Actor;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ActorChat.Server.Web;

/// <summary>A WebSocket that has been opened.</summary>
/// <param name="Stream">Carries its messages.</param>
/// <param name="Remote">The peer's address.</param>
/// <param name="Local">The address that it has come to.</param>
/// <param name="IsEncrypted">Whether it speaks TLS.</param>
/// <param name="Language">The language that its client wants; null without a wish.</param>
internal sealed record OpenedWebSocket(WebSocketStream Stream, IPEndPoint Remote, IPEndPoint Local, bool IsEncrypted, Language? Language)
    : INoSerializationVerificationNeeded;

/// <summary>
/// Kestrel on one address: the page, the WebSocket, and what programs ask for. Knows no actors. Takes over neither signals nor exit codes, as the
/// usual host would.
/// </summary>
internal sealed class WebServer : IAsyncDisposable
{
    private const string Protocol = "actorchat.v1";

    private const int MaxHeaders = 16 * 1024, MaxBody = 64 * 1024;

    private static readonly TimeSpan KeepAliveTimeout = TimeSpan.FromMinutes(2);

    private readonly WebApplication _application;
    private readonly WebSettings _settings;
    private readonly Action<OpenedWebSocket> _opened;

    private WebServer(WebSettings settings, IPEndPoint endPoint, Action<OpenedWebSocket> opened)
    {
        (_settings, _opened) = (settings, opened);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        if (settings.Tls is not null)
            builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(options => Configure(options, endPoint));
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>();
        _application = builder.Build();
        if (settings.Proxies.Count > 0)
            _application.UseForwardedHeaders(ForwardingOf(settings));
        _application.UseWebSockets(new WebSocketOptions { KeepAliveInterval = settings.PingInterval, KeepAliveTimeout = settings.PingInterval });
        _application.Run(HandleAsync);
    }

    /// <summary>The address, with the real port.</summary>
    public IPEndPoint EndPoint { get; private set; } = new(IPAddress.Loopback, 0);

    /// <summary>Opens the port.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="endPoint">The address; port 0 for a free one.</param>
    /// <param name="opened">Takes a WebSocket, on any thread. The connection lives until its stream is closed.</param>
    /// <exception cref="IOException">The port cannot be opened.</exception>
    public static async Task<WebServer> StartAsync(WebSettings settings, IPEndPoint endPoint, Action<OpenedWebSocket> opened)
    {
        var server = new WebServer(settings, endPoint, opened);
        try
        {
            await server._application.StartAsync();
            var address = server._application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
            server.EndPoint = new IPEndPoint(endPoint.Address, new Uri(address).Port);
            return server;
        }
        catch (Exception)
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Takes no more connections, and waits for those that are open, so long at most.</summary>
    public async Task StopAsync(TimeSpan limit)
    {
        using var timeout = new CancellationTokenSource(limit);
        await _application.StopAsync(timeout.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    // Goes back from the nearest proxy to the first address that is none: what that one says of itself counts for nothing.
    private static ForwardedHeadersOptions ForwardingOf(WebSettings settings)
    {
        var options = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost,
            ForwardLimit = null,
        };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var network in settings.Proxies)
            options.KnownIPNetworks.Add(network);
        return options;
    }

    private void Configure(KestrelServerOptions options, IPEndPoint endPoint)
    {
        options.AddServerHeader = false;
        var limits = options.Limits;
        limits.MaxConcurrentConnections = limits.MaxConcurrentUpgradedConnections = _settings.MaxConnections;
        limits.MaxRequestHeadersTotalSize = MaxHeaders;
        limits.MaxRequestBodySize = MaxBody;
        limits.MaxRequestBufferSize = MaxHeaders;
        limits.RequestHeadersTimeout = _settings.HeadersTimeout;
        limits.KeepAliveTimeout = KeepAliveTimeout;
        options.Listen(endPoint, listen =>
        {
            listen.Protocols = HttpProtocols.Http1;
            if (_settings.Tls is { } tls)
            {
                listen.UseHttps(new TlsHandshakeCallbackOptions
                {
                    HandshakeTimeout = tls.HandshakeTimeout,
                    OnConnection = _ => ValueTask.FromResult(tls.ForHandshake()),
                });
            }
        });
    }

    private async Task HandleAsync(HttpContext context)
    {
        if (context.Request.Path == "/ws")
            await AcceptAsync(context);
        else if (context.Request.Path == PrometheusEndpoint.Path && _settings.Metrics is { } metrics && (_settings.AreMetricsOpen || IsFromHere(context)))
            await metrics.ServeAsync(context);
        else if (_settings.Api is { } api && await api.TryServeAsync(context, _settings.BodyTimeout))
            return;
        else if (!await PageFiles.TryServeAsync(context))
            context.Response.StatusCode = StatusCodes.Status404NotFound;
    }

    private async Task AcceptAsync(HttpContext context)
    {
        var request = context.Request;
        if (!context.WebSockets.IsWebSocketRequest)
        {
            context.Response.StatusCode = StatusCodes.Status426UpgradeRequired;
            context.Response.Headers.Upgrade = "websocket";
            return;
        }

        string? origin = request.Headers.Origin;
        if (!OriginRule.Allows(origin, request.Scheme, request.Host.Value ?? "", _settings.Origins))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        if (!context.WebSockets.WebSocketRequestedProtocols.Contains(Protocol))
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            await context.Response.WriteAsync($"Sec-WebSocket-Protocol: {Protocol}\n");
            return;
        }

        using var socket = await context.WebSockets.AcceptWebSocketAsync(new WebSocketAcceptContext { SubProtocol = Protocol, DangerousEnableCompression = false });
        var stream = new WebSocketStream(socket);
        _opened(new OpenedWebSocket(stream, Remote(context), Local(context), request.IsHttps, LanguageOf(request.Query["lang"])));
        await stream.Closed;
    }

    // A proxy on this machine passes on the requests of others.
    private static bool IsFromHere(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address)
        && !context.Request.Headers.ContainsKey("X-Forwarded-For") && !context.Request.Headers.ContainsKey("Forwarded");

    private static IPEndPoint Remote(HttpContext context) => new(context.Connection.RemoteIpAddress ?? IPAddress.None, context.Connection.RemotePort);

    private static IPEndPoint Local(HttpContext context) => new(context.Connection.LocalIpAddress ?? IPAddress.None, context.Connection.LocalPort);

    internal static Language? LanguageOf(string? wish) => wish switch
    {
        "es" => Language.Spanish,
        "en" => Language.English,
        _ => null,
    };

    private sealed class NoLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
