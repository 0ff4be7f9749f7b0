using System.Diagnostics;
using System.Globalization;
using System.Text;
using ActorChat.Server.Resources;
using ActorChat.Server.Storage.Errors;

namespace ActorChat.Server.Storage.MySql;

/// <summary>Messages in the table <c>mensajes</c> of a MySQL or MariaDB server. Owns its session.</summary>
internal sealed class MySqlMessageStore : IMessageStore
{
    private const int RowsPerStatement = 100;

    // Of text, in one statement: as UTF-8 with every quote escaped far below the largest packet of any server.
    private const int CharactersPerStatement = 100_000;

    // Shorter than the chat waits: the author hears what has become of the message.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(3.5);

    // A connection that was closed while nobody used it fails at once. One whose server does not answer must not be waited for twice.
    private static readonly TimeSpan FailsAtOnce = TimeSpan.FromMilliseconds(300);

    private readonly Func<MySqlSession> _connect;
    private readonly long _largestPacket;
    private MySqlSession? _session;
    private bool _disposed;

    /// <summary>A store on an open session, to a database that has the table.</summary>
    /// <param name="session">Owned from now on.</param>
    /// <param name="connect">Opens the next session, as <paramref name="session"/> was.</param>
    public MySqlMessageStore(MySqlSession session, Func<MySqlSession> connect)
    {
        (_session, _connect) = (session, connect);
        _largestPacket = session.Query("SELECT @@SESSION.max_allowed_packet", row => row.GetInt64(0)).Single();
    }

    /// <inheritdoc/>
    public Func<Texts, string>? Caution { get; init; }

    /// <inheritdoc/>
    public void Append(IReadOnlyList<MessageRecord> batch)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (batch.Count == 0)
            return;
        foreach (var message in batch)
            RefuseTooLarge(message.Content);
        try
        {
            var session = Begin(Stopwatch.GetTimestamp(), batch[^1].SentAt.Offset);
            for (var done = 0; done < batch.Count;)
                done += Insert(session, batch, done);
            session.Execute("COMMIT");
        }
        catch (Exception failure)
        {
            // Of any kind: a closed connection is an IOException, a broken answer an InvalidOperationException, and so on.
            var error = MySqlErrors.WhenWriting(failure);
            if (error.Error.MayBeStored() || !TryRollBack())
                Disconnect();
            throw error;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _disposed = true;
        Disconnect();
    }

    private static string InsertSql(IReadOnlyList<MessageRecord> batch, int start, int count) =>
        "INSERT INTO mensajes (contenido, fecha_envio, ip_cliente, autor, sala, numero, instante) VALUES "
        + string.Join(", ", Enumerable.Range(0, count).Select(i => RowSql(batch[start + i], i)));

    private static string RowSql(in MessageRecord message, int i) => string.Create(
        CultureInfo.InvariantCulture,
        $"(@c{i}, '{message.SentAt:s}', @i{i}, @a{i}, @r{i}, {(message.Number is { } number ? $"{number}" : "NULL")}, {message.Instant})");

    // Otherwise the server would close the connection in the middle of it.
    private void RefuseTooLarge(string content)
    {
        var worstPerCharacter = 2 * Encoding.UTF8.GetMaxByteCount(1);
        if ((long)content.Length * worstPerCharacter <= _largestPacket)
            return;
        var escaped = Encoding.UTF8.GetByteCount(content) + content.Count(character => character is '\'' or '\\');
        if (escaped + 1024 > _largestPacket)
            throw new WriteException(WriteError.UnfitValue, string.Create(CultureInfo.InvariantCulture, $"max_allowed_packet = {_largestPacket}"));
    }

    private MySqlSession Begin(long began, TimeSpan offset)
    {
        try
        {
            if (_session is { } open)
                return Begin(open, began, offset);
        }
        catch (Exception) when (Stopwatch.GetElapsedTime(began) < FailsAtOnce)
        {
            Disconnect();
        }

        return Begin(_session = _connect(), began, offset);
    }

    // A TIMESTAMP made by hand is read in the zone of the session.
    private static MySqlSession Begin(MySqlSession session, long began, TimeSpan offset)
    {
        session.EndBy(began, Limit);
        session.UseTimeZone(offset);
        session.Execute("START TRANSACTION");
        return session;
    }

    private static int Insert(MySqlSession session, IReadOnlyList<MessageRecord> batch, int start)
    {
        var (count, characters) = (0, 0L);
        var parameters = new List<(string Name, string? Value)>();
        while (count < RowsPerStatement && start + count < batch.Count)
        {
            var message = batch[start + count];
            characters += message.Content.Length;
            if (count > 0 && characters > CharactersPerStatement)
                break;
            parameters.AddRange([($"@c{count}", message.Content), ($"@i{count}", message.Address), ($"@a{count}", message.Author), ($"@r{count}", message.Room)]);
            count++;
        }

        session.Execute(InsertSql(batch, start, count), [.. parameters]);
        return count;
    }

    private bool TryRollBack()
    {
        try
        {
            _session?.Execute("ROLLBACK");
            return true;
        }
        catch (Exception)
        {
            // Whatever it was: closing the connection rolls back too.
            return false;
        }
    }

    private void Disconnect()
    {
        _session?.Dispose();
        _session = null;
    }
}
