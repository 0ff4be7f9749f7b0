using System.Globalization;
using ActorChat.Server.Storage.Errors;
using MySqlConnector;

namespace ActorChat.Server.Storage.MySql;

/// <summary>Reads the table <c>mensajes</c> of a MySQL or MariaDB server. Owns its session.</summary>
internal sealed class MySqlMessageReader(MySqlSession session, MySqlOptions options) : IMessageReader
{
    private const string LastSql =
        "SELECT numero, COALESCE(instante, 0) FROM mensajes WHERE sala = @r AND numero IS NOT NULL ORDER BY numero DESC LIMIT 1";

    private bool _disposed;

    /// <inheritdoc/>
    public RoomPosition Last(string room) =>
        Read(LastSql, row => new RoomPosition(row.GetInt64(0), row.GetInt64(1)), room).SingleOrDefault();

    /// <inheritdoc/>
    public IReadOnlyList<StoredMessage> Before(string room, long number, int count)
    {
        var sql = string.Create(CultureInfo.InvariantCulture, $"""
            SELECT numero, COALESCE(instante, 0), COALESCE(autor, ''), contenido FROM mensajes
            WHERE sala = @r AND numero < {number} ORDER BY numero DESC LIMIT {count}
            """);
        var messages = Read(sql, row => new StoredMessage(room, row.GetInt64(0), row.GetInt64(1), row.GetString(2), row.GetString(3)), room);
        messages.Reverse();
        return messages;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _disposed = true;
        session.Dispose();
    }

    private List<T> Read<T>(string sql, Func<MySqlDataReader, T> take, string room)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        try
        {
            return session.Query(sql, take, ("@r", room));
        }
        catch (Exception failure)
        {
            throw new OpenException(options.Location, MySqlErrors.WhenOpening(options, failure), failure);
        }
    }
}
