using System.Runtime.Versioning;
using ActorChat.Server.Storage;
using ActorChat.Server.Storage.Errors;
using ActorChat.Server.Storage.Sqlite;

namespace ActorChat.Tests.Storage.Sqlite;

public sealed class SqliteBackupTests : IDisposable
{
    private readonly TemporaryDatabase _temporary = new();
    private readonly TemporaryFolder _elsewhere = new();

    private string Target => _elsewhere.File("copia.db");

    [Fact]
    public async Task A_copy_made_while_others_write_is_the_state_of_one_moment_in_one_file()
    {
        using var store = _temporary.Database.OpenMessages();
        store.Append([.. Enumerable.Range(1, 500).Select(Message)]);
        using var enough = new CancellationTokenSource();
        var writing = Task.Run(() =>
        {
            for (var i = 501; !enough.IsCancellationRequested; i += 2)
                store.Append([Message(i), Message(i + 1)]);
        });

        Backup();
        await enough.CancelAsync();
        await writing;

        Assert.Equal(["copia.db"], Directory.GetFiles(_elsewhere.Path).Select(Path.GetFileName));
        var copied = Rows.Of(Target, "SELECT contenido FROM mensajes ORDER BY id");
        Assert.True(copied.Count >= 500 && copied.Count % 2 == 0, $"{copied.Count}");
        Assert.Equal(Enumerable.Range(1, copied.Count).Select(Text), copied);
        Assert.Equal(["ok"], Rows.Of(Target, "PRAGMA integrity_check"));
    }

    [Fact]
    public void What_only_stands_in_the_log_is_copied_too_and_the_copy_has_none()
    {
        using var store = _temporary.Database.OpenMessages();
        store.Append([Message(1)]);

        Backup();

        Assert.Equal(["delete"], Rows.Of(Target, "PRAGMA journal_mode"));
        Assert.Equal([Text(1)], Rows.Of(Target, "SELECT contenido FROM mensajes"));
        store.Append([Message(2)]);
    }

    [Fact]
    public void Whatever_is_in_its_place_stays()
    {
        _temporary.Database.OpenMessages().Dispose();
        File.WriteAllText(Target, "mía");

        Assert.Throws<IOException>(Backup);

        Assert.Equal("mía", File.ReadAllText(Target));
        Assert.Single(Directory.GetFiles(_elsewhere.Path));
    }

    [Fact]
    public void The_copy_of_a_damaged_database_gets_no_name()
    {
        _temporary.MakeDamaged();

        var refusal = Assert.Throws<OpenException>(Backup);

        Assert.IsType<OpenError.Damaged>(refusal.Error);
        Assert.Equal(_temporary.File, refusal.Location);
        Assert.Empty(Directory.GetFiles(_elsewhere.Path));
    }

    [Fact]
    public void The_longest_name_that_a_file_can_have_will_do()
    {
        _temporary.Database.OpenMessages().Dispose();
        var target = _elsewhere.File(new string('c', 255));

        new SqliteBackup(new SqliteOptions(_temporary.File)).CopyTo(target);

        Assert.Equal([target], Directory.GetFiles(_elsewhere.Path));
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public void Who_may_not_read_the_database_may_not_read_the_copy()
    {
        _temporary.Database.OpenMessages().Dispose();
        File.SetUnixFileMode(_temporary.File, UnixFileMode.UserRead | UnixFileMode.UserWrite);

        Backup();

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Target));
    }

    public void Dispose()
    {
        _temporary.Dispose();
        _elsewhere.Dispose();
    }

    private static MessageRecord Message(int number) => Sample.Message(Text(number));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private void Backup() => new SqliteBackup(new SqliteOptions(_temporary.File)).CopyTo(Target);
}
