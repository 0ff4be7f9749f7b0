using ActorChat.Server.Storage;
using ActorChat.Server.Storage.Errors;

namespace ActorChat.Tests.Storage.Sqlite;

/// <summary>The contract on SQLite, and what tables made by hand may look like there.</summary>
public sealed class SqliteUserStoreTests : UserStoreContract, IDisposable
{
    private readonly TemporaryDatabase _temporary = new();

    [Theory]
    [InlineData("CREATE TABLE clientes (nickname, connected_at)")]
    [InlineData("CREATE TABLE clientes (nickname TEXT, connected_at TEXT)")]
    [InlineData("CREATE TABLE Clientes (connected_at TIMESTAMP NOT NULL, Nickname VARCHAR(20) NOT NULL UNIQUE)")]
    [InlineData("CREATE TABLE clientes (nickname TEXT PRIMARY KEY, connected_at DATETIME DEFAULT CURRENT_TIMESTAMP) WITHOUT ROWID")]
    [InlineData("CREATE TABLE clientes (id INTEGER NOT NULL PRIMARY KEY, nickname TEXT, connected_at TEXT, nota TEXT NOT NULL DEFAULT '', n AS (id))")]
    public void A_table_made_by_hand_is_used_and_not_altered(string sql)
    {
        _temporary.Execute(sql);

        using (var store = Open())
        {
            store.Upsert([new LastSeen("ana", new DateTime(2025, 9, 7, 12, 0, 0))]);
            store.Upsert([new LastSeen("ana", new DateTime(2025, 9, 7, 12, 0, 1))]);
        }

        Assert.Equal([("ana", "2025-09-07 12:00:01")], Stored());
        Assert.Equal([sql], _temporary.Query("SELECT sql FROM sqlite_master WHERE name = 'clientes' COLLATE NOCASE").Single());
    }

    [Fact]
    public void A_failure_in_the_middle_of_a_list_leaves_nothing_of_it()
    {
        _temporary.Execute("CREATE TABLE clientes (nickname TEXT PRIMARY KEY CHECK (nickname <> 'malo'), connected_at DATETIME NOT NULL)");
        using var store = Open();
        var now = new DateTime(2025, 9, 7, 12, 0, 0);

        var failure = Assert.Throws<WriteException>(() => store.Upsert([new LastSeen("ana", now), new LastSeen("malo", now)]));

        Assert.Equal(WriteError.UnfitValue, failure.Error);
        Assert.Empty(Stored());
    }

    [Fact]
    public void What_another_program_puts_into_our_table_is_the_users_own_row()
    {
        using var store = Open();
        store.Upsert([new LastSeen("ana", new DateTime(2025, 9, 7, 12, 0, 0))]);
        _temporary.Execute("INSERT INTO clientes (nickname, connected_at) VALUES ('Ana', '2025-09-07 12:00:01'), ('beto', '2025-09-07 12:00:01')");

        store.Upsert([new LastSeen("Ana", new DateTime(2025, 9, 7, 12, 0, 2)), new LastSeen("beto", new DateTime(2025, 9, 7, 12, 0, 2))]);

        Assert.Equal([("Ana", "2025-09-07 12:00:02"), ("beto", "2025-09-07 12:00:02")], Stored());
    }

    public void Dispose() => _temporary.Dispose();

    private protected override IUserStore Open() => _temporary.Database.OpenUsers();

    private protected override IReadOnlyList<(string Nickname, string ConnectedAt)> Stored() =>
        [.. _temporary.Query("SELECT nickname, CAST(connected_at AS TEXT) FROM clientes ORDER BY nickname")
            .Select(row => ((string)row[0]!, (string)row[1]!))];

    private protected override void MakeTableByHand(bool withKey) =>
        _temporary.Execute($"CREATE TABLE clientes (nickname VARCHAR(64){(withKey ? " PRIMARY KEY" : "")}, connected_at DATETIME)");

    private protected override void Execute(string sql) => _temporary.Execute(sql);

    private protected override IDisposable LockOut()
    {
        var other = _temporary.Connect();
        TemporaryDatabase.Execute(other, "BEGIN IMMEDIATE");
        return other;
    }
}
