namespace ActorChat.Server.Storage.Sqlite.Files;

/// <summary>The two files that lie beside an open database: the log, and its index.</summary>
/// <param name="database">The full path of the database.</param>
internal sealed class WriteAheadLog(string database)
{
    private readonly WatchedFile _log = new(database + "-wal");
    private readonly WatchedFile _index = new(database + "-shm");

    /// <summary>Whether both are there.</summary>
    public bool IsThere => _log.Length is not null && _index.Length is not null;

    /// <summary>Whether the log is missing, or holds nothing: also so when another process has just made a new one.</summary>
    public bool IsEmpty => _log.Length is null or 0;
}
