namespace ActorChat.Server.Storage.Sqlite;

/// <summary>What can be chosen about the SQLite file.</summary>
/// <param name="Path">The file; relative to the current directory if not absolute. Its folder must exist.</param>
internal sealed record SqliteOptions(string Path)
{
    /// <summary>How long a statement waits for another process's lock before it fails.</summary>
    public TimeSpan BusyTimeout { get; init; } = TimeSpan.FromSeconds(4);

    /// <summary>From then on no lock is waited for any more.</summary>
    public CancellationToken LockWaitCancellation { get; init; }

    /// <summary>Whether a commit waits for the disk.</summary>
    public SqliteSync Sync { get; init; } = SqliteSync.Full;
}

/// <summary>SQLite's <c>PRAGMA synchronous</c> (https://sqlite.org/pragma.html#pragma_synchronous), as far as a write-ahead log makes sense with it.</summary>
internal enum SqliteSync
{
    /// <summary>A commit is on the disk when it returns.</summary>
    Full,

    /// <summary>A commit is with the system: it outlives this process, but the last ones not a power cut.</summary>
    Normal,
}
