using System.Globalization;
using System.Text;
using ActorChat.Server.Resources;
using ActorChat.Server.Storage.Errors;
using ActorChat.Server.Storage.Moderation;
using ActorChat.Server.Storage.Sql;

namespace ActorChat.Server.Storage.MySql;

/// <summary>Messages in the table <c>mensajes</c> of a MySQL or MariaDB server. Owns its session.</summary>
internal sealed class MySqlMessageStore(MySqlSession session) : IMessageStore
{
    private const int RowsPerStatement = 100;

    // As UTF-8, with every quote escaped, still far below the largest packet of any server.
    private const int CharactersPerStatement = 100_000;

    private readonly long _largestPacket = session.Number("SELECT @@SESSION.max_allowed_packet");

    public Func<Texts, string>? Caution { get; init; }

    public void Append(IReadOnlyList<MessageRecord> batch)
    {
        if (batch.Count == 0)
            return;
        foreach (var message in batch)
            RefuseTooLarge(message.Content);
        session.Write(() =>
        {
            // A TIMESTAMP made by hand is read in the zone of the session.
            session.UseTimeZone(batch[^1].SentAt.Offset);
            for (var done = 0; done < batch.Count;)
                done += Insert(batch, done);
        });
    }

    public void Save(StoredRoom room) => session.Write(() => RoomTable.Write(session, room));

    public void Save(ModerationAct act, string name) => session.Write(() => ModerationTables.Write(session, act, name));

    public void Dispose() => session.Close();

    private static string InsertSql(IReadOnlyList<MessageRecord> batch, int start, int count) =>
        "INSERT INTO mensajes (contenido, fecha_envio, ip_cliente, autor, sala, numero, instante, marca) VALUES "
        + string.Join(", ", Enumerable.Range(0, count).Select(i => RowSql(batch[start + i], i)));

    private static string RowSql(in MessageRecord message, int i) => string.Create(
        CultureInfo.InvariantCulture,
        $"(@c{i}, '{message.SentAt:s}', @i{i}, @a{i}, @r{i}, {(message.Number is { } number ? $"{number}" : "NULL")}, {message.Instant}, @m{i})");

    // The server would close the connection in the middle of the statement.
    private void RefuseTooLarge(string content)
    {
        var worstPerCharacter = 2 * Encoding.UTF8.GetMaxByteCount(1);
        if ((long)content.Length * worstPerCharacter <= _largestPacket)
            return;
        var escaped = Encoding.UTF8.GetByteCount(content) + content.Count(character => character is '\'' or '\\');
        if (escaped + 1024 > _largestPacket)
            throw new WriteException(WriteError.UnfitValue, string.Create(CultureInfo.InvariantCulture, $"max_allowed_packet = {_largestPacket}"));
    }

    private int Insert(IReadOnlyList<MessageRecord> batch, int start)
    {
        var (count, characters) = (0, 0L);
        var parameters = new List<(string Name, object? Value)>();
        while (count < RowsPerStatement && start + count < batch.Count)
        {
            var message = batch[start + count];
            characters += message.Content.Length;
            if (count > 0 && characters > CharactersPerStatement)
                break;
            parameters.AddRange([
                ($"@c{count}", message.Content), ($"@i{count}", message.Address), ($"@a{count}", message.Author), ($"@r{count}", message.Room),
                ($"@m{count}", message.Mark),
            ]);
            count++;
        }

        session.Execute(InsertSql(batch, start, count), [.. parameters]);
        return count;
    }
}
