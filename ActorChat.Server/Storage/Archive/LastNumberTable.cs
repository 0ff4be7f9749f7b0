using ActorChat.Server.Storage.Sql;

namespace ActorChat.Server.Storage.Archive;

/// <summary>The table <c>ultimos</c>: for each room the last number that was deleted, since no number is given twice.</summary>
internal static class LastNumberTable
{
    public static readonly OwnTable Table = new(
        "ultimos",
        ["sala", "numero", "instante"],
        types => $"sala {types.Name} NOT NULL PRIMARY KEY, numero BIGINT NOT NULL, instante BIGINT NOT NULL");

    /// <summary>Returns the last that was deleted in a room; (0, 0) for none.</summary>
    public static RoomPosition Read(SqlSession session, string room) => session.Query(
        "SELECT numero, instante FROM ultimos WHERE sala = @r", row => new RoomPosition(row.Number(0), row.Number(1)), ("@r", room)).SingleOrDefault();

    /// <summary>Notes a number, unless a later one is noted. Part of a transaction.</summary>
    public static void Write(SqlSession session, string room, RoomPosition last)
    {
        (string, object?)[] row = [("@r", room), ("@n", last.Number), ("@t", last.Instant)];
        if (session.Execute("UPDATE ultimos SET numero = @n, instante = @t WHERE sala = @r AND numero < @n", row) == 0 && Read(session, room).Number == 0)
            session.Execute("INSERT INTO ultimos (sala, numero, instante) VALUES (@r, @n, @t)", row);
    }
}
