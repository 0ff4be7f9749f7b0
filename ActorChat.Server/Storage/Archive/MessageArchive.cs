using ActorChat.Server.Storage.Sql;

namespace ActorChat.Server.Storage.Archive;

/// <summary>Owns its session.</summary>
internal sealed class MessageArchive(SqlSession session) : IMessageArchive
{
    private const string ReadSql =
        "SELECT id, sala, numero, instante, autor, ip_cliente, contenido FROM mensajes WHERE id > @i ORDER BY id LIMIT @c";

    private const string NextSql = """
        SELECT COUNT(*), MAX(id), SUM(CASE WHEN instante < @b THEN 1 ELSE 0 END)
        FROM (SELECT id, instante FROM mensajes WHERE id > @i ORDER BY id LIMIT @c) w
        """;

    private const string HasRoomSql = """
        SELECT 1 WHERE EXISTS (SELECT 1 FROM mensajes WHERE sala = @r)
        OR EXISTS (SELECT 1 FROM ultimos WHERE sala = @r) OR EXISTS (SELECT 1 FROM salas WHERE clave = @r)
        """;

    private const string RoomsSql = """
        SELECT DISTINCT sala FROM mensajes WHERE sala IS NOT NULL UNION SELECT sala FROM ultimos UNION SELECT clave FROM salas
        """;

    private const string OldOnes = "FROM mensajes WHERE id > @i AND id <= @j AND instante < @b";

    public IReadOnlyList<ArchivedMessage> Read(long after, int count) => session.Read(() => session.Query(
        ReadSql,
        row => new ArchivedMessage(row.Number(0), row.Text(1), row.Number(2), row.Number(3), row.Text(4), row.Text(5), row.Text(6)),
        ("@i", after),
        ("@c", (long)count)));

    public ArchiveSpan? Next(long after, int count, long before) => session.Read(() => session.Query(
        NextSql,
        row => row.Number(0) == 0 ? null : new ArchiveSpan(after, row.Number(1), row.Number(2)),
        ("@i", after),
        ("@c", (long)count),
        ("@b", before)).Single());

    public int Delete(ArchiveSpan span, long before)
    {
        var deleted = 0;
        (string, object?)[] rows = [("@i", span.After), ("@j", span.Last), ("@b", before)];
        session.Write(() =>
        {
            var lasts = session.Query(
                $"SELECT sala, MAX(numero), MAX(instante) {OldOnes} AND numero IS NOT NULL GROUP BY sala",
                row => (Room: row.Text(0), Last: new RoomPosition(row.Number(1), row.Number(2))),
                rows);
            foreach (var (room, last) in lasts)
                LastNumberTable.Write(session, room, last);
            deleted = session.Execute($"DELETE {OldOnes}", rows);
        });
        return deleted;
    }

    public bool HasRoom(string room) => session.Read(() => session.Any(HasRoomSql, ("@r", room)));

    public IReadOnlyList<string> Rooms() => session.Read(() => session.Query(RoomsSql, row => row.Text(0)));

    public void Record(AuditEntry entry) => session.Write(() => AuditTable.Write(session, entry));

    public void Dispose() => session.Close();
}
