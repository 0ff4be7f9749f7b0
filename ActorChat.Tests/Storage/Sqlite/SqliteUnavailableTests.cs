using System.Runtime.Versioning;
using ActorChat.Server.Resources;
using ActorChat.Server.Storage.Errors;
using ActorChat.Server.Storage.Sql;
using ActorChat.Server.Storage.Sqlite;

namespace ActorChat.Tests.Storage.Sqlite;

/// <summary>Each reason why the file cannot be used; opening and checking agree, and neither leaves a trace.</summary>
public sealed class SqliteUnavailableTests : IDisposable
{
    private readonly TemporaryDatabase _temporary = new();

    [Fact]
    public void A_folder_in_the_place_of_the_file()
    {
        Directory.CreateDirectory(_temporary.File);

        AssertRefused(new OpenError.PathIsFolder());
    }

    [Fact]
    public void A_folder_that_does_not_exist()
    {
        var path = Path.Combine("no", "existe", Guid.NewGuid().ToString("N"), "mensajes.db");
        var expected = new OpenError.FolderMissing(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var database = new SqliteDatabase(new SqliteOptions(path));

        var refusal = Assert.Throws<OpenException>(database.OpenMessages);
        Assert.Equal(expected, refusal.Error);
        Assert.Equal(Path.GetFullPath(path), refusal.Location);
        Assert.Equal(expected, Assert.Throws<OpenException>(database.Check).Error);
    }

    [Fact]
    public void A_file_in_the_place_of_the_folder()
    {
        File.WriteAllText(_temporary.File, "");
        var database = new SqliteDatabase(new SqliteOptions(Path.Combine(_temporary.File, "mensajes.db")));

        Assert.Equal(
            new OpenError.FolderMissing(_temporary.File), Assert.Throws<OpenException>(database.OpenMessages).Error);
    }

    [Theory]
    [InlineData("")]
    [InlineData("con\0cero.db")]
    public void A_path_that_is_none(string path) => Assert.IsType<OpenError.Other>(
        Assert.Throws<OpenException>(() => new SqliteDatabase(new SqliteOptions(path))).Error);

    [Theory]
    [InlineData(5)]
    [InlineData(100)]
    [InlineData(512)]
    [InlineData(100_000)]
    public void A_file_of_another_kind(int length)
    {
        File.WriteAllText(_temporary.File, new string('x', length));

        AssertRefused(new OpenError.NotSqlite());
    }

    [Fact]
    public void A_file_of_a_newer_version()
    {
        _temporary.Database.OpenMessages().Dispose();
        _temporary.Execute($"PRAGMA user_version = {MessageTable.Known + 1}");

        AssertRefused(new OpenError.NewerSchema(MessageTable.Known + 1, MessageTable.Known));
    }

    [Theory]
    [InlineData("CREATE TABLE mensajes (id INTEGER PRIMARY KEY, texto TEXT)", "mensajes", "contenido")]
    [InlineData("CREATE TABLE mensajes (id INT PRIMARY KEY, contenido, fecha_envio, ip_cliente)", "mensajes", "id")]
    [InlineData("CREATE TABLE mensajes (id INTEGER, contenido, fecha_envio, ip_cliente)", "mensajes", "id")]
    [InlineData("CREATE TABLE mensajes (id INTEGER PRIMARY KEY, contenido, fecha_envio, ip_cliente) WITHOUT ROWID", "mensajes", "id")]
    [InlineData("CREATE TABLE clientes (nombre TEXT, connected_at DATETIME)", "clientes", "nickname")]
    [InlineData("CREATE TABLE clientes (nickname TEXT)", "clientes", "connected_at")]
    public void A_table_that_cannot_be_ours(string sql, string table, string column)
    {
        _temporary.Execute(sql);

        AssertRefused(new OpenError.UnknownTable(table, column));
    }

    [Theory]
    [InlineData("CREATE TABLE mensajes (id INTEGER PRIMARY KEY, contenido, fecha_envio, ip_cliente, leido INT NOT NULL)", "mensajes", "leido")]
    [InlineData("CREATE TABLE clientes (nickname TEXT, connected_at DATETIME, Clave TEXT NOT NULL DEFAULT NULL)", "clientes", "Clave")]
    [InlineData("CREATE TABLE clientes (id TEXT NOT NULL PRIMARY KEY, nickname TEXT, connected_at DATETIME)", "clientes", "id")]
    [InlineData("CREATE TABLE clientes (id INTEGER PRIMARY KEY, nickname TEXT, connected_at DATETIME) WITHOUT ROWID", "clientes", "id")]
    public void A_table_with_a_column_that_every_new_row_would_lack(string sql, string table, string column)
    {
        _temporary.Execute(sql);

        AssertRefused(new OpenError.ColumnNeedsValue(table, column));
    }

    [Fact]
    public void A_file_locked_by_another_process()
    {
        // Without a write-ahead log a writer at its commit keeps readers out too.
        _temporary.Execute("CREATE TABLE otra (x)");
        using var other = _temporary.Connect();
        TemporaryDatabase.Execute(other, "BEGIN EXCLUSIVE");

        AssertRefused(new OpenError.Locked());
    }

    [Fact]
    public void A_damaged_file_is_found_by_the_check()
    {
        _temporary.MakeDamaged();

        var refusal = Assert.Throws<OpenException>(_temporary.Database.Check);

        Assert.NotEmpty(Assert.IsType<OpenError.Damaged>(refusal.Error).Detail);
        Assert.Contains("está dañada (PRAGMA quick_check: ", refusal.Describe(Texts.For(Language.Spanish)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead)]
    [InlineData(UnixFileMode.None)]
    [UnsupportedOSPlatform("windows")]
    public void A_file_that_this_user_may_not_write_or_not_even_open(UnixFileMode mode)
    {
        _temporary.Database.OpenMessages().Dispose();
        LetOthersIn(_temporary.Folder);
        File.SetUnixFileMode(_temporary.File, mode);

        FileSystemUser.RunWithoutRootsRights(() => AssertRefused(mode == UnixFileMode.None ? new OpenError.NoAccess() : new OpenError.FileNotWritable()));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [UnsupportedOSPlatform("windows")]
    public void A_read_only_folder_whether_the_file_is_there_or_not(bool exists)
    {
        if (exists)
        {
            _temporary.Database.OpenMessages().Dispose();
            LetOthersIn(_temporary.File);
        }

        File.SetUnixFileMode(_temporary.Folder, ReadAndEnter);
        FileSystemUser.RunWithoutRootsRights(() => AssertRefused(new OpenError.FolderNotWritable(_temporary.Folder)));
    }

    public void Dispose()
    {
        if (!OperatingSystem.IsWindows())
            LetOthersIn(_temporary.Folder);
        _temporary.Dispose();
    }

    private const UnixFileMode ReadAndEnter = UnixFileMode.UserRead | UnixFileMode.UserExecute
        | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    [UnsupportedOSPlatform("windows")]
    private static void LetOthersIn(string path) =>
        File.SetUnixFileMode(path, ReadAndEnter | UnixFileMode.UserWrite | UnixFileMode.GroupWrite | UnixFileMode.OtherWrite);

    private void AssertRefused(OpenError problem)
    {
        Assert.Equal(problem, Assert.Throws<OpenException>(_temporary.Database.OpenMessages).Error);
        Assert.Equal(problem, Assert.Throws<OpenException>(_temporary.Database.OpenUsers).Error);
        Assert.Equal(problem, Assert.Throws<OpenException>(_temporary.Database.Check).Error);
    }
}
