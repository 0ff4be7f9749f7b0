namespace ActorChat.Server.Storage.Sqlite;

/// <summary>SQLite's <c>PRAGMA synchronous</c> (https://sqlite.org/pragma.html#pragma_synchronous), as far as a write-ahead log makes sense with it.</summary>
internal enum SqliteSync
{
    /// <summary>A commit is on the disk when it returns.</summary>
    Full,

    /// <summary>A commit is with the system: it outlives this process, but the last ones not a power cut.</summary>
    Normal,
}
