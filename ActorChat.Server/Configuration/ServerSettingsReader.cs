using ActorChat.Server.Configuration.Sources;
using ActorChat.Server.Resources;

namespace ActorChat.Server.Configuration;

/// <summary>Reads every key of the server within its bounds. <c>hocon/server.hocon</c> explains the keys.</summary>
internal static class ServerSettingsReader
{
    public const string LanguageKey = "actorchat.language";
    public const string LogLevelKey = "akka.loglevel";
    private const string StdoutLogLevelKey = "akka.stdout-loglevel";
    private const string LoggersKey = "akka.loggers";
    private const string StopTimeoutKey = "akka.coordinated-shutdown.phases.service-stop.timeout";
    private const int KiB = 1 << 10;
    private const int MiB = 1 << 20;
    private const int MaxConnections = 1_000_000;
    private const int MaxKeepDays = 36_500;

    // The largest single write is a batch, a page of nicknames or one of history. A lower cap would disconnect readers that are not slow.
    private const int LargestWrite = 256 * KiB, MaxListPage = 1000, MaxReplay = 100;

    private static readonly TimeSpan MinDuration = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan MaxQuietPeriod = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan MaxNoticeInterval = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan MinTimeout = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan MaxTimeout = TimeSpan.FromDays(1);
    private static readonly TimeSpan MaxHandshakeTimeout = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan MaxKept = TimeSpan.FromDays(3650);

    // Half of it remains to answer the warning.
    private static readonly TimeSpan MinIdle = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan MinExportInterval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan MaxExportInterval = TimeSpan.FromHours(1);
    private static readonly TimeSpan MinKeepAlive = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan MaxKeepAliveIdle = TimeSpan.FromHours(9);
    private static readonly TimeSpan MaxKeepAliveInterval = TimeSpan.FromHours(1);
    private static readonly TimeSpan MaxStopTimeout = TimeSpan.FromMinutes(10);

    /// <summary>Reads all settings. Use them only if <paramref name="reader"/>, which collects the first mistake, has none afterwards.</summary>
    public static ServerSettings Read(SettingsReader reader, Func<string, string?> environment)
    {
        var settings = new ServerSettings(
            ReadLanguage(reader),
            ReadPort(reader, "actorchat.chat"),
            ReadPort(reader, "actorchat.confirmation"),
            reader.Duration("actorchat.framing.quiet-period", MinDuration, MaxQuietPeriod),
            ReadRoom(reader),
            ReadLimits(reader),
            ReadAccounts(reader),
            ReadStorage(reader, environment),
            new LoggingSettings(reader.Optional("actorchat.logging.json-file")),
            new TelemetrySettings(
                reader.OptionalUrl("actorchat.telemetry.otlp-endpoint"),
                reader.Duration("actorchat.telemetry.interval", MinExportInterval, MaxExportInterval),
                reader.OneOf("actorchat.telemetry.prometheus", TelemetrySettings.PrometheusModes)),
            ReadShutdownGrace(reader))
        {
            ChatTls = ReadPort(reader, "actorchat.chat.tls"),
            ConfirmationTls = ReadPort(reader, "actorchat.confirmation.tls"),
            Tls = ReadTls(reader),
            Web = new WebPortSettings(ReadPort(reader, "actorchat.web"), reader.Switch("actorchat.web.tls"), reader.Origins("actorchat.web.origins"))
            {
                Proxies = reader.Networks("actorchat.web.proxies"),
            },
            Operators = reader.Nicknames("actorchat.operators"),
        };
        CheckPorts(reader, [settings.Chat, settings.ChatTls, settings.Confirmation, settings.ConfirmationTls, settings.Web.Port]);
        CheckLog(reader);
        return settings;
    }

    private static Language ReadLanguage(SettingsReader reader) =>
        Languages.TryParse(reader.OneOf(LanguageKey, Languages.Codes), out var language) ? language : Language.Spanish;

    private static PortSettings ReadPort(SettingsReader reader, string section) =>
        new(reader.Switch($"{section}.enabled"), reader.Hosts($"{section}.host"), reader.Port($"{section}.port"));

