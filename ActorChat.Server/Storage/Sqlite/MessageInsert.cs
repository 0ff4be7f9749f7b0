using ActorChat.Server.Storage.Sqlite.Sessions;

namespace ActorChat.Server.Storage.Sqlite;

/// <summary>
/// Inserts so many messages by one statement. With AUTOINCREMENT every statement reads and writes <c>sqlite_sequence</c>
/// besides its rows, so that sixteen rows together cost a third of what they cost apart.
/// </summary>
internal sealed class MessageInsert
{
    private const int Columns = 8;

    private readonly SqliteStatement _statement;

    // What the parameters of each row hold. They outlive a run, and setting one costs a call and a copy.
    private readonly MessageRecord?[] _bound;

    /// <summary>Prepares the statement; the session owns it.</summary>
    public MessageInsert(SqliteSession session, int rows)
    {
        var values = string.Join(", ", Enumerable.Repeat("(?, ?, ?, ?, ?, ?, ?, ?)", rows));
        _statement = session.Prepare(
            $"INSERT INTO mensajes (contenido, fecha_envio, ip_cliente, autor, sala, numero, instante, marca) VALUES {values}");
        _bound = new MessageRecord?[rows];
    }

    /// <summary>How many at once.</summary>
    public int Rows => _bound.Length;

    /// <summary>Inserts the messages from this one on.</summary>
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
        // If SQLite refuses one of them, nothing is known of this row any more.
        _bound[row] = null;
        var first = (row * Columns) + 1;
        _statement.Bind(first, message.Content);
        if (isUnknown || SecondOf(before) != SecondOf(message))
            _statement.Bind(first + 1, message.SentAt, "s");
        if (isUnknown || before.Address != message.Address)
            _statement.Bind(first + 2, message.Address);
        if (isUnknown || before.Author != message.Author)
            _statement.Bind(first + 3, message.Author);
        if (isUnknown || before.Room != message.Room)
            _statement.Bind(first + 4, message.Room);
        _statement.Bind(first + 5, message.Number);
        _statement.Bind(first + 6, message.Instant);
        if (isUnknown || before.Mark != message.Mark)
            _statement.Bind(first + 7, message.Mark);
        _bound[row] = message with { Content = "" };
    }

    // The local time is what is stored.
    private static long SecondOf(in MessageRecord message) => message.SentAt.Ticks / TimeSpan.TicksPerSecond;
}
