using ActorChat.Server.Resources;

namespace ActorChat.Server.Configuration;

/// <summary>Every key of the server, with the bounds of its value; what each is for stands in <c>hocon/server.hocon</c>.</summary>
internal static class ServerSettingsReader
{
    /// <summary>The section of all keys here but those of the log's level.</summary>
    public const string Section = "actorchat";

    /// <summary>The key of the language.</summary>
    public const string LanguageKey = "actorchat.language";

    /// <summary>The key of the log's level.</summary>
    public const string LogLevelKey = "akka.loglevel";

    private const string StdoutLogLevelKey = "akka.stdout-loglevel";
    private const string LoggersKey = "akka.loggers";
    private const string StopTimeoutKey = "akka.coordinated-shutdown.phases.service-stop.timeout";
    private const int KiB = 1 << 10;
    private const int MiB = 1 << 20;
    private const int MostConnections = 1_000_000;

    // What is written at once, besides the line that fills a batch: a batch, or a page of nicknames. A cap below that would cut off
    // readers who are not slow.
    private const int LargestWrite = 256 * KiB, LongestListPage = 1000;

    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan LongestQuiet = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestNoticeInterval = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan ShortestPatience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPatience = TimeSpan.FromDays(1);

    // Half of it is left for an answer to the notice.
    private static readonly TimeSpan ShortestIdle = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan ShortestExport = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestExport = TimeSpan.FromHours(1);
    private static readonly TimeSpan ShortestKeepAlive = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestKeepAlive = TimeSpan.FromHours(9);
    private static readonly TimeSpan LongestKeepAliveInterval = TimeSpan.FromHours(1);
    private static readonly TimeSpan LongestStop = TimeSpan.FromMinutes(10);

    /// <summary>The settings; only of use when the reader has no error afterwards.</summary>
    /// <param name="reader">The settings.</param>
    /// <param name="environment">Gives the value of an environment variable; null when it is not set.</param>
    public static ServerSettings Read(SettingsReader reader, Func<string, string?> environment)
    {
        var settings = new ServerSettings(
            ReadLanguage(reader),
            ReadPort(reader, "actorchat.chat"),
            ReadPort(reader, "actorchat.confirmation"),
            reader.Duration("actorchat.framing.quiet-period", Shortest, LongestQuiet),
            ReadRoom(reader),
            ReadLimits(reader),
            ReadStorage(reader, environment),
            new LoggingSettings(reader.Optional("actorchat.logging.json-file")),
            new TelemetrySettings(
                reader.OptionalUrl("actorchat.telemetry.otlp-endpoint"),
                reader.Duration("actorchat.telemetry.interval", ShortestExport, LongestExport)),
            ReadShutdownGrace(reader));
        CheckPorts(reader, settings.Chat, settings.Confirmation);
        CheckLog(reader);
        return settings;
    }

    private static Language ReadLanguage(SettingsReader reader) =>
        Languages.TryParse(reader.OneOf(LanguageKey, Languages.Codes), out var language) ? language : Language.Spanish;

    private static PortSettings ReadPort(SettingsReader reader, string section) =>
        new(reader.Switch($"{section}.enabled"), reader.Hosts($"{section}.host"), reader.Port($"{section}.port"));

    private static RoomSettings ReadRoom(SettingsReader reader) => new(
        reader.Integer("actorchat.room.gather-notices-above", 0, MostConnections),
        reader.Duration("actorchat.room.notice-interval", Shortest, LongestNoticeInterval),
        reader.Integer("actorchat.room.list-page", 1, LongestListPage));