    private static TlsSettings ReadTls(SettingsReader reader)
    {
        var settings = new TlsSettings(
            reader.Optional("actorchat.tls.certificate"),
            reader.Optional("actorchat.tls.key"),
            reader.OneOf("actorchat.tls.client-certificates", TlsSettings.ClientCertificateModes),
            reader.Optional("actorchat.tls.client-authorities"),
            reader.Duration("actorchat.tls.handshake-timeout", MinTimeout, MaxHandshakeTimeout),
            reader.Integer("actorchat.tls.max-handshakes", 1, MaxConnections));
        if (settings.Certificate is null != settings.Key is null)
            reader.Fail(texts => texts.CertificateNeedsKey);
        return settings;
    }

    private static RoomSettings ReadRoom(SettingsReader reader) => new(
        reader.Integer("actorchat.room.gather-notices-above", 0, MaxConnections),
        reader.Duration("actorchat.room.notice-interval", MinDuration, MaxNoticeInterval),
        reader.Integer("actorchat.room.list-page", 1, MaxListPage))
    {
        Replay = reader.Integer("actorchat.room.replay", 0, MaxReplay),
        ReplayNumbered = reader.Integer("actorchat.room.replay-numbered", 0, MaxReplay),
    };

    private static LimitSettings ReadLimits(SettingsReader reader)
    {
        var maxLine = reader.Size("actorchat.limits.max-line", 16, MiB);
        return new LimitSettings(
            reader.Integer("actorchat.limits.max-connections", 1, MaxConnections),
            maxLine,
            reader.Size("actorchat.limits.max-message", 16, 16 * MiB),
            reader.Size("actorchat.limits.max-queued", maxLine + LargestWrite, 1024 * MiB),
            reader.Integer("actorchat.limits.max-unconfirmed", 1, 100_000),
            reader.Integer("actorchat.limits.nickname-attempts", 1, 1000))
        {
            MaxConnectionsPerAddress = reader.Integer("actorchat.limits.max-connections-per-address", 0, MaxConnections),
            AcceptsPerSecond = reader.Integer("actorchat.limits.accepts-per-second", 0, MaxConnections),
            MessagesPerSecond = reader.Integer("actorchat.limits.messages-per-second", 0, 100_000),
            Burst = reader.Integer("actorchat.limits.burst", 1, 100_000),
            FloodTimeout = reader.DurationOrOff("actorchat.limits.flood-timeout", MinTimeout, MaxTimeout),
            NicknameTimeout = reader.DurationOrOff("actorchat.limits.nickname-timeout", MinTimeout, MaxTimeout),
            MessageTimeout = reader.DurationOrOff("actorchat.limits.message-timeout", MinTimeout, MaxTimeout),
            IdleTimeout = reader.DurationOrOff("actorchat.limits.idle-timeout", MinIdle, MaxTimeout),
            StallTimeout = reader.DurationOrOff("actorchat.limits.stall-timeout", MinTimeout, MaxTimeout),
            CommandTimeout = reader.Duration("actorchat.limits.command-timeout", MinTimeout, MaxTimeout),
            MaxRoomsPerUser = reader.Integer("actorchat.limits.max-rooms-per-user", 1, 10_000),
            MaxRooms = reader.Integer("actorchat.limits.max-rooms", 1, 1_000_000),
            LoginAttempts = reader.Integer("actorchat.limits.login-attempts", 1, 100_000),
            LoginAttemptInterval = reader.Duration("actorchat.limits.login-attempt-interval", MinDuration, MaxTimeout),
            KeepAlive = ReadKeepAlive(reader),
        };
    }

    private static AccountSettings ReadAccounts(SettingsReader reader)
    {
        CheckDispatcher(reader, AccountSettings.Dispatcher);
        return new AccountSettings(
            reader.Switch("actorchat.accounts.required"),
            reader.Switch("actorchat.accounts.allow-plaintext"),
            reader.Integer("actorchat.accounts.min-characters", 1, 64),
            reader.Size("actorchat.accounts.hash-memory", 8 * KiB, 1024 * MiB) / KiB,
            reader.Integer("actorchat.accounts.hash-passes", 1, 100),
            reader.Integer("actorchat.accounts.max-waiting-messages", 1, 100_000),
            reader.Duration("actorchat.accounts.keep-waiting-messages", MinTimeout, MaxKept));
    }

