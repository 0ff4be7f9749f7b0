using ActorChat.Server.Storage;
using ActorChat.Server.Storage.Errors;
using ActorChat.Server.Storage.MySql;

namespace ActorChat.Tests.Storage.MySql;

/// <summary>The contract on a real MariaDB server, and what tables made by hand may look like there.</summary>
[Collection(MariaDbFixture.Name)]
public sealed class MySqlUserStoreTests(MariaDbFixture fixture) : UserStoreContract, IDisposable
{
    private static readonly DateTime Noon = new(2025, 9, 7, 12, 0, 0);

    private readonly MySqlTestDatabase _temporary = fixture.NewDatabase();

    [Theory]
    [InlineData("CREATE TABLE clientes (nickname TEXT, connected_at TEXT)")]
    [InlineData("CREATE TABLE clientes (nickname VARCHAR(50) CHARACTER SET latin1, connected_at TIMESTAMP NULL)")]
    [InlineData("CREATE TABLE clientes (connected_at VARCHAR(30) NOT NULL, Nickname CHAR(20) NOT NULL UNIQUE)")]
    [InlineData("CREATE TABLE clientes (id INT AUTO_INCREMENT PRIMARY KEY, nickname VARCHAR(50) UNIQUE, connected_at DATETIME)")]
    [InlineData("CREATE TABLE clientes (id INT AUTO_INCREMENT PRIMARY KEY, nickname VARCHAR(50), connected_at DATETIME(6))")]
    [InlineData("CREATE TABLE clientes (nickname VARCHAR(50), connected_at DATETIME, PRIMARY KEY (nickname, connected_at))")]
    [InlineData("CREATE TABLE clientes (nickname VARCHAR(50), connected_at DATETIME, UNIQUE (nickname(2)))")]
    [InlineData("CREATE TABLE clientes (nickname VARCHAR(50) PRIMARY KEY, connected_at DATETIME UNIQUE)")]
    [InlineData("CREATE TABLE clientes (nickname VARCHAR(50), connected_at DATETIME) ENGINE = MyISAM")]
    [InlineData("CREATE TABLE clientes (clave INT NOT NULL DEFAULT 0, nickname VARCHAR(50), connected_at DATETIME, clase ENUM('a', 'b') NOT NULL, n INT AS (clave) STORED)")]
    public void A_table_made_by_hand_is_used_and_not_altered(string sql)
    {
        _temporary.Execute(sql);
        var before = _temporary.Query("SHOW CREATE TABLE clientes").Single()[1];

        using (var store = Open())
        {
            store.Upsert([new LastSeen("ana", Noon), new LastSeen("beto", Noon.AddSeconds(5))]);
            store.Upsert([new LastSeen("ana", Noon.AddSeconds(1))]);
        }

        Assert.Equal([("ana", "2025-09-07 12:00:01"), ("beto", "2025-09-07 12:00:05")], Stored());
        Assert.Equal(WithoutCounter(before), WithoutCounter(_temporary.Query("SHOW CREATE TABLE clientes").Single()[1]));
    }

    // A smaller type only shows it sooner.
    [Fact]
    public void Visits_of_known_users_use_up_no_number_and_go_on_when_all_are_used_up()
    {
        _temporary.Execute("CREATE TABLE clientes (id TINYINT AUTO_INCREMENT PRIMARY KEY, nickname VARCHAR(50) NOT NULL UNIQUE, connected_at DATETIME)");
        using var store = Open();
        store.Upsert([new LastSeen("ana", Noon), new LastSeen("beto", Noon)]);
        for (var visit = 1; visit <= 130; visit++)
            store.Upsert([new LastSeen("ana", Noon), new LastSeen("Beto", Noon)]);
        Assert.Equal(["1", "2"], _temporary.Query("SELECT id FROM clientes ORDER BY id").Select(row => row[0]));
        store.Upsert([new LastSeen("carla", Noon)]);
        Assert.Equal("3", _temporary.Query("SELECT id FROM clientes WHERE nickname = 'carla'").Single()[0]);

        _temporary.Execute("UPDATE clientes SET id = 127 WHERE id = 3");
        var failure = Assert.Throws<WriteException>(() => store.Upsert([new LastSeen("ana", Noon.AddSeconds(1)), new LastSeen("dora", Noon)]));
        Assert.Equal(WriteError.UnfitValue, failure.Error);
        store.Upsert([new LastSeen("ana", Noon.AddSeconds(2))]);
        Assert.Contains(("ana", "2025-09-07 12:00:02"), Stored());
    }

