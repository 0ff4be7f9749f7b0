using ActorChat.Server.Storage.Archive;

namespace ActorChat.Server.Storage.Sql;

/// <summary>Owns its session.</summary>
internal sealed class MessageReader(SqlSession session) : IMessageReader
{
    // What was deleted was the oldest: its numbers matter only where nothing is left.
    public RoomPosition Last(string room) => session.Read(() => session.Query(
        "SELECT numero, instante FROM mensajes WHERE sala = @r AND numero IS NOT NULL ORDER BY numero DESC LIMIT 1",
        row => new RoomPosition(row.Number(0), row.Number(1)),
        ("@r", room)) is [var last] ? last : LastNumberTable.Read(session, room));

    public IReadOnlyList<StoredMessage> Before(string room, long number, int count) => session.Read(() =>
    {
        const string Sql = """
            SELECT numero, instante, autor, contenido FROM mensajes
            WHERE sala = @r AND numero IS NOT NULL AND numero < @n ORDER BY numero DESC LIMIT @c
            """;
        var messages = session.Query(
            Sql,
            row => new StoredMessage(room, row.Number(0), row.Number(1), row.Text(2), row.Text(3)),
            ("@r", room),
            ("@n", number),
            ("@c", (long)count));
        messages.Reverse();
        return messages;
    });

    public IReadOnlyList<StoredRoom> Rooms(int limit) => session.Read(() => RoomTable.Read(session, limit));

    public void Dispose() => session.Close();
}