    // Checks a dispatcher before the start; the runtime would fail in the middle of it.
    private static void CheckDispatcher(SettingsReader reader, string dispatcher)
    {
        reader.Name($"{dispatcher}.type");
        reader.Integer($"{dispatcher}.throughput", 1, int.MaxValue);
    }

    // Linux allows no longer idle time, and the total in milliseconds must fit an int.
    private static KeepAliveSettings ReadKeepAlive(SettingsReader reader) => new(
        reader.Duration("actorchat.limits.keep-alive.idle", MinKeepAlive, MaxKeepAliveIdle),
        reader.Duration("actorchat.limits.keep-alive.interval", MinKeepAlive, MaxKeepAliveInterval),
        reader.Integer("actorchat.limits.keep-alive.probes", 1, 127));

    private static StorageSettings ReadStorage(SettingsReader reader, Func<string, string?> environment)
    {
        foreach (var dispatcher in StorageSettings.Dispatchers)
            CheckDispatcher(reader, dispatcher);

        var hasMessages = reader.OneOf("actorchat.storage.messages", StorageSettings.Stores) == "mysql";
        var hasUsers = reader.OneOf("actorchat.storage.users", StorageSettings.Stores) == "mysql";
        var mySql = ReadMySql(reader, hasMessages || hasUsers, environment);
        return new StorageSettings(
            reader.Name("actorchat.storage.sqlite.path"),
            reader.OneOf("actorchat.storage.sqlite.synchronous", StorageSettings.SynchronousModes),
            reader.Integer("actorchat.storage.max-batch", 1, 100_000),
            hasMessages ? mySql : null,
            hasUsers ? mySql : null)
        {
            Keep = reader.Integer("actorchat.storage.keep", 0, MaxKeepDays) is > 0 and var days ? TimeSpan.FromDays(days) : null,
        };
    }

    // Checks every key in any case, but opens the password file only when it is needed.
    private static MySqlSettings? ReadMySql(SettingsReader reader, bool isUsed, Func<string, string?> environment)
    {
        var mySql = new MySqlSettings(
            reader.Host("actorchat.storage.mysql.host"),
            reader.Integer("actorchat.storage.mysql.port", 1, 65535),
            reader.Name("actorchat.storage.mysql.database"),
            reader.Name("actorchat.storage.mysql.user"),
            reader.Optional(MySqlSettings.PasswordKey) ?? "",
            reader.OneOf("actorchat.storage.mysql.tls", MySqlSettings.TlsModes));
        var file = reader.Optional(PasswordFile.Key);
        if (!isUsed)
            return null;
        if (environment(MySqlSettings.PasswordVariable) is { Length: > 0 } password)
            return mySql with { Password = password, PasswordFrom = MySqlSettings.PasswordVariable };
        if (file is null)
            return mySql with { PasswordFrom = mySql.Password.Length > 0 ? MySqlSettings.PasswordKey : null };
        return mySql with
        {
            Password = PasswordFile.Read(file, error => reader.Fail(PasswordFile.Key, error)),
            PasswordFrom = $"{PasswordFile.Key} ('{file}')",
        };
    }

    private static TimeSpan ReadShutdownGrace(SettingsReader reader) =>
        reader.Duration("actorchat.shutdown-grace", MinDuration, reader.Duration(StopTimeoutKey, MinDuration, MaxStopTimeout));

    private static void CheckPorts(SettingsReader reader, IReadOnlyList<PortSettings> ports)
    {
        var open = ports.Where(port => port.Enabled).ToList();
        if (open.Count == 0)
            reader.Fail(texts => texts.NoPortEnabled);
        else if (open.Where(port => port.Port != 0).GroupBy(port => port).FirstOrDefault(same => same.Count() > 1) is { Key: var shared })
            reader.Fail(texts => texts.SamePort($"{shared.Hosts[0]}:{shared.Port}"));
    }

    private static void CheckLog(SettingsReader reader)
    {
        reader.OneOf(LogLevelKey, SettingsLoader.LogLevels);
        reader.OneOf(StdoutLogLevelKey, SettingsLoader.LogLevels);

        // Checked here, since the runtime silently starts without a logger that it cannot load.
        reader.Classes(LoggersKey);
    }
}
