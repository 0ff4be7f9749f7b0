using System.Collections;
using ActorChat.Server.Storage;
using ActorChat.Server.Storage.Errors;
using ActorChat.Server.Storage.Sqlite;
using ActorChat.Server.Storage.Sqlite.Sessions;
using Microsoft.Data.Sqlite;

namespace ActorChat.Tests.Storage.Sqlite;

/// <summary>The contract on SQLite, and what only a file can show.</summary>
public sealed class SqliteMessageStoreTests : MessageStoreContract, IDisposable
{
    private readonly TemporaryDatabase _temporary = new();

    [Fact]
    public void The_version_told_is_the_one_that_serves() =>
        Assert.Equal([SqliteNative.Version], _temporary.Query("SELECT sqlite_version()").Single());

    [Theory]
    [InlineData(SqliteSync.Full, "2")]
    [InlineData(SqliteSync.Normal, "1")]
    internal void Every_commit_is_synced_to_a_write_ahead_log_or_left_to_the_system(SqliteSync sync, string synchronous)
    {
        var database = new SqliteDatabase(new SqliteOptions(_temporary.File) { Sync = sync });
        using var session = database.OpenWith(session => session);

        Assert.Equal(["wal"], session.Query("PRAGMA journal_mode"));
        Assert.Equal([synchronous], session.Query("PRAGMA synchronous"));
    }

    [Fact]
    public void A_stored_message_is_seen_by_others_at_once_and_a_reader_keeps_its_own_view()
    {
        using var store = Open();
        store.Append([Message("uno")]);
        using var reader = _temporary.Connect();
        TemporaryDatabase.Execute(reader, "BEGIN");
        Assert.Equal([1L], CountBy(reader));

        store.Append([Message("dos")]);

        Assert.Equal([1L], CountBy(reader));
        TemporaryDatabase.Execute(reader, "COMMIT");
        Assert.Equal([2L], CountBy(reader));
    }

    [Fact]
    public void A_full_disk_refuses_the_whole_batch_and_smaller_ones_go_on()
    {
        // max_page_count makes SQLite report a full disk, as the file system would.
        using var store = _temporary.Database.OpenWith(session =>
        {
            session.Execute("PRAGMA max_page_count = 20");
            return new SqliteMessageStore(session);
        });
        store.Append([Message("antes")]);

        var failure = Assert.Throws<WriteException>(() => store.Append([.. Enumerable.Range(0, 200).Select(_ => Message(new string('x', 1000)))]));

        Assert.Equal(WriteError.Full, failure.Error);
        store.Append([Message("después")]);
        Assert.Equal(["antes", "después"], Stored().Select(row => row.Content));
    }

    [Theory]
    [InlineData("ABORT")]
    [InlineData("FAIL")]
    [InlineData("ROLLBACK")]
    public void A_failure_in_the_middle_of_a_batch_leaves_nothing_of_it(string kind)
    {
        using var store = Open();
        _temporary.Execute(
            $"CREATE TRIGGER no BEFORE INSERT ON mensajes WHEN new.contenido = 'malo' BEGIN SELECT RAISE({kind}, 'no'); END");

        Assert.Throws<WriteException>(() => store.Append([Message("uno"), Message("malo"), Message("tres")]));

        // The write lock is free again: another program can write.
        _temporary.Execute("DROP TRIGGER no");
        Assert.Empty(Stored());
        store.Append([Message("uno"), Message("malo"), Message("tres")]);
        Assert.Equal([1, 2, 3], Stored().Select(row => row.Id));
    }

    [Fact]
    public void An_error_that_is_not_the_databases_leaves_nothing_either()
    {
        using var store = Open();

        Assert.Throws<InvalidOperationException>(() => store.Append(new OnlyOne()));

        Assert.Empty(Stored());
        store.Append([Message("uno")]);
    }

    [Fact]
    public void A_stopped_server_leaves_one_file_that_holds_everything()
    {
        using (var users = _temporary.Database.OpenUsers())
        using (var messages = Open())
        {
            users.Upsert([new LastSeen("ana", DateTime.Now)]);
            messages.Append([Message("uno"), Message("dos")]);
        }

        Assert.Equal(["mensajes.db"], _temporary.Snapshot().Keys);
        Assert.Equal(2, Stored().Count);
    }

    [Fact]
    public void The_one_file_holds_everything_even_while_another_program_has_it_open()
    {
        using var other = _temporary.Connect();
        using (var store = Open())
        {
            store.Append([Message("uno")]);
            Assert.Equal([1L], CountBy(other));
        }

        using var copy = new TemporaryDatabase();
        File.Copy(_temporary.File, copy.File);
        Assert.Equal([1L], copy.Query("SELECT count(*) FROM mensajes").Single());
    }

    [Fact]
    public async Task Closing_does_not_wait_for_a_reader()
    {
        using var other = _temporary.Connect();
        var patient = new SqliteDatabase(new SqliteOptions(_temporary.File) { BusyTimeout = TimeSpan.FromDays(1) });
        var store = patient.OpenMessages();
        TemporaryDatabase.Execute(other, "BEGIN");
        Assert.Equal([0L], CountBy(other));
        store.Append([Message("uno")]);

        await Task.Run(store.Dispose).WaitAsync(TimeSpan.FromMinutes(1));

        TemporaryDatabase.Execute(other, "COMMIT");
        Assert.Equal([1L], CountBy(other));
    }

    [Fact]
    public void Ids_are_not_given_again_when_the_last_messages_are_deleted()
    {
        using var store = Open();
        store.Append([Message("uno"), Message("dos")]);
        _temporary.Execute("DELETE FROM mensajes");

        store.Append([Message("tres")]);
        Assert.Equal([3], Stored().Select(row => row.Id));
    }

    public void Dispose() => _temporary.Dispose();

    private protected override IMessageStore Open() => _temporary.Database.OpenMessages();

    private protected override IMessageReader OpenReader() => _temporary.Database.OpenReader();

    private protected override IReadOnlyList<StoredMessage> Stored() => _temporary.Messages();

    private protected override void Execute(string sql) => _temporary.Execute(sql);

    private protected override IDisposable LockOut()
    {
        var other = _temporary.Connect();
        TemporaryDatabase.Execute(other, "BEGIN IMMEDIATE");
        return other;
    }

    private static object?[] CountBy(SqliteConnection connection) =>
        TemporaryDatabase.Query(connection, "SELECT count(*) FROM mensajes").Single();

    // Says that it has two.
    private sealed class OnlyOne : IReadOnlyList<MessageRecord>
    {
        public int Count => 2;

        public MessageRecord this[int index] => index == 0 ? Sample.Message("uno") : throw new InvalidOperationException();

        public IEnumerator<MessageRecord> GetEnumerator() => throw new NotSupportedException();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
