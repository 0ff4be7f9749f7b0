using System.Collections.Frozen;
using System.Net;
using ActorChat.Server.Resources;

namespace ActorChat.Server.Configuration;

/// <summary>The checked values under <c>actorchat</c>. <c>hocon/server.hocon</c> explains each setting.</summary>
internal sealed record ServerSettings(
    Language Language,
    PortSettings Chat,
    PortSettings Confirmation,
    TimeSpan QuietPeriod,
    RoomSettings Room,
    LimitSettings Limits,
    AccountSettings Accounts,
    StorageSettings Storage,
    LoggingSettings Logging,
    TelemetrySettings Telemetry,
    TimeSpan ShutdownGrace)
{
    public required PortSettings ChatTls { get; init; }

    public required PortSettings ConfirmationTls { get; init; }

    public required TlsSettings Tls { get; init; }

    public required WebPortSettings Web { get; init; }

    /// <summary>The accounts that keep order on the whole server, as compared.</summary>
    public IReadOnlySet<string> Operators { get; init; } = FrozenSet<string>.Empty;
}

/// <param name="Enabled">Whether to open the port; at least one port is enabled.</param>
/// <param name="Hosts">The addresses or names to listen on; at least one, none empty or with blanks.</param>
/// <param name="Port">The TCP port, 0 to 65535; 0 lets the system pick a free one.</param>
internal sealed record PortSettings(bool Enabled, IReadOnlyList<string> Hosts, int Port)
{
    /// <summary>Compares hosts by value and order; a list by itself would be compared by reference.</summary>
    public bool Equals(PortSettings? other) =>
        other is not null && Enabled == other.Enabled && Port == other.Port && Hosts.SequenceEqual(other.Hosts);

    public override int GetHashCode() => HashCode.Combine(Enabled, Port, Hosts.Count);
}

/// <summary>The section <c>actorchat.web</c>.</summary>
/// <param name="Port">The port.</param>
/// <param name="IsEncrypted">Whether it speaks TLS only.</param>
/// <param name="Origins">Other sites whose pages may open a WebSocket.</param>
internal sealed record WebPortSettings(PortSettings Port, bool IsEncrypted, IReadOnlySet<string> Origins)
{
    /// <summary>Proxies, which are believed what they say of their clients.</summary>
    public IReadOnlySet<IPNetwork> Proxies { get; init; } = FrozenSet<IPNetwork>.Empty;
}

/// <summary>The section <c>actorchat.tls</c>, which <c>hocon/server.hocon</c> explains.</summary>
/// <param name="Certificate">The PEM file; null together with the key lets the server make its own.</param>
/// <param name="Key">The PEM file of its key.</param>
/// <param name="ClientCertificates">One of <see cref="ClientCertificateModes"/>.</param>
/// <param name="ClientAuthorities">The PEM file of those who sign the clients' certificates; null for those the system trusts.</param>
/// <param name="HandshakeTimeout">The time from connecting to the end of the handshake.</param>
/// <param name="MaxHandshakes">Handshakes at the same time; positive.</param>
internal sealed record TlsSettings(
    string? Certificate, string? Key, string ClientCertificates, string? ClientAuthorities, TimeSpan HandshakeTimeout, int MaxHandshakes)
{
    public static readonly IReadOnlyList<string> ClientCertificateModes = ["off", "optional", "required"];
}

/// <param name="GatherNoticesAbove">In rooms with more members, joins and leaves of one interval share a line.</param>
/// <param name="NoticeInterval">The time between two such lines; more than zero.</param>
/// <param name="ListPage">Nicknames in one answer to <c>/listar</c>; more than zero.</param>
internal sealed record RoomSettings(int GatherNoticesAbove, TimeSpan NoticeInterval, int ListPage)
{
    /// <summary>How many of a room's last messages a newcomer is told.</summary>
    public int Replay { get; init; }

    /// <summary>The same for newcomers who have asked for numbers.</summary>
    public int ReplayNumbered { get; init; }
}

/// <summary>The section <c>actorchat.accounts</c>, which <c>hocon/server.hocon</c> explains.</summary>
/// <param name="Required">Whether only registered nicknames may enter.</param>
/// <param name="AllowPlaintext">Whether passwords are taken over connections that others may read.</param>
/// <param name="MinPassword">The smallest length of a password, in characters; positive.</param>
/// <param name="HashMemory">The memory for one hash, in KiB.</param>
/// <param name="HashPasses">The passes over it; positive.</param>
/// <param name="MaxWaitingMessages">The private messages that may wait for one user; positive.</param>
/// <param name="KeepWaitingMessages">How long they wait.</param>
internal sealed record AccountSettings(
    bool Required, bool AllowPlaintext, int MinPassword, int HashMemory, int HashPasses, int MaxWaitingMessages, TimeSpan KeepWaitingMessages)
{
    /// <summary>The settings path of the dispatcher that hashes passwords.</summary>
    public const string Dispatcher = "actorchat.accounts.dispatcher";
}

/// <param name="JsonFile">Gets one JSON object a line, besides the log on standard error; null for none.</param>
internal sealed record LoggingSettings(string? JsonFile);

/// <param name="OtlpEndpoint">The base address of an OpenTelemetry collector; null exports nothing.</param>
/// <param name="Interval">The time between two exports; at least a second.</param>
/// <param name="Prometheus">Who may read them on the web port: one of <see cref="PrometheusModes"/>.</param>
internal sealed record TelemetrySettings(Uri? OtlpEndpoint, TimeSpan Interval, string Prometheus)
{
    public static readonly IReadOnlyList<string> PrometheusModes = ["off", "loopback", "on"];
}
