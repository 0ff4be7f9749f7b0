namespace ActorChat.Server.Persistence.Sqlite;

/// <summary>The native SQLite that serves this process, for the log at start.</summary>
/// <param name="Version">For example <c>3.40.1</c>.</param>
/// <param name="Source">Where it came from: <c>libsqlite3.so.0</c> (the system's) or <c>e_sqlite3</c> (the package's).</param>
internal sealed record SqliteLibrary(string Version, string Source);
