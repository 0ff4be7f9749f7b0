using ActorChat.Server.Storage.Sqlite.Sessions;
using Microsoft.Data.Sqlite;

namespace ActorChat.Server.Storage.Sqlite;

/// <summary>Reads the table <c>mensajes</c> of a SQLite file. Owns its session.</summary>
internal sealed class SqliteMessageReader : IMessageReader
{
    private readonly SqliteSession _session;
    private readonly SqliteStatement _last;
    private readonly SqliteStatement _before;

    /// <summary>A reader of an open file that has the tables.</summary>
    /// <exception cref="SqliteException">The tables are not there.</exception>
    public SqliteMessageReader(SqliteSession session)
    {
        _session = session;
        _last = session.Prepare("SELECT numero, instante FROM mensajes WHERE sala = ?1 AND numero IS NOT NULL ORDER BY numero DESC LIMIT 1");
        _before = session.Prepare("""
            SELECT numero, instante, autor, contenido FROM mensajes
            WHERE sala = ?1 AND numero IS NOT NULL AND numero < ?2 ORDER BY numero DESC LIMIT ?3
            """);
    }

    /// <inheritdoc/>
    public RoomPosition Last(string room) => _session.Read(() =>
    {
        _last.Bind(1, room);
        return _last.Rows(row => new RoomPosition(row.Number(0), row.Number(1))).SingleOrDefault();
    });

    /// <inheritdoc/>
    public IReadOnlyList<StoredMessage> Before(string room, long number, int count) => _session.Read(() =>
    {
        _before.Bind(1, room);
        _before.Bind(2, number);
        _before.Bind(3, count);
        var messages = _before.Rows(row => new StoredMessage(room, row.Number(0), row.Number(1), row.Text(2), row.Text(3)));
        messages.Reverse();
        return messages;
    });

    /// <inheritdoc/>
    public void Dispose() => _session.Close();
}
