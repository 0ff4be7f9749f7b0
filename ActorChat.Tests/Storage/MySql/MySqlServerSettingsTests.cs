using ActorChat.Server.Storage;
using ActorChat.Server.Storage.Errors;

namespace ActorChat.Tests.Storage.MySql;

/// <summary>Servers whose settings would spoil what is written, if the session did not ask for its own.</summary>
[Collection(MariaDbFixture.Name)]
public sealed class MySqlServerSettingsTests(MariaDbFixture fixture) : IDisposable
{
    private const string Zone = "Prueba/Hueco";

    // For five letters of latin1.
    private static readonly string[] Unfit = ["maximiliano", "maximo", "漢字", "日本", "\U00010400"];

    private readonly MySqlTestDatabase _temporary = fixture.NewDatabase();

    [Theory]
    [InlineData("")]
    [InlineData("NO_ENGINE_SUBSTITUTION")]
    [InlineData("NO_BACKSLASH_ESCAPES,ANSI_QUOTES,PIPES_AS_CONCAT,PAD_CHAR_TO_FULL_LENGTH")]
    public void A_server_that_is_not_strict_cuts_no_nickname_and_makes_no_two_users_one(string mode)
    {
        _temporary.Execute("CREATE TABLE clientes (nickname CHAR(5) CHARACTER SET latin1 PRIMARY KEY, connected_at DATETIME NOT NULL)");
        With("sql_mode", mode, () =>
        {
            using var store = _temporary.Database.OpenUsers();
            foreach (var nickname in Unfit)
                AssertUnfit(store, nickname);
            store.Upsert([Seen("a\\'na")]);
            _temporary.CloseConnections();
            Assert.Throws<WriteException>(() => store.Upsert([Seen("beto")]));
            AssertUnfit(store, "maximiliano");
            store.Upsert([Seen("beto"), Seen("BETO")]);
        });

        Assert.Equal(["a\\'na", "beto"], Nicknames());
    }

    // NO_ZERO_DATE, which servers that are strict by default have too, would refuse every row.
    [Fact]
    public void A_column_whose_default_is_the_zero_date_is_none_of_our_business()
    {
        _temporary.Execute("SET SESSION sql_mode = ''");
        _temporary.Execute("""
            CREATE TABLE clientes (nickname VARCHAR(20), connected_at DATETIME,
                alta DATETIME NOT NULL DEFAULT '0000-00-00', vista TIMESTAMP NOT NULL DEFAULT '0000-00-00')
            """);
        using var store = _temporary.Database.OpenUsers();

        store.Upsert([Seen("ana")]);
        store.Upsert([Seen("ana")]);

        Assert.Equal(["ana"], Nicknames());
    }

    [Theory]
    [InlineData("TIMESTAMP NULL", "2026-03-29 02:30:00 +00:00")]
    [InlineData("TIMESTAMP NULL", "2026-03-29 02:30:00 -05:00")]
    [InlineData("TIMESTAMP(3) NULL", "2026-10-25 02:30:00 +01:00")]
    [InlineData("TIMESTAMP NULL", "2026-03-29 02:30:00 +14:00")]
    [InlineData("DATETIME", "2026-03-29 02:30:00 +00:00")]
    public void No_visit_is_lost_in_the_gap_of_the_servers_time_zone(string type, string at)
    {
        var seen = DateTimeOffset.Parse(at, CultureInfo.InvariantCulture);
        _temporary.Execute($"CREATE TABLE clientes (nickname VARCHAR(20), connected_at {type})");
        MakeZoneWithGap();
        With("time_zone", Zone, () =>
        {
            using var store = _temporary.Database.OpenUsers();
            store.Upsert([new LastSeen("ana", seen)]);
            _temporary.CloseConnections();
            Assert.Throws<WriteException>(() => store.Upsert([new LastSeen("beto", seen)]));
            store.Upsert([new LastSeen("beto", seen), new LastSeen("carla", seen)]);
        });

        // A TIMESTAMP is the moment, wherever it is read; other types have the time of the clock beside which the chat ran.
        var expected = type == "DATETIME" ? "2026-03-29 02:30:00" : seen.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
        _temporary.Execute("SET SESSION time_zone = '+00:00'");
        var read = _temporary.Query("SELECT SUBSTR(CAST(connected_at AS CHAR), 1, 19) FROM clientes");
        Assert.Equal([expected, expected, expected], read.Select(row => row[0]));
    }

    public void Dispose() => _temporary.Dispose();

    private static LastSeen Seen(string nickname) => new(nickname, new DateTime(2025, 9, 7, 12, 0, 0));

    private static void AssertUnfit(IUserStore store, string nickname) =>
        Assert.Equal(WriteError.UnfitValue, Assert.Throws<WriteException>(() => store.Upsert([Seen(nickname)])).Error);

    private IEnumerable<string?> Nicknames() => _temporary.Query("SELECT nickname FROM clientes ORDER BY nickname").Select(row => row[0]);

    // Tests on this server run one after the other.
    private void With(string variable, string value, Action work)
    {
        var before = _temporary.Query($"SELECT @@GLOBAL.{variable}").Single()[0];
        _temporary.Execute($"SET GLOBAL {variable} = '{value}'");
        try
        {
            work();
        }
        finally
        {
            _temporary.Execute($"SET GLOBAL {variable} = '{before}'");
        }
    }

    // Like that of Madrid in 2026: 2 o'clock is 3 o'clock on 29 March, 3 is 2 on 25 October. The tables of zones are empty in a new server.
    private void MakeZoneWithGap()
    {
        if (_temporary.Query($"SELECT 1 FROM mysql.time_zone_name WHERE name = '{Zone}'").Count > 0)
            return;
        _temporary.Execute("INSERT INTO mysql.time_zone (use_leap_seconds) VALUES ('N')");
        var id = _temporary.Query("SELECT MAX(time_zone_id) FROM mysql.time_zone").Single()[0];
        _temporary.Execute($"INSERT INTO mysql.time_zone_transition_type VALUES ({id}, 0, 3600, 0, 'CET'), ({id}, 1, 7200, 1, 'CEST')");
        foreach (var (at, type) in new[] { ("2026-03-29T01:00:00Z", 1), ("2026-10-25T01:00:00Z", 0) })
        {
            var seconds = DateTimeOffset.Parse(at, CultureInfo.InvariantCulture).ToUnixTimeSeconds();
            _temporary.Execute($"INSERT INTO mysql.time_zone_transition VALUES ({id}, {seconds}, {type})");
        }

        _temporary.Execute($"INSERT INTO mysql.time_zone_name VALUES ('{Zone}', {id})");
    }
}
