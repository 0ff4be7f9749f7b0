using ActorChat.Server.Resources;
using ActorChat.Server.Storage;
using ActorChat.Server.Storage.MySql;

namespace ActorChat.Tests.Storage.MySql;

/// <summary>Our table as an earlier version left it, and tables that only look like it.</summary>
[Collection(MariaDbFixture.Name)]
public sealed class MySqlUserMigrationTests(MariaDbFixture fixture) : IDisposable
{
    private const string FirstVersion = """
        CREATE TABLE clientes (nickname VARCHAR(64) PRIMARY KEY, connected_at DATETIME NOT NULL) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin
        """;

    private const string Spellings = """
        INSERT INTO clientes (nickname, connected_at) VALUES ('ana', '2025-01-01 10:00:00'), ('ANA', '2025-03-01 10:00:00'),
        ('Ana', '2025-02-01 10:00:00'), ('aná', '2025-01-01 10:00:00'), ('ＢＥＴＯ', '2025-01-01 10:00:00'), ('beto', '2025-01-02 10:00:00')
        """;

    private static readonly DateTime Noon = new(2025, 9, 7, 12, 0, 0);

    private readonly MySqlTestDatabase _temporary = fixture.NewDatabase();

    // Also where the server was killed in the middle of the step.
    [Theory]
    [InlineData("SELECT 1")]
    [InlineData("ALTER TABLE clientes ADD COLUMN nickname_folded VARCHAR(191) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin")]
    public void Of_several_spellings_of_one_nickname_the_last_that_was_seen_stays(string already)
    {
        _temporary.Execute(FirstVersion);
        _temporary.Execute(Spellings);
        _temporary.Execute(already);

        using var store = _temporary.Database.OpenUsers();

        Assert.Null(store.Caution);
        Assert.Equal([["ANA", "2025-03-01"], ["aná", "2025-01-01"], ["beto", "2025-01-02"]], Stored());
        store.Upsert([new LastSeen("Ana", Noon), new LastSeen("Beto", Noon)]);
        Assert.Equal([["Ana", "2025-09-07"], ["Beto", "2025-09-07"], ["aná", "2025-01-01"]], Stored());
        Assert.Equal("1", _temporary.Query("SELECT COUNT(*) FROM information_schema.statistics WHERE table_schema = DATABASE() AND column_name = 'nickname_folded'").Single()[0]);
    }

    [Fact]
    public async Task Several_servers_may_start_at_the_same_time()
    {
        _temporary.Execute(FirstVersion);
        _temporary.Execute(Spellings);

        var stores = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(_temporary.Database.OpenUsers)));

        Assert.All(stores, store => store.Upsert([new LastSeen("Ana", Noon)]));
        Assert.Equal([["Ana", "2025-09-07"], ["aná", "2025-01-01"], ["beto", "2025-01-02"]], Stored());
        Array.ForEach(stores, store => store.Dispose());
    }

    [Theory]
    [InlineData("CREATE TABLE clientes (nickname VARCHAR(64) PRIMARY KEY, connected_at DATETIME NOT NULL, nota TEXT) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin")]
    [InlineData("CREATE TABLE clientes (nickname VARCHAR(50) PRIMARY KEY, connected_at DATETIME NOT NULL) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin")]
    [InlineData("CREATE TABLE clientes (nickname VARCHAR(64), connected_at DATETIME NOT NULL) CHARACTER SET utf8mb4")]
    [InlineData("CREATE TABLE clientes (nickname VARCHAR(64) PRIMARY KEY, connected_at DATETIME NOT NULL) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin COMMENT 'mía'")]
    public void A_table_made_by_hand_is_neither_altered_nor_merged(string sql)
    {
        _temporary.Execute(sql);
        _temporary.Execute(Spellings);
        var before = _temporary.Query("SHOW CREATE TABLE clientes").Single()[1];

        using (var store = _temporary.Database.OpenUsers())
            store.Upsert([new LastSeen("ANA", Noon)]);

        Assert.Equal(6, Stored().Count);
        Assert.Equal(before, _temporary.Query("SHOW CREATE TABLE clientes").Single()[1]);
    }

    [Theory]
    [InlineData("SELECT, INSERT, UPDATE, CREATE")]
    [InlineData("SELECT, INSERT, UPDATE, DELETE, CREATE")]
    public void Without_the_right_to_join_the_spellings_the_table_is_used_as_it_is_and_the_log_says_what_is_missing(string rights)
    {
        _temporary.Execute(FirstVersion);
        _temporary.Execute(Spellings);
        using var store = new MySqlDatabase(_temporary.OptionsWith(rights)).OpenUsers();
        store.Upsert([new LastSeen("Ana", Noon), new LastSeen("carla", Noon)]);

        Assert.Contains("Concede ALTER y DELETE sobre clientes", store.Caution!(Texts.For(Language.Spanish)), StringComparison.Ordinal);
        Assert.Equal(7, Stored().Count);
    }

    [Fact]
    public void What_another_program_puts_into_our_table_is_the_users_own_row()
    {
        using var store = _temporary.Database.OpenUsers();
        store.Upsert([new LastSeen("ana", Noon.AddDays(-1))]);
        _temporary.Execute("INSERT INTO clientes (nickname, connected_at) VALUES ('Ana', '2025-01-01'), ('beto', '2025-01-01')");

        store.Upsert([new LastSeen("Ana", Noon), new LastSeen("BETO", Noon), new LastSeen("beto", Noon)]);

        Assert.Equal([["Ana", "2025-09-07"], ["ana", "2025-09-06"], ["beto", "2025-09-07"]], Stored());
        store.Upsert([new LastSeen("ANA", Noon.AddDays(1))]);
        Assert.Equal([["ANA", "2025-09-08"], ["ana", "2025-09-06"], ["beto", "2025-09-07"]], Stored());
    }

    public void Dispose() => _temporary.Dispose();

    private IReadOnlyList<string?[]> Stored() =>
        _temporary.Query("SELECT nickname, CAST(DATE(connected_at) AS CHAR) FROM clientes ORDER BY BINARY nickname");
}
