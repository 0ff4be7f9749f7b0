using System.Net;
using Microsoft.Data.Sqlite;

namespace ActorChat.Server.Persistence.Sqlite;

/// <summary>Messages in the table <c>mensajes</c> of a SQLite file. Owns its session.</summary>
internal sealed class SqliteMessageStore : IMessageStore
{
    // The id is asked for by sqlite3_last_insert_rowid: RETURNING makes every insert twice as slow.
    private const string InsertSql =
        "INSERT INTO mensajes (contenido, fecha_envio, ip_cliente, autor, sala) VALUES (?1, ?2, ?3, ?4, ?5)";

    private readonly SqliteSession _session;
    private readonly SqliteStatement _insert;

    /// <summary>A store on an open file that has the tables.</summary>
    /// <exception cref="SqliteException">The tables are not there.</exception>
    public SqliteMessageStore(SqliteSession session)
    {
        _session = session;
        _insert = session.Prepare(InsertSql);
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
        for (var i = 0; i < ids.Length; i++)
        {
            Insert(batch[i]);
            ids[i] = _session.LastId;
        }
    }

    private void Insert(MessageRecord message)
    {
        _insert.Bind(1, message.Content);
        _insert.Bind(2, message.SentAt, "s");
        _insert.Bind(3, WithoutMapping(message.IpAddress), "");
        _insert.Bind(4, message.Author);
        _insert.Bind(5, message.Room);
        _insert.Run();
    }

    private static IPAddress WithoutMapping(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
}
