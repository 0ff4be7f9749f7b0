using ActorChat.Server.Storage;
using ActorChat.Server.Storage.Errors;
using ActorChat.Server.Storage.Sql;
using ActorChat.Server.Storage.Sqlite;

namespace ActorChat.Tests.Storage.Sqlite;

/// <summary>New files, files of the seed server, and files of other versions.</summary>
public sealed class SqliteMigrationTests : IDisposable
{
    private readonly TemporaryDatabase _temporary = new();

    [Fact]
    public void A_new_file_gets_both_tables_and_our_version()
    {
        _temporary.Database.OpenMessages().Dispose();

        Assert.Equal([MessageTable.Known], _temporary.Query("PRAGMA user_version").Single());
        Assert.Equal(["wal"], _temporary.Query("PRAGMA journal_mode").Single());
        Assert.Equal(
            ["id", "contenido", "fecha_envio", "ip_cliente", "autor", "sala", "numero", "instante", "marca"],
            _temporary.Query("SELECT name FROM pragma_table_info('mensajes')").Select(row => row[0]));
        Assert.Equal(
            [["nickname", "VARCHAR(64)", 1L], ["connected_at", "DATETIME", 0L], ["nickname_folded", "TEXT", 0L]],
            _temporary.Query("SELECT name, type, pk FROM pragma_table_info('clientes')"));
    }

    [Fact]
    public void The_users_alone_make_a_complete_file_too()
    {
        _temporary.Database.OpenUsers().Dispose();

        using var messages = _temporary.Database.OpenMessages();
        messages.Append([Sample.Message("hola", 1)]);
    }

    [Theory]
    [InlineData("id INTEGER PRIMARY KEY AUTOINCREMENT, contenido TEXT NOT NULL, fecha_envio TEXT NOT NULL, ip_cliente TEXT NOT NULL")]
    [InlineData("id INTEGER PRIMARY KEY, contenido TEXT, fecha_envio DATETIME DEFAULT CURRENT_TIMESTAMP, ip_cliente VARCHAR(45)")]
    [InlineData("ID integer primary key, Contenido VARCHAR(255), Fecha_Envio TIMESTAMP, IP_Cliente CHAR(15)")]
    [InlineData("ip_cliente, fecha_envio, contenido, id INTEGER NOT NULL, PRIMARY KEY (id)")]
    public void A_file_of_the_seed_server_is_taken_over_whole(string columns)
    {
        _temporary.Execute($"CREATE TABLE mensajes ({columns})");
        _temporary.Execute(
            """
            INSERT INTO mensajes (id, contenido, fecha_envio, ip_cliente)
            VALUES (1, 'uno', '2024-01-01T00:00:00', '127.0.0.1'), (7, 'siete ñ', '2024-01-02 00:00:00', '10.0.0.1')
            """);

        using (var store = _temporary.Database.OpenMessages())
            store.Append([Sample.Message("nuevo", 1)]);

        Assert.Equal(
            [
                new StoredMessage(1, "uno", "2024-01-01T00:00:00", "127.0.0.1", null, null),
                new StoredMessage(7, "siete ñ", "2024-01-02 00:00:00", "10.0.0.1", null, null),
                new StoredMessage(8, "nuevo", "2025-09-07T12:00:00", "127.0.0.1", "ana", "general"),
            ],
            _temporary.Messages());
        AssertSeedGoesOn();
        Assert.Equal([MessageTable.Known], _temporary.Query("PRAGMA user_version").Single());
    }

    [Fact]
    public void Whatever_else_the_file_holds_stays()
    {
        MakeSeedTable();
        _temporary.Execute(
            """
            ALTER TABLE mensajes ADD COLUMN nota TEXT DEFAULT 'mía';
            CREATE INDEX por_fecha ON mensajes (fecha_envio);
            CREATE TABLE otra (x);
            INSERT INTO otra VALUES (42);
            """);

        _temporary.Database.OpenMessages().Dispose();

        Assert.Equal([42L], _temporary.Query("SELECT x FROM otra").Single());
        Assert.Equal(["mía"], _temporary.Query("SELECT nota FROM mensajes").Single());
        Assert.Single(_temporary.Query("SELECT 1 FROM sqlite_master WHERE name = 'por_fecha'"));
    }

    [Fact]
    public void A_column_that_is_there_already_is_not_added_again()
    {
        MakeSeedTable();
        _temporary.Execute("ALTER TABLE mensajes ADD COLUMN Autor TEXT");

        using var store = _temporary.Database.OpenMessages();

        store.Append([Sample.Message("dos", 1)]);
        Assert.Equal([[null], ["ana"]], _temporary.Query("SELECT autor FROM mensajes ORDER BY id"));
    }

