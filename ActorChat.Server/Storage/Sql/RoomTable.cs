using ActorChat.Server.Storage.Moderation;

namespace ActorChat.Server.Storage.Sql;

/// <summary>The table <c>salas</c>: the rooms of which something is kept while nobody is in them.</summary>
internal static class RoomTable
{
    /// <summary>
    /// The columns: the name as compared and as shown, the topic, who set it and when (Unix ms). Then the account of the owner, the seconds
    /// between two messages of one member, and whether only identified users come in.
    /// </summary>
    public static readonly OwnTable Table = new(
        "salas",
        ["clave", "nombre", "tema", "tema_autor", "tema_instante"],
        types => $"""
            clave {types.Name} NOT NULL PRIMARY KEY, nombre {types.Name} NOT NULL, tema {types.Text} NOT NULL, tema_autor {types.Name} NOT NULL,
            tema_instante BIGINT NOT NULL
            """)
    {
        Added = types =>
        [
            ("dueno", $"{types.Name} DEFAULT '' NOT NULL"), ("lento", "BIGINT DEFAULT 0 NOT NULL"), ("solo_registrados", "BIGINT DEFAULT 0 NOT NULL"),
        ],
    };

    /// <summary>Keeps the topic of a room. Part of a transaction.</summary>
    public static void Write(SqlSession session, StoredRoom room)
    {
        Keep(session, room.Key, room.Name);
        session.Execute(
            "UPDATE salas SET nombre = @n, tema = @t, tema_autor = @a, tema_instante = @i WHERE clave = @k",
            ("@k", room.Key),
            ("@n", room.Name),
            ("@t", room.Topic),
            ("@a", room.TopicAuthor),
            ("@i", room.TopicInstant));
        ForgetUnlessNeeded(session, room.Key);
    }

    /// <summary>Sets one of the columns of a room that has its row. Part of a transaction.</summary>
    public static void Set(SqlSession session, string key, string column, object value) =>
        session.Execute($"UPDATE salas SET {column} = @v WHERE clave = @k", ("@k", key), ("@v", value));

    /// <summary>Gives a room its row.</summary>
    public static void Keep(SqlSession session, string key, string name)
    {
        if (!session.Any("SELECT 1 FROM salas WHERE clave = @k", ("@k", key)))
            session.Execute("INSERT INTO salas (clave, nombre, tema, tema_autor, tema_instante) VALUES (@k, @n, '', '', 0)", ("@k", key), ("@n", name));
    }

    /// <summary>Deletes the row of a room of which nothing is to be kept.</summary>
    public static void ForgetUnlessNeeded(SqlSession session, string key) => session.Execute(
        """
        DELETE FROM salas WHERE clave = @k AND tema = '' AND dueno = '' AND lento = 0 AND solo_registrados = 0
            AND NOT EXISTS (SELECT 1 FROM sanciones s WHERE s.sala = @k) AND NOT EXISTS (SELECT 1 FROM operadores o WHERE o.sala = @k)
        """,
        ("@k", key));

    /// <summary>Returns the rooms, in no order.</summary>
    /// <param name="session">The session.</param>
    /// <param name="limit">How many at most.</param>
    public static List<StoredRoom> Read(SqlSession session, int limit)
    {
        var operators = ModerationTables.ReadOperators(session).ToLookup(row => row.Room, row => row.Account);
        var sanctions = ModerationTables.ReadSanctions(session).ToLookup(row => row.Room, row => row.Sanction);
        return session.Query(
            "SELECT clave, nombre, tema, tema_autor, tema_instante, dueno, lento, solo_registrados FROM salas LIMIT @l",
            row => new StoredRoom(row.Text(0), row.Text(1), row.Text(2), row.Text(3), row.Number(4))
            {
                Owner = row.Text(5),
                SlowSeconds = (int)row.Number(6),
                IsRegisteredOnly = row.Number(7) != 0,
                Operators = [.. operators[row.Text(0)]],
                Sanctions = [.. sanctions[row.Text(0)]],
            },
            ("@l", (long)limit));
    }
}
