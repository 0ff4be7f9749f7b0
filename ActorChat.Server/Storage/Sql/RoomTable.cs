namespace ActorChat.Server.Storage.Sql;

/// <summary>The table <c>salas</c>: the rooms of which something is kept while nobody is in them.</summary>
internal static class RoomTable
{
    /// <summary>The columns: the name as compared and as shown, the topic, who set it and when (Unix ms).</summary>
    public static readonly OwnTable Table = new(
        "salas",
        ["clave", "nombre", "tema", "tema_autor", "tema_instante"],
        types => $"""
            clave {types.Name} NOT NULL PRIMARY KEY, nombre {types.Name} NOT NULL, tema {types.Text} NOT NULL, tema_autor {types.Name} NOT NULL,
            tema_instante BIGINT NOT NULL
            """);

    /// <summary>Keeps a room, or forgets it where nothing is to be kept. Part of a transaction.</summary>
    public static void Write(SqlSession session, StoredRoom room)
    {
        session.Execute("DELETE FROM salas WHERE clave = @k", ("@k", room.Key));
        if (room.Topic.Length == 0)
            return;
        session.Execute(
            "INSERT INTO salas (clave, nombre, tema, tema_autor, tema_instante) VALUES (@k, @n, @t, @a, @i)",
            ("@k", room.Key),
            ("@n", room.Name),
            ("@t", room.Topic),
            ("@a", room.TopicAuthor),
            ("@i", room.TopicInstant));
    }

    /// <summary>Returns the rooms, in no order.</summary>
    /// <param name="session">The session.</param>
    /// <param name="limit">How many at most.</param>
    public static List<StoredRoom> Read(SqlSession session, int limit) => session.Query(
        "SELECT clave, nombre, tema, tema_autor, tema_instante FROM salas LIMIT @l",
        row => new StoredRoom(row.Text(0), row.Text(1), row.Text(2), row.Text(3), row.Number(4)),
        ("@l", (long)limit));
}
