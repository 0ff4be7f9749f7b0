namespace ActorChat.Server.Storage.Errors;

/// <summary>Every reason why a database cannot be used. Closed: whoever words them for the user has to word all.</summary>
internal abstract record OpenError
{
    private OpenError()
    {
    }

    internal sealed record PathIsFolder : OpenError;

    /// <summary>There is a device, a pipe or a socket where the file should be.</summary>
    internal sealed record PathIsSpecial : OpenError;

    /// <summary>The folder that should hold the file does not exist (it is not created: a mistyped path would be hidden).</summary>
    internal sealed record FolderMissing(string Folder) : OpenError;

    internal sealed record FileMissing : OpenError;

    /// <summary>The file system allows no new file in the folder; SQLite needs to put its log beside the database.</summary>
    internal sealed record FolderNotWritable(string Folder) : OpenError;

    internal sealed record FileNotWritable : OpenError;

    /// <summary>The file, or the log beside it, exists and this user may not open it.</summary>
    internal sealed record NoAccess : OpenError;

    internal sealed record NotSqlite : OpenError;

    /// <summary>The file is a SQLite database with damaged content; the detail is SQLite's first finding.</summary>
    internal sealed record Damaged(string Detail) : OpenError;

    internal sealed record NewerSchema(long Found, long Known, bool OnServer = false) : OpenError;

    /// <summary>A table cannot be ours: the column is missing, or is <c>id</c> and does not number the rows by itself.</summary>
    internal sealed record UnknownTable(string Table, string Column) : OpenError;

    /// <summary>The file system cannot have SQLite's write-ahead log (a network's, say); which journal mode it stays with.</summary>
    internal sealed record NoWriteAheadLog(string Mode) : OpenError;

    /// <summary>Another process kept the database locked for longer than the busy timeout.</summary>
    internal sealed record Locked : OpenError;

    internal sealed record Unreachable(string Detail) : OpenError;

    /// <summary>Names the setting that gave the password; null when none was given.</summary>
    internal sealed record LoginRefused(string User, string? PasswordFrom = null) : OpenError;

    internal sealed record DatabaseMissing(string Database) : OpenError;

    internal sealed record NotPermitted(string User, string Detail) : OpenError;

    /// <summary>As <see cref="UnknownTable"/>, on a database server.</summary>
    internal sealed record TableLacksColumn(string Table, string Column) : OpenError;

    /// <summary>No row could be inserted: a column that is not ours must have a value.</summary>
    internal sealed record ColumnNeedsValue(string Table, string Column) : OpenError;

    /// <summary>The database server refuses for a reason of its own, in its words.</summary>
    internal sealed record ServerRefused(string Detail) : OpenError;

    internal sealed record NoTls(string Detail) : OpenError;

    /// <summary>The database server takes this user, or his password, over an encrypted connection only.</summary>
    internal sealed record TlsNeeded : OpenError;

    /// <summary>None of the above; the database's or the system's own words.</summary>
    internal sealed record Other(string Message) : OpenError;
}
