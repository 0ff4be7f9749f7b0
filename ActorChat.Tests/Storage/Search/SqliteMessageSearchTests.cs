using ActorChat.Server.Storage;
using ActorChat.Server.Storage.Errors;
using ActorChat.Server.Storage.Search;
using ActorChat.Server.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace ActorChat.Tests.Storage.Search;

/// <summary>The contract on SQLite, and what becomes of the file of the index.</summary>
public sealed class SqliteMessageSearchTests : MessageSearchContract, IDisposable
{
    private readonly TemporaryDatabase _temporary = new();

    private string Index => SqliteSearchIndex.PathOf(_temporary.File);

    [Fact]
    public void A_closed_index_is_one_file_that_nobody_may_read_who_may_not_read_the_database()
    {
        using (OpenStore())
        {
        }

        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(_temporary.File, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        using (var search = OpenSearch(create: true)!)
            search.CatchUp(1);

        Assert.Equal(["mensajes.db", "mensajes.db-busqueda"], _temporary.Snapshot().Keys.Order());
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Index));
    }

    [Theory]
    [InlineData("")]
    [InlineData("esto no es una base de datos: es un texto largo, más largo que la cabecera de SQLite, que tiene cien bytes; y aún más largo")]
    public void A_file_that_is_no_index_is_made_anew(string content)
    {
        Store(("general", "hola"));
        File.WriteAllText(Index, content);
        using var search = OpenSearch(create: false)!;

        Assert.Equal(1, search.CatchUp(10));
        Assert.Single(Find(search, "hola"));
    }

    [Fact]
    public void An_index_of_another_version_is_made_anew()
    {
        Store(("general", "hola"));
        OpenSearch(create: true)!.Dispose();
        using (var other = Connect())
            TemporaryDatabase.Execute(other, "DROP TABLE palabras; PRAGMA user_version = 7");
        using var search = OpenSearch(create: false)!;

        Assert.Equal(1, search.CatchUp(10));
        Assert.Single(Find(search, "hola"));
    }

    [Fact]
    public void An_index_that_turns_out_to_be_damaged_is_made_anew()
    {
        Store([.. Enumerable.Range(1, 2000).Select(i => ("general", $"hola {i} {i * 7919}"))]);
        using (var search = OpenSearch(create: true)!)
            search.CatchUp(10_000);
        using (var file = File.OpenWrite(Index))
        {
            for (file.Position = 3 * 4096; file.Position < file.Length;)
                file.Write(Encoding.ASCII.GetBytes(new string('x', 4096)));
        }

        Assert.IsType<OpenError.Damaged>(Assert.Throws<OpenException>(() =>
        {
            using var damaged = OpenSearch(create: false)!;
            Find(damaged, "hola");
        }).Error);
        using var again = OpenSearch(create: true)!;
        Assert.Equal(1, again.CatchUp(10_000));
        Assert.Equal(1000, Find(again, "hola").Count);
    }

    [Fact]
    public void An_index_that_is_deleted_in_use_is_noticed_and_made_anew()
    {
        Store(("general", "hola"));
        using (var search = OpenSearch(create: true)!)
        {
            File.Delete(Index);
            Assert.Throws<OpenException>(() => search.CatchUp(10));
        }

        using var again = OpenSearch(create: true)!;
        Assert.Equal(1, again.CatchUp(10));
        Assert.Single(Find(again, "hola"));
    }

    [Fact]
    public void A_search_that_takes_too_long_ends_and_the_next_one_works()
    {
        Store([.. Enumerable.Range(1, 100_000).Select(i => ("general", i % 2 == 0 ? "par" : "impar"))]);
        using var search = Open();

        Assert.Throws<TimeoutException>(() => search.Find(Query("par impar"), 20, TimeSpan.Zero));
        Assert.Equal(20, Find(search, "par", count: 20).Count);
    }

    [Fact]
    public void No_commit_waits_for_the_index()
    {
        using var store = OpenStore();
        store.Append([Sample.Message("hola", 1)]);
        using var search = OpenSearch(create: true)!;
        search.CatchUp(10);
        using var other = Connect();
        TemporaryDatabase.Execute(other, "BEGIN IMMEDIATE");

        store.Append([Sample.Message("hola", 2)]);
        Assert.IsType<OpenError.Locked>(Assert.Throws<OpenException>(() => search.CatchUp(10)).Error);
        Assert.Single(Find(search, "hola"));
        TemporaryDatabase.Execute(other, "ROLLBACK");
        Assert.Equal(1, search.CatchUp(10));
        Assert.Equal(2, Find(search, "hola").Count);
    }

    public void Dispose() => _temporary.Dispose();

    private protected override IMessageStore OpenStore() => _temporary.Database.OpenMessages();

    private protected override IMessageSearch? OpenSearch(bool create) => _temporary.Database.OpenSearch(create);

    private protected override void Execute(string sql) => _temporary.Execute(sql);

    private protected override long CountIndexed()
    {
        using var connection = Connect();
        return (long)TemporaryDatabase.Query(connection, "SELECT count(*) FROM palabras_docsize")[0][0]!;
    }

    private SqliteConnection Connect()
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Index, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }
}