    private static LimitSettings ReadLimits(SettingsReader reader)
    {
        var maxLine = reader.Size("actorchat.limits.max-line", 16, MiB);
        return new LimitSettings(
            reader.Integer("actorchat.limits.max-connections", 1, MostConnections),
            maxLine,
            reader.Size("actorchat.limits.max-message", 16, 16 * MiB),
            reader.Size("actorchat.limits.max-queued", maxLine + LargestWrite, 1024 * MiB),
            reader.Integer("actorchat.limits.max-unconfirmed", 1, 100_000),
            reader.Integer("actorchat.limits.nickname-attempts", 1, 1000))
        {
            MaxConnectionsPerAddress = reader.Integer("actorchat.limits.max-connections-per-address", 0, MostConnections),
            AcceptsPerSecond = reader.Integer("actorchat.limits.accepts-per-second", 0, MostConnections),
            MessagesPerSecond = reader.Integer("actorchat.limits.messages-per-second", 0, 100_000),
            Burst = reader.Integer("actorchat.limits.burst", 1, 100_000),
            FloodTimeout = reader.DurationOrOff("actorchat.limits.flood-timeout", ShortestPatience, LongestPatience),
            NicknameTimeout = reader.DurationOrOff("actorchat.limits.nickname-timeout", ShortestPatience, LongestPatience),
            MessageTimeout = reader.DurationOrOff("actorchat.limits.message-timeout", ShortestPatience, LongestPatience),
            IdleTimeout = reader.DurationOrOff("actorchat.limits.idle-timeout", ShortestIdle, LongestPatience),
            StallTimeout = reader.DurationOrOff("actorchat.limits.stall-timeout", ShortestPatience, LongestPatience),
            KeepAlive = ReadKeepAlive(reader),
        };
    }

    // Linux knows no longer idle time, and the whole time in milliseconds has to fit.
    private static KeepAliveSettings ReadKeepAlive(SettingsReader reader) => new(
        reader.Duration("actorchat.limits.keep-alive.idle", ShortestKeepAlive, LongestKeepAlive),
        reader.Duration("actorchat.limits.keep-alive.interval", ShortestKeepAlive, LongestKeepAliveInterval),
        reader.Integer("actorchat.limits.keep-alive.probes", 1, 127));

    private static StorageSettings ReadStorage(SettingsReader reader, Func<string, string?> environment)
    {
        // The runtime reads the dispatchers, but in the middle of the start: their mistakes are better told before it.
        foreach (var dispatcher in StorageSettings.Dispatchers)
        {
            reader.Name($"{dispatcher}.type");
            reader.Integer($"{dispatcher}.throughput", 1, int.MaxValue);
        }

        var hasMessages = reader.OneOf("actorchat.storage.messages", StorageSettings.Stores) == "mysql";
        var hasUsers = reader.OneOf("actorchat.storage.users", StorageSettings.Stores) == "mysql";
        var mySql = ReadMySql(reader, hasMessages || hasUsers, environment);
        return new StorageSettings(
            reader.Name("actorchat.storage.sqlite.path"),
            reader.OneOf("actorchat.storage.sqlite.synchronous", StorageSettings.SynchronousModes),
            reader.Integer("actorchat.storage.max-batch", 1, 100_000),
            hasMessages ? mySql : null,
            hasUsers ? mySql : null);
    }

    // Every key is checked, used or not; but a file is only looked for where its password is needed.
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
        reader.Duration("actorchat.shutdown-grace", Shortest, reader.Duration(StopTimeoutKey, Shortest, LongestStop));

    private static void CheckPorts(SettingsReader reader, PortSettings chat, PortSettings confirmation)
    {
        if (!chat.Enabled && !confirmation.Enabled)
            reader.Fail(texts => texts.NoPortEnabled);
        else if (chat.Enabled && chat.Port != 0 && chat == confirmation)
            reader.Fail(texts => texts.SamePort($"{chat.Hosts[0]}:{chat.Port}"));
    }

    private static void CheckLog(SettingsReader reader)
    {
        reader.OneOf(LogLevelKey, SettingsLoader.LogLevels);
        reader.OneOf(StdoutLogLevelKey, SettingsLoader.LogLevels);

        // The runtime starts without a log when it cannot load one.
        reader.Classes(LoggersKey);
    }
}
