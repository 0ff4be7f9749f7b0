using ActorChat.Server.Storage.Errors;
using ActorChat.Server.Storage.Sql;

namespace ActorChat.Tests.Storage.Sqlite;

/// <summary><c>--check</c> finds no fault, and leaves everything as it was.</summary>
public sealed class SqliteCheckTests : IDisposable
{
    private readonly TemporaryDatabase _temporary = new();

    [Fact]
    public void A_missing_file_is_fine_and_not_created()
    {
        _temporary.Database.Check();

        Assert.Empty(_temporary.Snapshot());
    }

    [Fact]
    public void An_empty_file_is_fine_and_stays_empty()
    {
        File.WriteAllText(_temporary.File, "");

        _temporary.Database.Check();

        Assert.Equal(0, new FileInfo(_temporary.File).Length);
    }

    [Fact]
    public void A_file_of_ours_is_fine_and_keeps_every_byte() => AssertFineAndUntouched(() =>
    {
        using var store = _temporary.Database.OpenMessages();
        store.Append([Sample.Message("hola")]);
    });

    [Fact]
    public void A_file_of_the_seed_server_is_fine_and_not_migrated() => AssertFineAndUntouched(() =>
        _temporary.Execute("CREATE TABLE mensajes (id INTEGER PRIMARY KEY, contenido TEXT, fecha_envio TEXT, ip_cliente TEXT)"));

    [Fact]
    public void A_refused_file_keeps_every_byte()
    {
        _temporary.Database.OpenMessages().Dispose();
        _temporary.Execute($"PRAGMA journal_mode = DELETE; PRAGMA user_version = {MessageTable.Known + 1}");
        var before = _temporary.Snapshot();

        Assert.Throws<OpenException>(_temporary.Database.Check);
        Assert.Throws<OpenException>(_temporary.Database.OpenMessages);

        Assert.Equal(before, _temporary.Snapshot());
    }

    [Fact]
    public void A_file_in_use_is_fine()
    {
        using var store = _temporary.Database.OpenMessages();
        store.Append([Sample.Message("hola")]);

        _temporary.Database.Check();

        store.Append([Sample.Message("hola")]);
    }

    public void Dispose() => _temporary.Dispose();

    private void AssertFineAndUntouched(Action make)
    {
        make();
        var before = _temporary.Snapshot();

        _temporary.Database.Check();

        Assert.Equal(before, _temporary.Snapshot());
    }
}