    [Fact]
    public void A_largest_number_that_is_used_up_keeps_only_newcomers_out()
    {
        _temporary.Execute("CREATE TABLE clientes (id BIGINT UNSIGNED AUTO_INCREMENT PRIMARY KEY, nickname VARCHAR(50), connected_at DATETIME)");
        _temporary.Execute("INSERT INTO clientes VALUES (18446744073709551615, 'ana', '2025-01-01')");
        using var store = Open();

        Assert.Equal(WriteError.UnfitValue, Assert.Throws<WriteException>(() => store.Upsert([new LastSeen("beto", Noon)])).Error);
        store.Upsert([new LastSeen("ana", Noon)]);
        Assert.Equal([("ana", "2025-09-07 12:00:00")], Stored());
    }

    [Fact]
    public void A_trigger_that_refuses_a_nickname_refuses_only_that()
    {
        _temporary.Execute("CREATE TABLE clientes (nickname VARCHAR(50), connected_at DATETIME)");
        _temporary.Execute("""
            CREATE TRIGGER sin_malos BEFORE INSERT ON clientes FOR EACH ROW
            BEGIN IF NEW.nickname = 'malo' THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'no'; END IF; END
            """);
        using var store = Open();

        Assert.Equal(WriteError.UnfitValue, Assert.Throws<WriteException>(() => store.Upsert([new LastSeen("malo", Noon)])).Error);
        store.Upsert([new LastSeen("ana", Noon)]);
        Assert.Single(Stored());
    }

    [Theory]
    [InlineData("CREATE TABLE clientes (nickname VARCHAR(3) PRIMARY KEY, connected_at DATETIME NOT NULL)")]
    [InlineData("CREATE TABLE clientes (nickname VARCHAR(3), connected_at DATETIME NOT NULL)")]
    public void A_nickname_that_does_not_fit_fails_as_unfit_and_leaves_nothing_of_its_list(string sql)
    {
        _temporary.Execute(sql);
        using var store = Open();

        var failure = Assert.Throws<WriteException>(() => store.Upsert([new LastSeen("ana", Noon), new LastSeen("beto", Noon)]));

        Assert.Equal(WriteError.UnfitValue, failure.Error);
        Assert.Empty(Stored());
        store.Upsert([new LastSeen("ana", Noon)]);
        Assert.Single(Stored());
    }

    [Fact]
    public void A_long_list_is_stored_whole()
    {
        using var store = Open();
        store.Upsert([.. Enumerable.Range(0, 2001).Select(i => new LastSeen($"n{i:D4}", Noon))]);

        Assert.Equal(2001, Stored().Count);
    }

    [Fact]
    public void A_connection_that_the_server_closed_is_replaced()
    {
        using var store = Open();
        store.Upsert([new LastSeen("ana", Noon)]);
        _temporary.CloseConnections();

        var failure = Assert.Throws<WriteException>(() => store.Upsert([new LastSeen("beto", Noon)]));
        Assert.Equal(WriteError.Unreachable, failure.Error);
        store.Upsert([new LastSeen("carla", Noon)]);

        Assert.Equal(["ana", "carla"], Stored().Select(row => row.Nickname));
    }

    [Fact]
    public void A_closed_store_leaves_no_connection_behind()
    {
        using (var store = Open())
            store.Upsert([new LastSeen("ana", Noon)]);

        // The server notices the end of a connection when its thread looks.
        Assert.True(SpinWait.SpinUntil(() => _temporary.Connections().Count == 0, TestTimeout.Limit));
    }

    public void Dispose() => _temporary.Dispose();

    private protected override IUserStore Open() =>
        new MySqlDatabase(_temporary.Options with { CommandTimeout = TimeSpan.FromSeconds(2) }).OpenUsers();

    private protected override IReadOnlyList<(string Nickname, string ConnectedAt)> Stored() =>
        [.. _temporary.Query("SELECT nickname, SUBSTR(CAST(connected_at AS CHAR), 1, 19) FROM clientes ORDER BY BINARY nickname")
            .Select(row => (row[0]!, row[1]!))];

    private protected override void MakeTableByHand(bool withKey) =>
        _temporary.Execute($"CREATE TABLE clientes (nickname VARCHAR(64){(withKey ? " PRIMARY KEY" : "")}, connected_at DATETIME)");

    private protected override void Execute(string sql) => _temporary.Execute(sql);

    private protected override IDisposable LockOut()
    {
        var other = _temporary.Connect();
        other.Execute("LOCK TABLES clientes READ");
        return other;
    }

    private static string WithoutCounter(string? sql) => System.Text.RegularExpressions.Regex.Replace(sql!, "AUTO_INCREMENT=[0-9]+ ", "");
}
