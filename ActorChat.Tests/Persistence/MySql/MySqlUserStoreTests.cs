using ActorChat.Server.Persistence;
using ActorChat.Server.Persistence.MySql;
using Xunit;

namespace ActorChat.Tests.Persistence.MySql;

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
    public void A_table_made_by_hand_is_used_and_not_altered(string sql)
    {
        _temporary.Execute(sql);
        var before = _temporary.Query("SHOW CREATE TABLE clientes").Single()[1];

        using (var store = Open())
        {
            store.Upsert([new UserSighting("ana", Noon), new UserSighting("beto", Noon.AddSeconds(5))]);
            store.Upsert([new UserSighting("ana", Noon.AddSeconds(1))]);
        }

        Assert.Equal([("ana", "2025-09-07 12:00:01"), ("beto", "2025-09-07 12:00:05")], Stored());
        Assert.Equal(WithoutCounter(before), WithoutCounter(_temporary.Query("SHOW CREATE TABLE clientes").Single()[1]));
    }

    [Fact]
    public void Our_own_table_tells_spellings_apart_as_SQLite_does()
    {
        using var store = Open();
        store.Upsert([new UserSighting("ana", Noon), new UserSighting("Ana", Noon), new UserSighting("aná", Noon)]);

        Assert.Equal(["Ana", "ana", "aná"], Stored().Select(row => row.Nickname));
    }

    [Theory]
    [InlineData("CREATE TABLE clientes (nickname VARCHAR(3) PRIMARY KEY, connected_at DATETIME NOT NULL)")]
    [InlineData("CREATE TABLE clientes (nickname VARCHAR(3), connected_at DATETIME NOT NULL)")]
    public void A_nickname_that_does_not_fit_fails_as_unfit_and_leaves_nothing_of_its_list(string sql)
    {
        _temporary.Execute(sql);
        using var store = Open();

        var failure = Assert.Throws<StorageException>(() => store.Upsert([new UserSighting("ana", Noon), new UserSighting("beto", Noon)]));

        Assert.Equal(StorageFailure.UnfitValue, failure.Failure);
        Assert.Empty(Stored());
        store.Upsert([new UserSighting("ana", Noon)]);
        Assert.Single(Stored());
    }

    [Fact]
    public void A_long_list_is_stored_whole()
    {
        using var store = Open();
        store.Upsert([.. Enumerable.Range(0, 2001).Select(i => new UserSighting($"n{i:D4}", Noon))]);

        Assert.Equal(2001, Stored().Count);
    }

    [Fact]
    public void A_connection_that_the_server_closed_is_replaced()
    {
        using var store = Open();
        store.Upsert([new UserSighting("ana", Noon)]);
        foreach (var other in _temporary.Query($"SELECT id FROM information_schema.processlist WHERE db = DATABASE() AND id <> CONNECTION_ID()"))
            _temporary.Execute($"KILL {other[0]}");

        var failure = Assert.Throws<StorageException>(() => store.Upsert([new UserSighting("beto", Noon)]));
        Assert.Equal(StorageFailure.Unreachable, failure.Failure);
        store.Upsert([new UserSighting("carla", Noon)]);

        Assert.Equal(["ana", "carla"], Stored().Select(row => row.Nickname));
    }

    [Fact]
    public void A_closed_store_leaves_no_connection_behind()
    {
        using (var store = Open())
            store.Upsert([new UserSighting("ana", Noon)]);

        // The server notices the end of a connection when its thread looks.
        Assert.True(SpinWait.SpinUntil(
            () => _temporary.Query("SELECT COUNT(*) FROM information_schema.processlist WHERE db = DATABASE()").Single()[0] == "1", EndToEndPatience));
    }

    public void Dispose() => _temporary.Dispose();

    private protected override IUserStore Open() =>
        new MySqlDatabase(_temporary.Options with { CommandTimeout = TimeSpan.FromSeconds(2) }).OpenUsers();

    private protected override IReadOnlyList<(string Nickname, string ConnectedAt)> Stored() =>
        [.. _temporary.Query("SELECT nickname, SUBSTR(CAST(connected_at AS CHAR), 1, 19) FROM clientes ORDER BY BINARY nickname")
            .Select(row => (row[0]!, row[1]!))];

    private protected override void MakeTableByHand(bool withKey) =>
        _temporary.Execute($"CREATE TABLE clientes (nickname VARCHAR(64){(withKey ? " PRIMARY KEY" : "")}, connected_at DATETIME)");

    private protected override IDisposable LockOut()
    {
        var other = _temporary.Connect();
        other.Execute("LOCK TABLES clientes READ");
        return other;
    }

    private static TimeSpan EndToEndPatience => Client.Support.Patience.Limit;

    private static string WithoutCounter(string? sql) => System.Text.RegularExpressions.Regex.Replace(sql!, "AUTO_INCREMENT=[0-9]+ ", "");
}
