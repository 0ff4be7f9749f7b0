using ActorChat.Server.Storage;
using ActorChat.Server.Storage.Errors;
using ActorChat.Server.Storage.Sqlite;

namespace ActorChat.Tests.Storage.Sqlite;

/// <summary>The file is deleted, moved or replaced while it is open: SQLite itself would write on, to a file that nobody finds again.</summary>
public sealed class SqliteGoneTests : IDisposable
{
    private readonly TemporaryDatabase _temporary = new();
    private readonly SqliteDatabase _database;

    public SqliteGoneTests() => _database = _temporary.Database;

    private string Aside => Path.Combine(_temporary.Folder, "antes.db");

    [Fact]
    public void Whoever_finds_it_out_first_closes_the_file_for_all()
    {
        using var messages = _database.OpenMessages();
        using var users = _database.OpenUsers();
        Append(messages, "uno");
        File.Delete(_temporary.File);
        Assert.Equal(WriteError.Gone, Assert.Throws<WriteException>(() => users.Upsert([Ana])).Error);

        using var messagesAgain = _database.OpenMessages();
        using var usersAgain = _database.OpenUsers();
        AssertGone(messages);
        Append(messagesAgain, "dos");
        usersAgain.Upsert([Ana]);
        Append(messagesAgain, "tres");
        messages.Dispose();
        users.Dispose();
        Append(messagesAgain, "cuatro");

        Assert.Equal(["dos", "tres", "cuatro"], Contents(_temporary.File));
        Assert.Equal("ana", Assert.Single(_temporary.Query("SELECT nickname FROM clientes"))[0]);
        AssertSound();
    }

    [Fact]
    public void A_file_that_was_moved_away_is_complete_and_gets_nothing_of_what_was_refused()
    {
        using var store = _database.OpenMessages();
        Append(store, "uno", "dos");
        File.Move(_temporary.File, Aside);

        AssertGone(store);

        Assert.Equal(["uno", "dos"], Contents(Aside));
    }

    [Fact]
    public void Another_file_in_its_place_is_used_as_it_is_and_not_mixed_with_the_log_of_the_old_one()
    {
        using var other = new TemporaryDatabase();
        using (var store = other.Database.OpenMessages())
            Append(store, "copia");
        using var messages = _database.OpenMessages();
        using var users = _database.OpenUsers();
        for (var i = 0; i < 50; i++)
            Append(messages, new string('x', 500));
        File.Move(other.File, _temporary.File, overwrite: true);

        AssertGone(messages);
        using var again = _database.OpenMessages();
        Append(again, "después");

        Assert.Equal(["copia", "después"], Contents(_temporary.File));
        AssertSound();
    }

    [Fact]
    public void Another_file_in_its_place_waits_for_a_program_that_still_reads_the_old_one()
    {
        using var other = new TemporaryDatabase();
        other.Database.OpenMessages().Dispose();
        using var store = _database.OpenMessages();
        Append(store, "uno");
        using (var reader = _temporary.Connect())
        {
            TemporaryDatabase.Execute(reader, "BEGIN");
            Assert.Single(TemporaryDatabase.Query(reader, "SELECT * FROM mensajes"));
            File.Move(other.File, _temporary.File, overwrite: true);
            AssertGone(store);

            Assert.Equal(new OpenError.Locked(), Assert.Throws<OpenException>(_database.OpenMessages).Error);
            Assert.Single(TemporaryDatabase.Query(reader, "SELECT * FROM mensajes"));
        }

        using var again = _database.OpenMessages();
        Append(again, "dos");
        Assert.Equal(["dos"], Contents(_temporary.File));
    }

    [Fact]
    public void A_log_that_another_program_made_anew_loses_nothing_either()
    {
        using var store = _database.OpenMessages();
        Append(store, "uno");
        File.Delete(_temporary.File + "-wal");
        File.WriteAllText(_temporary.File + "-wal", "");
        Append(store, "dos");

        // As a power cut would leave it: without what the process still holds.
        using var copy = new TemporaryDatabase();
        File.Copy(_temporary.File, copy.File);
        Assert.Equal(["uno", "dos"], Contents(copy.File));
    }

    [Fact]
    public void A_log_that_another_program_has_emptied_is_nothing_unusual()
    {
        using var store = _database.OpenMessages();
        Append(store, "uno");
        _temporary.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
        Append(store, "dos");

        Assert.Equal(["uno", "dos"], Contents(_temporary.File));
    }

    [Fact]
    public void A_reader_finds_it_out_too_and_reads_nothing_of_the_old_file()
    {
        using var store = _database.OpenMessages();
        using var reader = _database.OpenReader();
        store.Append([Sample.Message("uno", 1)]);
        Assert.Equal(1, reader.Last("general").Number);
        File.Delete(_temporary.File);

        Assert.Throws<OpenException>(() => reader.Last("general"));
        AssertGone(store);
        using var again = _database.OpenReader();
        Assert.Equal(default, again.Last("general"));
    }

    public void Dispose() => _temporary.Dispose();

    private static LastSeen Ana { get; } = new("ana", new DateTime(2025, 9, 7, 12, 0, 0));

    private static void Append(IMessageStore store, params string[] contents) => store.Append([.. contents.Select(Sample.Message)]);

    private static void AssertGone(IMessageStore store) =>
        Assert.Equal(WriteError.Gone, Assert.Throws<WriteException>(() => Append(store, "perdido")).Error);

    private static List<string> Contents(string file) => [.. Rows.Of(file, "SELECT contenido FROM mensajes ORDER BY id")];

    private void AssertSound() => Assert.Equal("ok", Assert.Single(_temporary.Query("PRAGMA integrity_check"))[0]);
}
