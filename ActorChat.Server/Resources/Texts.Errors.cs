namespace ActorChat.Server.Resources;

// Reasons of the system or a database, as parts of sentences. The folder Errors maps exceptions to them.
internal sealed partial class Texts
{
    public string NoPermission => Text();
    public string NoSuchFile => Text();
    public string NoSuchFolder => Text();
    public string NameTooLong => Text();
    public string ImpossibleName => Text();
    public string ExistsAlready => Text();

    /// <summary>A part of the path is not a folder.</summary>
    public string NotAFolder => Text();

    /// <summary>Symbolic links form a cycle.</summary>
    public string LinksInACircle => Text();

    /// <summary>A pipe without a reader, or a missing device.</summary>
    public string NoSuchDevice => Text();

    public string DiskFull => Text();

    /// <summary>The user's disk quota is exceeded.</summary>
    public string QuotaUsedUp => Text();

    /// <summary>The limit for file sizes is exceeded.</summary>
    public string FileTooLarge => Text();

    public string ReadOnlyDisk => Text();
    public string DiskFailed => Text();
    public string TooManyOpenFiles => Text();
    public string UsedByAnother => Text();
    public string OutOfMemory => Text();

    /// <summary>A closed pipe or connection.</summary>
    public string NobodyReads => Text();

    /// <summary>The parent process has closed this output.</summary>
    public string IsClosed => Text();

    /// <summary>Connection refused.</summary>
    public string NobodyListens => Text();

    /// <summary>Connection reset.</summary>
    public string PeerReset => Text();

    public string ConnectionLost => Text();

    /// <summary>The driver gives no reason.</summary>
    public string NoConnection => Text();

    /// <summary>Something else than a database server answers.</summary>
    public string NoMySqlAnswer => Text();

    /// <summary>A timeout.</summary>
    public string AnswerOverdue => Text();

    public string NoRoute => Text();
    public string NetworkDown => Text();
    public string NoSuchHost => Text();

    /// <summary>Not an address of this machine.</summary>
    public string ForeignAddress => Text();

    public string NoPermissionForPort => Text();

    /// <summary>The address family is disabled.</summary>
    public string NoSuchAddressFamily => Text();

    public string TlsFailed => Text();
    public string TlsNotOffered => Text();
    public string LockedByAnother => Text();
    public string ReadOnly => Text();
    public string IsDamaged => Text();
    public string IsNoSqlite => Text();
    public string CannotBeOpened => Text();
    public string LoginRefused => Text();

    /// <summary>The driver lacks the authentication plugin.</summary>
    public string LoginMethodUnknown => Text();

    public string NoSuchDatabase => Text();
    public string NoSuchTable => Text();

    public string ServerTooManyConnections => Text();

    /// <summary>Temporarily, after failed connections.</summary>
    public string ServerBlocksHost => Text();

    public string ServerRefusesHost => Text();
    public string ServerDiskFull => Text();
    public string ServerOutOfMemory => Text();
    public string ServerIsStopping => Text();

    /// <summary>By KILL.</summary>
    public string ServerEndedConnection => Text();

    /// <summary>Any other failure, by the type of the exception.</summary>
    public string UnknownFailure(string kind) => Format(nameof(UnknownFailure), kind);

    public string SystemErrorNumber(int number) => Format(nameof(SystemErrorNumber), number);
    public string NetworkError(string name) => Format(nameof(NetworkError), name);

    /// <summary>With the extended result code.</summary>
    public string SqliteDiskFailed(int number) => Format(nameof(SqliteDiskFailed), number);

    public string SqliteErrorNumber(int number) => Format(nameof(SqliteErrorNumber), number);

    /// <summary>In SQLite's words, which name the object.</summary>
    public string SqliteSays(int number, string words) => Format(nameof(SqliteSays), number, OneLine(words));

    /// <summary>In the database server's own words and language.</summary>
    public string ServerSays(int number, string words) => Format(nameof(ServerSays), number, Reason(words));

    public string ServerNoPermission(int number) => Format(nameof(ServerNoPermission), number);

    /// <summary>A value does not fit the table.</summary>
    public string UnfitValue(int number) => Format(nameof(UnfitValue), number);
}
