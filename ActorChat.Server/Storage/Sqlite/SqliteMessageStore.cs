using ActorChat.Server.Storage.Moderation;
using ActorChat.Server.Storage.Sql;
using ActorChat.Server.Storage.Sqlite.Sessions;

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
    public SqliteMessageStore(SqliteSession session)
    {
        _session = session;
        _one = new MessageInsert(session, 1);
        _many = new MessageInsert(session, RowsTogether);
    }

    public void Append(IReadOnlyList<MessageRecord> batch)
    {
        if (batch.Count > 0)
            _session.Write(() => Insert(batch));
    }

    public void Save(StoredRoom room) => _session.Write(() => RoomTable.Write(_session, room));

    public void Save(ModerationAct act, string name) => _session.Write(() => ModerationTables.Write(_session, act, name));

    public void Dispose() => _session.Close();

    private void Insert(IReadOnlyList<MessageRecord> batch)
    {
        for (var done = 0; done < batch.Count;)
        {
            var insert = batch.Count - done >= _many.Rows ? _many : _one;
            insert.Run(batch, done);
            done += insert.Rows;
        }
    }
}
