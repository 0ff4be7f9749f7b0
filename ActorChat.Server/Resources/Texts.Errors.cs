namespace ActorChat.Server.Resources;

// Why the system or a database refused: parts of sentences, for the places of their reasons. What is which stands in Errors/.
internal sealed partial class Texts
{
    /// <summary>Who runs the server may not do it.</summary>
    public string NoPermission => Text();

    /// <summary>There is no such file.</summary>
    public string NoSuchFile => Text();

    /// <summary>The folder of the file is not there.</summary>
    public string NoSuchFolder => Text();

    /// <summary>No file can have so long a name.</summary>
    public string NameTooLong => Text();

    /// <summary>No file can have this name.</summary>
    public string ImpossibleName => Text();

    /// <summary>There is one already.</summary>
    public string ExistsAlready => Text();

    /// <summary>Something on the way to the file is no folder.</summary>
    public string NotAFolder => Text();

    /// <summary>Symbolic links lead to each other.</summary>
    public string LinksInACircle => Text();

    /// <summary>A pipe without a reader, or a device that is not there.</summary>
    public string NoSuchDevice => Text();

    /// <summary>The disk is full.</summary>
    public string DiskFull => Text();

    /// <summary>The user's share of the disk is full.</summary>
    public string QuotaUsedUp => Text();

    /// <summary>A limit for the size of files is met.</summary>
    public string FileTooLarge => Text();

    /// <summary>The file system takes no writes.</summary>
    public string ReadOnlyDisk => Text();

    /// <summary>An input or output error.</summary>
    public string DiskFailed => Text();

    /// <summary>Out of descriptors.</summary>
    public string TooManyOpenFiles => Text();

    /// <summary>Somebody else has it.</summary>
    public string UsedByAnother => Text();

    /// <summary>Out of memory.</summary>
    public string OutOfMemory => Text();

    /// <summary>A pipe or a connection whose reader has gone.</summary>
    public string NobodyReads => Text();

    /// <summary>An output that whoever started the program has closed.</summary>
    public string IsClosed => Text();

    /// <summary>Connection refused.</summary>
    public string NobodyListens => Text();

    /// <summary>Connection reset.</summary>
    public string PeerReset => Text();

    /// <summary>The connection ended in the middle of something.</summary>
    public string ConnectionLost => Text();

    /// <summary>No connection could be opened; the driver does not say why.</summary>
    public string NoConnection => Text();

    /// <summary>Another program than a database server answers.</summary>
    public string NoMySqlAnswer => Text();

    /// <summary>A time limit passed.</summary>
    public string AnswerOverdue => Text();

    /// <summary>Host or network unreachable.</summary>
    public string NoRoute => Text();

    /// <summary>The network is down.</summary>
    public string NetworkDown => Text();

    /// <summary>The name has no address.</summary>
    public string NoSuchHost => Text();

    /// <summary>The address cannot be listened on here.</summary>
    public string ForeignAddress => Text();

    /// <summary>The port may not be opened by this user.</summary>
    public string NoPermissionForPort => Text();

    /// <summary>An address of a family that is switched off.</summary>
    public string NoSuchAddressFamily => Text();

    /// <summary>The TLS handshake failed.</summary>
    public string TlsFailed => Text();

    /// <summary>The server knows no encryption.</summary>
    public string TlsNotOffered => Text();

    /// <summary>A database or a table is locked.</summary>
    public string LockedByAnother => Text();

    /// <summary>Nothing can be written to the database.</summary>
    public string ReadOnly => Text();

    /// <summary>The database file is malformed.</summary>
    public string IsDamaged => Text();

    /// <summary>The file is something else.</summary>
    public string IsNoSqlite => Text();

    /// <summary>The database file cannot be opened.</summary>
    public string CannotBeOpened => Text();

    /// <summary>The database server does not take this login.</summary>
    public string LoginRefused => Text();

    /// <summary>The database server wants an authentication plugin that the driver lacks.</summary>
    public string LoginMethodUnknown => Text();

    /// <summary>The database server has no such database.</summary>
    public string NoSuchDatabase => Text();

    /// <summary>The database server has no such table.</summary>
    public string NoSuchTable => Text();

    /// <summary>The database server takes no more connections.</summary>
    public string ServerTooManyConnections => Text();

    /// <summary>The database server takes no connections from here for now.</summary>
    public string ServerBlocksHost => Text();

    /// <summary>The database server takes no connections from here.</summary>
    public string ServerRefusesHost => Text();

    /// <summary>The database server's disk or table is full.</summary>
    public string ServerDiskFull => Text();

    /// <summary>The database server is out of memory.</summary>
    public string ServerOutOfMemory => Text();

    /// <summary>The database server stops.</summary>
    public string ServerIsStopping => Text();

    /// <summary>Somebody ended it with KILL.</summary>
    public string ServerEndedConnection => Text();

    /// <summary>Anything else, by the kind of the exception.</summary>
    public string UnknownFailure(string kind) => Format(nameof(UnknownFailure), kind);

    /// <summary>A seldom error of the system.</summary>
    public string SystemErrorNumber(int number) => Format(nameof(SystemErrorNumber), number);

    /// <summary>A seldom error of the network, by its name.</summary>
    public string NetworkError(string name) => Format(nameof(NetworkError), name);

    /// <summary>An input or output error that SQLite met, with its extended code.</summary>
    public string SqliteDiskFailed(int number) => Format(nameof(SqliteDiskFailed), number);

    /// <summary>A seldom error of SQLite.</summary>
    public string SqliteErrorNumber(int number) => Format(nameof(SqliteErrorNumber), number);

    /// <summary>An error of SQLite about something with a name, in its words.</summary>
    public string SqliteSays(int number, string words) => Format(nameof(SqliteSays), number, OneLine(words));

    /// <summary>A seldom error of a database server, in its words, whose language its operator has chosen.</summary>
    public string ServerSays(int number, string words) => Format(nameof(ServerSays), number, Reason(words));

    /// <summary>The user of the database server lacks a right.</summary>
    public string ServerNoPermission(int number) => Format(nameof(ServerNoPermission), number);

    /// <summary>A value does not fit into the table.</summary>
    public string UnfitValue(int number) => Format(nameof(UnfitValue), number);
}
