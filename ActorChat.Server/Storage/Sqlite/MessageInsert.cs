using System.Net;

namespace ActorChat.Server.Storage.Sqlite;

/// <summary>
/// The insert of so many messages by one statement. With AUTOINCREMENT every statement reads and writes <c>sqlite_sequence</c>
/// besides its rows, so that sixteen rows together cost a third of what they cost apart.
/// </summary>
internal sealed class MessageInsert
{
    private const int Columns = 5;

    private readonly SqliteStatement _statement;

    // What the parameters of each row hold: they outlive a run, and setting one costs a call and a copy.
    private readonly MessageRecord?[] _bound;

    /// <summary>Prepares the statement.</summary>
    /// <param name="session">Has the tables; owns the statement.</param>
    /// <param name="rows">How many at once.</param>
    /// <exception cref="Microsoft.Data.Sqlite.SqliteException">The tables are not there.</exception>
    public MessageInsert(SqliteSession session, int rows)
    {
        var values = string.Join(", ", Enumerable.Repeat("(?, ?, ?, ?, ?)", rows));
        _statement = session.Prepare($"INSERT INTO mensajes (contenido, fecha_envio, ip_cliente, autor, sala) VALUES {values}");
        _bound = new MessageRecord?[rows];
    }

    /// <summary>How many at once.</summary>
    public int Rows => _bound.Length;

    /// <summary>Inserts the messages from this one on.</summary>
    /// <exception cref="Microsoft.Data.Sqlite.SqliteException">SQLite reports an error.</exception>
    public void Run(IReadOnlyList<MessageRecord> batch, int start)
    {
        for (var row = 0; row < Rows; row++)
            Bind(row, batch[start + row]);
        _statement.Run();
    }

    private void Bind(int row, in MessageRecord message)
    {
        var isUnknown = _bound[row] is null;
        var before = _bound[row].GetValueOrDefault();
        // Should SQLite refuse one of them, nothing is known of this row any more.
        _bound[row] = null;
        var first = (row * Columns) + 1;
        _statement.Bind(first, message.Content);
        if (isUnknown || before.SentAt != message.SentAt)
            _statement.Bind(first + 1, message.SentAt, "s");
        if (!message.IpAddress.Equals(before.IpAddress))
            _statement.Bind(first + 2, WithoutMapping(message.IpAddress), "");
        if (isUnknown || before.Author != message.Author)
            _statement.Bind(first + 3, message.Author);
        if (isUnknown || before.Room != message.Room)
            _statement.Bind(first + 4, message.Room);
        _bound[row] = message with { Content = "" };
    }

    private static IPAddress WithoutMapping(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
}
