using ActorChat.Server.Storage.Archive;
using ActorChat.Server.Storage.Moderation;

namespace ActorChat.Server.Storage.Sql;

/// <summary>Owns its session.</summary>
internal sealed class MessageReader(SqlSession session) : IMessageReader
{
    // More than anybody sends while a connection is lost.
    private const int MarkedRange = 1000;

    // What was deleted was the oldest: its numbers matter only where nothing is left.
    public RoomPosition Last(string room) => session.Read(() => session.Query(
        "SELECT numero, instante FROM mensajes WHERE sala = @r AND numero IS NOT NULL ORDER BY numero DESC LIMIT 1",
        row => new RoomPosition(row.Number(0), row.Number(1)),
        ("@r", room)) is [var last] ? last : LastNumberTable.Read(session, room));

    public IReadOnlyList<StoredMessage> Before(string room, long number, int count)
    {
        var messages = Read("numero < @n ORDER BY numero DESC", room, number, count);
        messages.Reverse();
        return messages;
    }

    public IReadOnlyList<StoredMessage> After(string room, long number, int count) => Read("numero > @n ORDER BY numero", room, number, count);

    public IReadOnlyList<StoredMessage> Marked(string room, long last) =>
        Read("marca IS NOT NULL AND numero > @n ORDER BY numero", room, last - MarkedRange, MarkedRange);

    public IReadOnlyList<StoredRoom> Rooms(int limit) => session.Read(() => RoomTable.Read(session, limit));

    public IReadOnlyList<Sanction> ServerSanctions() => session.Read(() =>
        ModerationTables.ReadSanctions(session, "WHERE sala = ''").ConvertAll(row => row.Sanction));

    public void Dispose() => session.Close();

    private List<StoredMessage> Read(string range, string room, long number, int count) => session.Read(() => session.Query(
        $"SELECT numero, instante, autor, contenido, COALESCE(marca, '') FROM mensajes WHERE sala = @r AND numero IS NOT NULL AND {range} LIMIT @c",
        row => new StoredMessage(room, row.Number(0), row.Number(1), row.Text(2), row.Text(3)) { Mark = row.Text(4) is { Length: > 0 } mark ? mark : null },
        ("@r", room),
        ("@n", number),
        ("@c", (long)count)));
}
