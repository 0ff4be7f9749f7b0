using System.Collections.Frozen;
using System.Text.RegularExpressions;
using ActorChat.Server.Configuration;
using ActorChat.Server.Configuration.Sources;
using ActorChat.Server.Resources;
using Akka.Configuration;

namespace ActorChat.Tests.Configuration;

/// <summary>What the server does without being told anything.</summary>
public sealed partial class BuiltInSettingsTests
{
    [Fact]
    public void The_defaults_are_the_documented_ones() => Assert.Equal(
        new ServerSettings(
            Language.Spanish,
            new PortSettings(true, ["127.0.0.1"], 1234),
            new PortSettings(true, ["127.0.0.1"], 5000),
            TimeSpan.FromMilliseconds(10),
            new RoomSettings(GatherNoticesAbove: 100, TimeSpan.FromSeconds(1), ListPage: 100) { ReplayNumbered = 20 },
            Limits,
            new AccountSettings(
                Required: false,
                AllowPlaintext: false,
                MinPassword: 6,
                HashMemory: 19 * 1024,
                HashPasses: 2,
                MaxWaitingMessages: 200,
                KeepWaitingMessages: TimeSpan.FromDays(30)),
            new StorageSettings("mensajes.db", "full", 1000, Messages: null, Users: null),
            new LoggingSettings(null),
            new TelemetrySettings(null, TimeSpan.FromSeconds(10), "loopback"),
            TimeSpan.FromSeconds(4))
        {
            ChatTls = new PortSettings(false, ["127.0.0.1"], 1235),
            ConfirmationTls = new PortSettings(false, ["127.0.0.1"], 5001),
            Tls = new TlsSettings(null, null, "off", null, TimeSpan.FromSeconds(10), 64),
            Web = new WebPortSettings(new PortSettings(true, ["127.0.0.1"], 8080), IsEncrypted: false, FrozenSet<string>.Empty),
        },
        Loading.Settings());

    private static LimitSettings Limits => new(
        MaxConnections: 10_000, MaxLine: 1024, MaxMessage: 4096, MaxQueued: 1 << 20, MaxUnconfirmed: 64, NicknameAttempts: 5)
    {
        MaxConnectionsPerAddress = 100,
        AcceptsPerSecond = 2000,
        MessagesPerSecond = 10,
        Burst = 20,
        FloodTimeout = TimeSpan.FromSeconds(60),
        NicknameTimeout = TimeSpan.FromSeconds(60),
        MessageTimeout = TimeSpan.FromSeconds(60),
        IdleTimeout = null,
        StallTimeout = TimeSpan.FromSeconds(30),
        CommandTimeout = TimeSpan.FromSeconds(5),
        MaxRoomsPerUser = 50,
        MaxRooms = 10_000,
        LoginAttempts = 10,
        LoginAttemptInterval = TimeSpan.FromSeconds(15),
        KeepAlive = new KeepAliveSettings(TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(15), 4),
    };

    [Fact]
    public void The_runtime_logs_through_the_server_and_leaves_the_end_of_the_process_to_it()
    {
        var config = Loading.Config();

        Assert.Equal(["ActorChat.Server.Logging.SerilogLogger, actorchat-server"], config.GetStringList("akka.loggers"));
        Assert.Equal("INFO", config.GetString("akka.loglevel", null));
        Assert.Equal("OFF", config.GetString("akka.stdout-loglevel", null));
        Assert.False(config.GetBoolean("akka.log-dead-letters", true));
        Assert.False(config.GetBoolean("akka.coordinated-shutdown.exit-clr", true));
        Assert.False(config.GetBoolean("akka.coordinated-shutdown.run-by-clr-shutdown-hook", true));
        Assert.False(config.GetBoolean("akka.coordinated-shutdown.run-by-actor-system-terminate", true));
        Assert.Equal(TimeSpan.FromSeconds(10), config.GetTimeSpan("akka.io.tcp.register-timeout", null));
        Assert.Equal(TimeSpan.FromSeconds(5), config.GetTimeSpan("akka.coordinated-shutdown.phases.service-stop.timeout", null));
    }

    [Theory]
    [InlineData("sqlite", "sqlite", true)]
    [InlineData("sqlite", "mysql", true)]
    [InlineData("mysql", "sqlite", true)]
    [InlineData("mysql", "mysql", false)]
    public void Messages_and_users_are_each_kept_where_the_settings_say(string messages, string users, bool usesFile)
    {
        var storage = Loading.Settings($"actorchat.storage.messages={messages}", $"actorchat.storage.users={users}").Storage;

        Assert.Equal((messages == "mysql", users == "mysql", usesFile), (storage.Messages is not null, storage.Users is not null, storage.UsesFile));
    }

    [Theory]
    [InlineData(StorageSettings.Dispatcher)]
    [InlineData(StorageSettings.ReadingDispatcher)]
    [InlineData(StorageSettings.SearchDispatcher)]
    [InlineData(StorageSettings.UsersDispatcher)]
    [InlineData(StorageSettings.AccountsDispatcher)]
    [InlineData(AccountSettings.Dispatcher)]
    public void What_blocks_on_storage_has_a_thread_of_its_own(string dispatcher)
    {
        Assert.Equal("PinnedDispatcher", Loading.Config().GetString($"{dispatcher}.type", null));
        Assert.Equal(1000, Loading.Config().GetInt($"{dispatcher}.throughput"));
    }

    [Fact]
    public void Every_key_and_section_has_a_comment_above_it()
    {
        var lines = BuiltInText().Split('\n').Select(line => line.Trim()).ToArray();
        var keys = Enumerable.Range(0, lines.Length).Where(at => Key().IsMatch(lines[at])).ToArray();

        Assert.True(keys.Length > 40, $"only {keys.Length} keys were found");
        // The comment of the root section is that of the file, with a line in between.
        Assert.All(keys, at => Assert.True(lines[at - 1].StartsWith('#') || lines[at] == "actorchat {", lines[at]));
    }

    // A list of lists fits no key, and only whoever reads a key can tell.
    [Fact]
    public void Every_key_is_read_and_checked() =>
        Assert.All(Keys(), key => Assert.Contains(
            key.EndsWith(".password", StringComparison.Ordinal) ? $" {key}: '***'" : $" {key}: '[", Loading.Refusal($"{key}=[[1, 2]]"), StringComparison.Ordinal));

    // The keys of single values, from the text itself.
    private static IEnumerable<string> Keys()
    {
        var builtIn = ConfigurationFactory.ParseString(BuiltInText());
        return Below(builtIn, "actorchat");
    }

    private static IEnumerable<string> Below(Akka.Configuration.Config config, string path) => config.GetValue(path)!.IsObject()
        ? config.GetConfig(path)!.AsEnumerable().SelectMany(item => Below(config, $"{path}.{item.Key}"))
        : [path];

    private static string BuiltInText() => BuiltInSettings.Source.Text;

    [GeneratedRegex(@"^[a-z-]+\s*[={]")]
    private static partial Regex Key();
}