    // Of every version: what it holds is numbered, and the seed's own statements go on working.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Messages_of_an_earlier_version_get_numbers_and_instants_that_do_not_go_back(int version)
    {
        MakeFileOfVersion1();
        if (version > 1)
            _temporary.Execute("ALTER TABLE clientes ADD COLUMN nickname_folded TEXT; PRAGMA user_version = 2");
        _temporary.Execute("""
            INSERT INTO mensajes (contenido, fecha_envio, ip_cliente, autor, sala) VALUES
                ('dos', '2025-03-01T10:00:00', '127.0.0.1', 'ana', 'general'), ('tres', '2025-03-01T09:00:00', '127.0.0.1', 'ana', 'general'),
                ('de otra', '2025-01-01T10:00:00', '127.0.0.1', 'ana', 'otra'), ('cuatro', 'ayer', '127.0.0.1', 'ana', 'general'),
                ('cinco', '2025-03-01 11:00:00', '127.0.0.1', 'ana', 'general');
            """);
        _temporary.Database.OpenMessages().Dispose();

        // Of version 3, but cut.
        if (version == 3)
            _temporary.Execute($"DROP INDEX {_temporary.Query("SELECT name FROM sqlite_master WHERE name LIKE 'mensajes_por%'").Single()[0]}; ALTER TABLE mensajes DROP COLUMN numero");
        using (var store = _temporary.Database.OpenMessages())
            store.Append([Sample.Message("seis", 5)]);

        using var reader = _temporary.Database.OpenReader();
        Assert.Equal(
            [(1, "dos", Instant(10)), (2, "tres", Instant(10)), (3, "cuatro", Instant(10)), (4, "cinco", Instant(11)), (5, "seis", Sample.Noon.ToUnixTimeMilliseconds())],
            reader.Before("general", 9, 9).Select(message => (message.Number, message.Content, message.Instant)));
        Assert.Equal(1, reader.Last("otra").Number);
        Assert.Equal([1L, null], _temporary.Query("SELECT COUNT(*), MAX(numero) FROM mensajes WHERE sala IS NULL").Single());
        AssertSeedGoesOn();
    }

    [Fact]
    public void A_large_file_is_numbered_whole()
    {
        MakeFileOfVersion1();
        _temporary.Execute("""
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 25000)
            INSERT INTO mensajes (contenido, fecha_envio, ip_cliente, sala) SELECT i, '2025-03-01T10:00:00', '', 'general' FROM n
            """);

        using var reader = _temporary.Database.OpenReader();

        Assert.Equal(new RoomPosition(25_000, Instant(10)), reader.Last("general"));
        Assert.Empty(_temporary.Query("SELECT 1 FROM mensajes WHERE sala = 'general' AND numero <> CAST(contenido AS INTEGER)"));
    }

    [Fact]
    public void Of_several_spellings_of_one_nickname_the_last_that_was_seen_stays()
    {
        MakeFileOfVersion1();
        _temporary.Execute("""
            INSERT INTO clientes VALUES
                ('ana', '2025-01-01 10:00:00'), ('ANA', '2025-03-01 10:00:00'), ('Ana', '2025-02-01 10:00:00'), ('aná', '2025-01-01 10:00:00'),
                ('ＢＥＴＯ', '2025-01-01 10:00:00'), ('beto', '2025-01-01 10:00:00'), (NULL, '2025-01-01 10:00:00')
            """);

        _temporary.Database.OpenUsers().Dispose();

        Assert.Equal(
            [[null, "2025-01-01 10:00:00"], ["ANA", "2025-03-01 10:00:00"], ["aná", "2025-01-01 10:00:00"], ["beto", "2025-01-01 10:00:00"]],
            _temporary.Query("SELECT nickname, CAST(connected_at AS TEXT) FROM clientes ORDER BY nickname"));
        Assert.Equal([MessageTable.Known], _temporary.Query("PRAGMA user_version").Single());
    }

    // With another column or type it was there before us; so it was in a file that has no version of ours yet.
    [Theory]
    [InlineData(1, "CREATE TABLE clientes (nickname VARCHAR(64) PRIMARY KEY, connected_at DATETIME NOT NULL, nota TEXT)")]
    [InlineData(1, "CREATE TABLE clientes (nickname TEXT PRIMARY KEY, connected_at DATETIME NOT NULL)")]
    [InlineData(0, "CREATE TABLE clientes (nickname VARCHAR(64) PRIMARY KEY, connected_at DATETIME NOT NULL)")]
    public void A_table_of_users_made_by_hand_is_neither_altered_nor_merged(int version, string sql)
    {
        MakeFileOfVersion1();
        _temporary.Execute($"""
            DROP TABLE clientes;
            {sql};
            INSERT INTO clientes (nickname, connected_at) VALUES ('ana', '2025-01-01 10:00:00'), ('ANA', '2025-03-01 10:00:00');
            PRAGMA user_version = {version};
            """);

        _temporary.Database.OpenUsers().Dispose();

        Assert.Equal([["ANA"], ["ana"]], _temporary.Query("SELECT nickname FROM clientes ORDER BY nickname"));
        Assert.Equal([sql], _temporary.Query("SELECT sql FROM sqlite_master WHERE name = 'clientes'").Single());
        Assert.Equal([MessageTable.Known], _temporary.Query("PRAGMA user_version").Single());
    }

