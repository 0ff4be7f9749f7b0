using ActorChat.Server.Storage.Errors;
using ActorChat.Server.Storage.Sqlite.Files;
using ActorChat.Server.Storage.Sqlite.Sessions;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ActorChat.Server.Storage.Sqlite;

/// <summary>
/// Copies a database into a new file while others write to it (https://sqlite.org/backup.html): the state of one moment, whole.
/// </summary>
/// <param name="source">What is copied; it is not changed.</param>
internal sealed class SqliteBackup(SqliteOptions source)
{
    /// <summary>Makes the copy, and looks into it before it gets its name: a file of this name is always a good one.</summary>
    /// <param name="target">The full path of the copy; whatever is there already stays.</param>
    /// <exception cref="OpenException">The source cannot be read, or is damaged.</exception>
    /// <exception cref="IOException">The copy cannot be written; the message is the system's, or SQLite's, with the name of the target.</exception>
    public void CopyTo(string target)
    {
        if (Path.Exists(target))
            throw new IOException($"{target} exists");

        var unfinished = SqlitePath.Unfinished(target);
        try
        {
            new SqliteDatabase(source).Read(session => Copy(session, unfinished));
            Check(unfinished);
            File.Move(unfinished, target, overwrite: false);
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException)
        {
            // The operator does not know the other name.
            throw new IOException(refusal.Message.Replace(unfinished, target, StringComparison.Ordinal), refusal);
        }
        finally
        {
            // Delete fails where the folder does not exist.
            foreach (var made in new[] { unfinished, unfinished + "-journal" }.Where(File.Exists))
                File.Delete(made);
        }
    }

    private int Copy(SqliteSession from, string target)
    {
        SqlitePath.Create(target, like: SqlitePath.Full(source.Path));
        try
        {
            using var to = SqliteSession.Open(new SqliteSessions(target), SqliteOpenMode.ReadWrite, source);
            CopyAll(from, to);

            // Without a log of its own the copy can also be read where nothing can be written.
            return to.Query("PRAGMA journal_mode = DELETE").Count;
        }
        catch (SqliteException failure) when (!SqliteErrors.IsLock(failure))
        {
            throw new IOException(failure.Message, failure);
        }
    }

    // In one step, which reads one state of the source and holds up no writer: it has a write-ahead log.
    private static void CopyAll(SqliteSession from, SqliteSession to)
    {
        using var backup = raw.sqlite3_backup_init(to.Database, "main", from.Database, "main");
        var result = backup is null ? raw.sqlite3_errcode(to.Database) : raw.sqlite3_backup_step(backup, -1);
        if (result != raw.SQLITE_DONE)
            SqliteException.ThrowExceptionForRC(result, to.Database);
        if (backup is not null)
            SqliteException.ThrowExceptionForRC(raw.sqlite3_backup_finish(backup), to.Database);
    }

    private void Check(string copy)
    {
        try
        {
            new SqliteDatabase(new SqliteOptions(copy)).Check();
        }
        catch (OpenException damaged)
        {
            // The copy is page by page: its faults are those of the source.
            throw new OpenException(SqlitePath.Full(source.Path), damaged.Error, damaged);
        }
    }
}
