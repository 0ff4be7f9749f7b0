namespace ActorChat.Server.Resources;

// Why the database cannot be used, and what to do; for Error.
internal sealed partial class Texts
{
    /// <summary>The file is there, but is something else.</summary>
    public string NotADatabase(string path) => Format(nameof(NotADatabase), OneLine(path));

    /// <summary>The file or its folder may not be written to.</summary>
    public string ReadOnlyDatabase(string path) => Format(nameof(ReadOnlyDatabase), OneLine(path));

    /// <summary>There is nothing to copy.</summary>
    public string DatabaseFileMissing(string path) => Format(nameof(DatabaseFileMissing), OneLine(path));

    /// <summary>The copy is made, and sound.</summary>
    public string BackupDone(string path) => Format(nameof(BackupDone), OneLine(path));

    /// <summary>There is something in the place of the copy.</summary>
    public string BackupExists(string path) => Format(nameof(BackupExists), OneLine(path));

    /// <summary>For <see cref="BackupFailed"/>: there is no such folder.</summary>
    public string BackupFolderMissing(string folder) => Format(nameof(BackupFolderMissing), OneLine(folder));

    /// <summary>The messages are on a database server, which has its own program for that.</summary>
    public string BackupOfServer(string server) => Format(nameof(BackupOfServer), OneLine(server));

    /// <summary>The copy cannot be written, with the reason.</summary>
    public string BackupFailed(string path, string why) => Format(nameof(BackupFailed), OneLine(path), Reason(why));

    /// <summary>The file's folder does not exist.</summary>
    public string FolderMissing(string path) => Format(nameof(FolderMissing), OneLine(path));

    /// <summary>The path is a folder.</summary>
    public string DatabaseIsFolder(string path) => Format(nameof(DatabaseIsFolder), OneLine(path));

    /// <summary>The path is a device, a pipe or a socket.</summary>
    public string DatabaseIsSpecial(string path) => Format(nameof(DatabaseIsSpecial), OneLine(path));

    /// <summary>A later server has changed the tables: the version found, and the greatest one that this server knows.</summary>
    public string DatabaseTooNew(string path, long found, long known) => Format(nameof(DatabaseTooNew), OneLine(path), found, known);

    /// <summary>The same on a database server.</summary>
    public string DatabaseServerTooNew(string server, long found, long known) =>
        Format(nameof(DatabaseServerTooNew), OneLine(server), found, known);

    /// <summary>Another program holds the database.</summary>
    public string DatabaseLocked(string path) => Format(nameof(DatabaseLocked), OneLine(path));

    /// <summary>The file's content is not sound; <paramref name="finding"/> is what SQLite says of it.</summary>
    public string DatabaseDamaged(string path, string finding) => Format(nameof(DatabaseDamaged), OneLine(path), Reason(finding));

    /// <summary>SQLite's write-ahead log is not possible where the file is.</summary>
    public string DatabaseWithoutLog(string path, string mode) => Format(nameof(DatabaseWithoutLog), OneLine(path), mode);

    /// <summary>Any other trouble, with its reason.</summary>
    public string DatabaseError(string path, string why) => Format(nameof(DatabaseError), OneLine(path), Reason(why));

    /// <summary>There is a table of our name that is not ours.</summary>
    public string UnknownTable(string path, string table, string column) => Format(nameof(UnknownTable), OneLine(path), table, column);

    /// <summary>Nobody answers where the database server should be.</summary>
    public string DatabaseServerUnreachable(string server, string why) => Format(nameof(DatabaseServerUnreachable), OneLine(server), Reason(why));

    /// <summary>The database server does not take this user with the password that this setting gave.</summary>
    public string DatabaseLoginRefused(string server, string setting) =>
        Format(nameof(DatabaseLoginRefused), OneLine(server), OneLine(setting));

    /// <summary>The database server does not take this user without a password.</summary>
    public string DatabaseLoginWithoutPassword(string server) => Format(nameof(DatabaseLoginWithoutPassword), OneLine(server));

    /// <summary>The database server has no such database.</summary>
    public string DatabaseMissing(string server, string database) => Format(nameof(DatabaseMissing), OneLine(server), OneLine(database));

    /// <summary>The user of the database server lacks a right.</summary>
    public string DatabaseNotPermitted(string server, string why) => Format(nameof(DatabaseNotPermitted), OneLine(server), Reason(why));

    /// <summary>The connection to the database server cannot be encrypted.</summary>
    public string DatabaseWithoutTls(string server, string why) => Format(nameof(DatabaseWithoutTls), OneLine(server), Reason(why));

    /// <summary>The database server takes the password over an encrypted connection only.</summary>
    public string DatabaseNeedsTls(string server) => Format(nameof(DatabaseNeedsTls), OneLine(server));

    /// <summary>A table on the database server lacks a column of ours.</summary>
    public string TableLacksColumn(string server, string table, string column) => Format(nameof(TableLacksColumn), OneLine(server), table, column);

    /// <summary>A table wants a value for a column that this server does not know.</summary>
    public string ColumnNeedsValue(string database, string table, string column) =>
        Format(nameof(ColumnNeedsValue), OneLine(database), table, OneLine(column));

    /// <summary>Any other trouble with the database server, with its reason.</summary>
    public string DatabaseServerError(string server, string why) => Format(nameof(DatabaseServerError), OneLine(server), Reason(why));
}