    [Fact]
    public void A_migration_that_fails_leaves_the_file_as_it_was()
    {
        MakeSeedTable();
        // The name of one of the tables to create is taken, so that the migration fails half-way.
        _temporary.Execute("CREATE INDEX clientes ON mensajes (fecha_envio)");

        Assert.IsType<OpenError.Other>(Assert.Throws<OpenException>(_temporary.Database.OpenMessages).Error);

        Assert.Equal([0L], _temporary.Query("PRAGMA user_version").Single());
        Assert.Equal(4, _temporary.Query("SELECT name FROM pragma_table_info('mensajes')").Count);
        Assert.Equal([1L], _temporary.Query("SELECT count(*) FROM mensajes").Single());
    }

    [Fact]
    public void A_file_of_ours_opens_while_another_process_is_writing()
    {
        _temporary.Database.OpenMessages().Dispose();
        using var other = _temporary.Connect();
        TemporaryDatabase.Execute(other, "BEGIN IMMEDIATE");

        _temporary.Database.OpenMessages().Dispose();
    }

    [Fact]
    public async Task Opening_waits_for_a_writer_of_a_file_that_has_no_log_yet()
    {
        MakeSeedTable();
        var patient = new SqliteDatabase(new SqliteOptions(_temporary.File) { BusyTimeout = TimeSpan.FromDays(1) });
        using var writer = _temporary.Connect();
        TemporaryDatabase.Execute(writer, "BEGIN IMMEDIATE; DELETE FROM mensajes");

        // While the writer is there the opening can only go on waiting, or fail; the delay is the chance to fail.
        var opening = Task.Run(patient.OpenMessages);
        Assert.NotSame(opening, await Task.WhenAny(opening, Task.Delay(TimeSpan.FromMilliseconds(200))));

        TemporaryDatabase.Execute(writer, "COMMIT");
        using var store = await opening.WaitAsync(TimeSpan.FromMinutes(1));
        store.Append([Sample.Message("dos")]);
        Assert.Single(_temporary.Messages());
    }

    [Fact]
    public async Task Many_may_create_the_same_file_at_the_same_moment()
    {
        // The race is narrow, so it is run on several files.
        foreach (var file in Enumerable.Range(0, 25).Select(i => Path.Combine(_temporary.Folder, $"{i}.db")))
        {
            await OpenAndAppendTogether(new SqliteDatabase(new SqliteOptions(file)), 4);
            Assert.Equal(["4"], Rows.Of(file, "SELECT COUNT(*) FROM mensajes"));
        }
    }

    [Theory]
    [InlineData("con espacio y ñ.db")]
    [InlineData("a;Mode=Memory;b='c\"d#e?f%41.db")]
    [InlineData("file:x.db?mode=memory")]
    [InlineData(":memory:")]
    [InlineData("|DataDirectory|x.db")]
    public void A_file_may_have_any_name(string name)
    {
        var path = Path.Combine(_temporary.Folder, name);
        new SqliteDatabase(new SqliteOptions(path)).OpenMessages().Dispose();

        Assert.Equal([path], Directory.GetFiles(_temporary.Folder));
    }

    public void Dispose() => _temporary.Dispose();

    private static long Instant(int hour) => new DateTimeOffset(new DateTime(2025, 3, 1, hour, 0, 0)).ToUnixTimeMilliseconds();

    private void AssertSeedGoesOn()
    {
        _temporary.Execute("INSERT INTO mensajes (contenido, fecha_envio, ip_cliente) VALUES ('semilla', '2025-04-01T10:00:00', '127.0.0.1')");
        var rows = _temporary.Query("SELECT id, contenido, fecha_envio, ip_cliente FROM mensajes ORDER BY id;");

        Assert.Equal([1L, "uno", "2024-01-01T00:00:00", "127.0.0.1"], rows[0]);
        Assert.Equal(["semilla", "2025-04-01T10:00:00", "127.0.0.1"], rows[^1][1..]);
    }

    private void MakeFileOfVersion1()
    {
        MakeSeedTable();
        _temporary.Execute("""
            ALTER TABLE mensajes ADD COLUMN autor TEXT;
            ALTER TABLE mensajes ADD COLUMN sala TEXT;
            CREATE TABLE IF NOT EXISTS clientes (nickname VARCHAR(64) PRIMARY KEY, connected_at DATETIME NOT NULL);
            PRAGMA user_version = 1;
            """);
    }

    private void MakeSeedTable() => _temporary.Execute(
        """
        CREATE TABLE mensajes (
            id INTEGER PRIMARY KEY AUTOINCREMENT, contenido TEXT NOT NULL, fecha_envio TEXT NOT NULL, ip_cliente TEXT NOT NULL);
        INSERT INTO mensajes (contenido, fecha_envio, ip_cliente) VALUES ('uno', '2024-01-01T00:00:00', '127.0.0.1');
        """);

    private static Task OpenAndAppendTogether(SqliteDatabase database, int count) => Together.RunAsync(count, (_, meet) =>
    {
        meet();
        using var store = database.OpenMessages();
        store.Append([Sample.Message("hola")]);
    });
}
