namespace ActorChat.Server.Resources;

// Reasons of the system or a database, as parts of sentences. The folder Errors maps exceptions to them.
internal sealed partial class Texts
{
    // Files and devices
    public string NoPermission => Text();
    public string NoSuchFile => Text();
    public string NoSuchFolder => Text();
    public string NameTooLong => Text();
    public string InvalidName => Text();
    public string AlreadyExists => Text();
    public string NotAFolder => Text();
    public string SymlinkCycle => Text();
    public string NoSuchDevice => Text();
    public string DiskFull => Text();
    public string QuotaExceeded => Text();
    public string FileTooLarge => Text();
    public string ReadOnlyDisk => Text();
    public string DiskError => Text();
    public string TooManyOpenFiles => Text();
    public string InUse => Text();
    public string OutOfMemory => Text();
    public string BrokenPipe => Text();
    public string OutputClosed => Text();

    // Network
    public string ConnectionRefused => Text();
    public string ConnectionReset => Text();
    public string ConnectionLost => Text();
    public string AnswerOverdue => Text();
    public string HostUnreachable => Text();
    public string NetworkDown => Text();
    public string NoSuchHost => Text();
    public string AddressNotAvailable => Text();
    public string NoPermissionForPort => Text();
    public string NoSuchAddressFamily => Text();
    public string TlsFailed => Text();

    // Both databases
    public string Locked => Text();
    public string ReadOnly => Text();

    // SQLite
    public string DatabaseCorrupt => Text();
    public string NotSqlite => Text();
    public string CannotOpenFile => Text();

    // MySQL; the driver gives no reason for CannotConnect
    public string CannotConnect => Text();
    public string NoMySqlAnswer => Text();
    public string TlsNotOffered => Text();
    public string LoginRefused => Text();
    public string LoginMethodUnknown => Text();
    public string NoSuchDatabase => Text();
    public string NoSuchTable => Text();
    public string ServerTooManyConnections => Text();
    public string ServerBlocksHost => Text();
    public string ServerRefusesHost => Text();
    public string ServerDiskFull => Text();
    public string ServerOutOfMemory => Text();
    public string ServerShuttingDown => Text();
    public string ConnectionKilled => Text();
    public string UnknownFailure(string kind) => Format(nameof(UnknownFailure), kind);
    public string SystemErrorNumber(int number) => Format(nameof(SystemErrorNumber), number);
    public string NetworkError(string name) => Format(nameof(NetworkError), name);
    public string SqliteDiskError(int number) => Format(nameof(SqliteDiskError), number);
    public string SqliteErrorNumber(int number) => Format(nameof(SqliteErrorNumber), number);
    public string SqliteErrorMessage(int number, string words) => Format(nameof(SqliteErrorMessage), number, OneLine(words));
    public string ServerErrorMessage(int number, string words) => Format(nameof(ServerErrorMessage), number, Reason(words));
    public string ServerNoPermission(int number) => Format(nameof(ServerNoPermission), number);
    public string UnfitValue(int number) => Format(nameof(UnfitValue), number);
}
