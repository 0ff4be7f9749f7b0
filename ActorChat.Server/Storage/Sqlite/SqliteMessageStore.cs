using Microsoft.Data.Sqlite;

namespace ActorChat.Server.Storage.Sqlite;

/// <summary>Messages in the table <c>mensajes</c> of a SQLite file. Owns its session.</summary>
internal sealed class SqliteMessageStore : IMessageStore
{
    // More gains nothing: by then the rows themselves are the cost.
    private const int RowsTogether = 16;

    private readonly SqliteSession _session;
    private readonly MessageInsert _one;
    private readonly MessageInsert _many;

    /// <summary>A store on an open file that has the tables.</summary>
    /// <exception cref="SqliteException">The tables are not there.</exception>
    public SqliteMessageStore(SqliteSession session)
    {
        _session = session;
        _one = new MessageInsert(session, 1);
        _many = HasTriggers(session) ? _one : new MessageInsert(session, RowsTogether);
    }

    /// <inheritdoc/>
    public IReadOnlyList<long> Append(IReadOnlyList<MessageRecord> batch)
    {
        if (batch.Count == 0)
            return [];

        var ids = new long[batch.Count];
        _session.Write(() => Insert(batch, ids));
        return ids;
    }

    /// <inheritdoc/>
    public void Dispose() => _session.Close();

    private void Insert(IReadOnlyList<MessageRecord> batch, long[] ids)
    {
        for (var done = 0; done < ids.Length;)
        {
            var insert = ids.Length - done >= _many.Rows ? _many : _one;
            insert.Run(batch, done);
            NumberFrom(_session.LastId - insert.Rows + 1, ids.AsSpan(done, insert.Rows));
            done += insert.Rows;
        }
    }

    // Each row of a statement gets the id after that of the row before, as nobody else can write meanwhile
    // (https://sqlite.org/autoinc.html). To ask by RETURNING would make an insert twice as slow.
    private static void NumberFrom(long id, Span<long> ids)
    {
        for (var i = 0; i < ids.Length; i++)
            ids[i] = id + i;
    }

    // Somebody's own trigger might insert messages in between the rows of a statement.
    private static bool HasTriggers(SqliteSession session) =>
        session.Query("SELECT 1 FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'mensajes' COLLATE NOCASE").Count > 0;
}
