namespace ActorChat.Server.Resources;

// Why the database is unusable, and what to do, for Error.
internal sealed partial class Texts
{
    public string NotADatabase(string path) => Format(nameof(NotADatabase), OneLine(path));
    public string ReadOnlyDatabase(string path) => Format(nameof(ReadOnlyDatabase), OneLine(path));
    public string DatabaseFileMissing(string path) => Format(nameof(DatabaseFileMissing), OneLine(path));
    public string BackupDone(string path) => Format(nameof(BackupDone), OneLine(path));
    public string BackupExists(string path) => Format(nameof(BackupExists), OneLine(path));
    public string BackupFolderMissing(string folder) => Format(nameof(BackupFolderMissing), OneLine(folder));
    public string BackupOfServer(string server) => Format(nameof(BackupOfServer), OneLine(server));
    public string BackupFailed(string path, string why) => Format(nameof(BackupFailed), OneLine(path), Reason(why));
    public string ExportDone(long messages, string path) => Format(nameof(ExportDone), messages, OneLine(path));
    public string ExportExists(string path) => Format(nameof(ExportExists), OneLine(path));
    public string ExportFailed(string path, string why) => Format(nameof(ExportFailed), OneLine(path), Reason(why));
    public string ExportFormatUnknown(string file) => Format(nameof(ExportFormatUnknown), OneLine(file));
    public string ExportRoomUnknown(string room) => Format(nameof(ExportRoomUnknown), room);
    public string ExportRoomMeant(string room, string nearest) => Format(nameof(ExportRoomMeant), room, OneLine(nearest));
    public string ExportBrokenOff => Text();
    public string PurgeDone(long messages) => Format(nameof(PurgeDone), messages);
    public string PurgeBrokenOff(long messages) => Format(nameof(PurgeBrokenOff), messages);
    public string PurgeFailed(long messages, string why) => Format(nameof(PurgeFailed), messages, Reason(why));
    public string PurgeOfFuture => Text();
    public string TokenMade(string name) => Format(nameof(TokenMade), name);
    public string TokenExists(string name) => Format(nameof(TokenExists), name);
    public string TokenRevoked(string name) => Format(nameof(TokenRevoked), name);
    public string TokenUnknown(string name) => Format(nameof(TokenUnknown), name);
    public string TokenUsed(string name, string created, string used) => Format(nameof(TokenUsed), name, created, used);
    public string TokenUnused(string name, string created) => Format(nameof(TokenUnused), name, created);
    public string NoTokens => Text();
    public string TokenNotStored(string why) => Format(nameof(TokenNotStored), Reason(why));
    public string TokensNotRead(string why) => Format(nameof(TokensNotRead), Reason(why));
    public string FolderMissing(string path) => Format(nameof(FolderMissing), OneLine(path));
    public string DatabaseIsFolder(string path) => Format(nameof(DatabaseIsFolder), OneLine(path));
    public string DatabaseIsSpecial(string path) => Format(nameof(DatabaseIsSpecial), OneLine(path));
    public string DatabaseTooNew(string path, long found, long known) => Format(nameof(DatabaseTooNew), OneLine(path), found, known);

    public string DatabaseServerTooNew(string server, long found, long known) =>
        Format(nameof(DatabaseServerTooNew), OneLine(server), found, known);

    public string DatabaseLocked(string path) => Format(nameof(DatabaseLocked), OneLine(path));
    public string DatabaseDamaged(string path, string finding) => Format(nameof(DatabaseDamaged), OneLine(path), Reason(finding));
    public string DatabaseWithoutLog(string path, string mode) => Format(nameof(DatabaseWithoutLog), OneLine(path), mode);
    public string DatabaseError(string path, string why) => Format(nameof(DatabaseError), OneLine(path), Reason(why));
    public string UnknownTable(string path, string table, string column) => Format(nameof(UnknownTable), OneLine(path), table, column);
    public string DatabaseServerUnreachable(string server, string why) => Format(nameof(DatabaseServerUnreachable), OneLine(server), Reason(why));

    /// <summary>The setting is the source of the password.</summary>
    public string DatabaseLoginRefused(string server, string setting) =>
        Format(nameof(DatabaseLoginRefused), OneLine(server), OneLine(setting));

    public string DatabaseLoginWithoutPassword(string server) => Format(nameof(DatabaseLoginWithoutPassword), OneLine(server));
    public string DatabaseMissing(string server, string database) => Format(nameof(DatabaseMissing), OneLine(server), OneLine(database));
    public string DatabaseNotPermitted(string server, string why) => Format(nameof(DatabaseNotPermitted), OneLine(server), Reason(why));
    public string DatabaseWithoutTls(string server, string why) => Format(nameof(DatabaseWithoutTls), OneLine(server), Reason(why));
    public string DatabaseNeedsTls(string server) => Format(nameof(DatabaseNeedsTls), OneLine(server));
    public string TableLacksColumn(string server, string table, string column) => Format(nameof(TableLacksColumn), OneLine(server), table, column);

    public string ColumnNeedsValue(string database, string table, string column) =>
        Format(nameof(ColumnNeedsValue), OneLine(database), table, OneLine(column));

    public string DatabaseServerError(string server, string why) => Format(nameof(DatabaseServerError), OneLine(server), Reason(why));
}
