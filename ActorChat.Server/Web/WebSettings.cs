using System.Net;
using ActorChat.Server.Telemetry;
using ActorChat.Server.Transport.Tls;

namespace ActorChat.Server.Web;

/// <summary>The settings of the web port.</summary>
/// <param name="EndPoints">Its addresses; none where it is off.</param>
internal sealed record WebSettings(IReadOnlyList<IPEndPoint> EndPoints)
{
    /// <summary>Foreign sites whose pages may open a WebSocket, as <c>https://chat.example</c>.</summary>
    public IReadOnlySet<string> Origins { get; init; } = new HashSet<string>();

    /// <summary>Proxies, which are believed what they say of their clients: address, host, and whether they speak TLS.</summary>
    public IReadOnlySet<IPNetwork> Proxies { get; init; } = new HashSet<IPNetwork>();

    /// <summary>Null where the port is not encrypted.</summary>
    public TlsOptions? Tls { get; init; }

    /// <summary>Connections at the same time, those that only fetch a file among them.</summary>
    public int MaxConnections { get; init; } = 10_000;

    /// <summary>How long the head of a request may take.</summary>
    public TimeSpan HeadersTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a program may take to send the body of a request.</summary>
    public TimeSpan BodyTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>What programs ask for; null where they are not served.</summary>
    public ApiEndpoint? Api { get; init; }

    /// <summary>The metrics; null where they are not served.</summary>
    public PrometheusEndpoint? Metrics { get; init; }

    /// <summary>Whether they are served to all, and not only to this machine.</summary>
    public bool AreMetricsOpen { get; init; }

    /// <summary>After so long without a word from a WebSocket's peer it is asked, and given up when it does not answer as long again.</summary>
    public TimeSpan PingInterval { get; init; } = TimeSpan.FromSeconds(30);
}
