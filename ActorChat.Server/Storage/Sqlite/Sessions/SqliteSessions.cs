namespace ActorChat.Server.Storage.Sqlite.Sessions;

/// <summary>
/// The open sessions of one file in this process. When the file, or the log beside it, is deleted or replaced, all of them must be
/// closed before the first opens it anew: an old session would share the index of the log with a new one, and spoil it
/// (https://sqlite.org/howtocorrupt.html, "Unlinking or renaming a database file while in use"). For many threads.
/// </summary>
/// <param name="path">The file's full path.</param>
internal sealed class SqliteSessions(string path)
{
    private readonly List<SqliteSession> _open = [];
    private bool _gone;

    public string Path => path;

    /// <summary>Held while a session is opened or closed; taken before a session's own lock, never after it.</summary>
    public Lock Gate { get; } = new();

    public void Add(SqliteSession session)
    {
        lock (Gate)
            _open.Add(session);
    }

    public void Remove(SqliteSession session)
    {
        lock (Gate)
            _open.Remove(session);
    }

    /// <summary>The file is gone: nobody writes any more, and all is closed as soon as possible.</summary>
    /// <param name="finder">Who found it out. If it has been closed meanwhile, the others are on another file.</param>
    public void OnFileGone(SqliteSession finder)
    {
        lock (Gate)
        {
            if (!_open.Contains(finder))
                return;
            _gone = true;
            _open.ForEach(session => session.Invalidate());
            TryCloseGone();
        }
    }

    /// <summary>
    /// Closes what is left of a file that is gone. False when that is not possible yet, because somebody else reads it: its log would
    /// be lost, or be taken for the log of the file that is in its place now.
    /// </summary>
    public bool TryCloseGone()
    {
        lock (Gate)
        {
            if (!_gone)
                return true;

            // Also makes a file complete that was moved away, or that has lost its log.
            if (!_open.TrueForAll(session => session.TryCheckpoint()) && File.Exists(path))
                return false;
            foreach (var session in _open.ToList())
                session.Dispose();
            _gone = false;
            return true;
        }
    }
}
