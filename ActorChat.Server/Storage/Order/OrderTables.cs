using System.Globalization;
using ActorChat.Server.Storage.Archive;
using ActorChat.Server.Storage.Sql;

namespace ActorChat.Server.Storage.Order;

/// <summary>The tables <c>sanciones</c> and <c>operadores</c>, and what <c>salas</c> keeps of the order in a room.</summary>
internal static class OrderTables
{
    private const string Ban = "veto", Mute = "silencio";

    public static readonly OwnTable Sanctions = new(
        "sanciones",
        ["sala", "tipo", "clave", "sujeto", "desde", "hasta", "razon", "autor"],
        types => $"""
            sala {types.Name} NOT NULL, tipo {types.Name} NOT NULL, clave {types.Name} NOT NULL, sujeto {types.Name} NOT NULL, desde BIGINT NOT NULL,
            hasta BIGINT NOT NULL, razon {types.Text} NOT NULL, autor {types.Name} NOT NULL, PRIMARY KEY (sala, tipo, clave)
            """);

    public static readonly OwnTable Operators = new(
        "operadores", ["sala", "cuenta"], types => $"sala {types.Name} NOT NULL, cuenta {types.Name} NOT NULL, PRIMARY KEY (sala, cuenta)");

    /// <summary>Stores an act, and its entry in the audit table. Part of a transaction.</summary>
    /// <param name="session">The session.</param>
    /// <param name="act">The act.</param>
    /// <param name="name">The room's name as shown.</param>
    public static void Write(SqlSession session, OrderAct act, string name)
    {
        (string, object?)[] key = [("@r", act.Room), ("@k", act.Key)];
        if (act.Room.Length > 0)
            RoomTable.Keep(session, act.Room, name);
        switch (act.Kind)
        {
            case OrderKind.Ban:
                Set(session, act, Ban);
                break;
            case OrderKind.Mute:
                Set(session, act, Mute);
                break;
            case OrderKind.Unban:
                Delete(session, act, Ban);
                break;
            case OrderKind.Unmute:
                Delete(session, act, Mute);
                break;
            case OrderKind.AddOperator:
                session.Execute("DELETE FROM operadores WHERE sala = @r AND cuenta = @k", key);
                session.Execute("INSERT INTO operadores (sala, cuenta) VALUES (@r, @k)", key);
                break;
            case OrderKind.RemoveOperator:
                session.Execute("DELETE FROM operadores WHERE sala = @r AND cuenta = @k", key);
                break;
            case OrderKind.Own:
                RoomTable.Set(session, act.Room, "dueno", act.Key);
                break;
            case OrderKind.Slow:
                RoomTable.Set(session, act.Room, "lento", (long)act.Value);
                break;
            case OrderKind.RegisteredOnly:
                RoomTable.Set(session, act.Room, "solo_registrados", (long)act.Value);
                break;
            default:
                // An announcement or an expulsion leaves nothing but its entry.
                break;
        }

        RoomTable.ForgetUnlessNeeded(session, act.Room);
        AuditTable.Write(session, EntryOf(act));
    }

    /// <summary>Returns who is banned or muted where; on the whole server with the empty room.</summary>
    public static List<(string Room, Sanction Sanction)> ReadSanctions(SqlSession session) => session.Query(
        "SELECT sala, tipo, clave, sujeto, hasta, razon, autor FROM sanciones ORDER BY desde, clave",
        row => (row.Text(0), new Sanction(row.Text(1) == Mute, row.Text(2), row.Text(3), row.Number(4), row.Text(5), row.Text(6))));

    /// <summary>Returns the operators of the rooms.</summary>
    public static List<(string Room, string Account)> ReadOperators(SqlSession session) =>
        session.Query("SELECT sala, cuenta FROM operadores ORDER BY cuenta", row => (row.Text(0), row.Text(1)));

    // What has ended meanwhile goes, too.
    private static void Set(SqlSession session, OrderAct act, string type)
    {
        session.Execute("DELETE FROM sanciones WHERE sala = @r AND hasta > 0 AND hasta <= @i", ("@r", act.Room), ("@i", act.Instant));
        Delete(session, act, type);
        session.Execute(
            "INSERT INTO sanciones (sala, tipo, clave, sujeto, desde, hasta, razon, autor) VALUES (@r, @t, @k, @s, @i, @u, @w, @a)",
            ("@r", act.Room),
            ("@t", type),
            ("@k", act.Key),
            ("@s", act.Subject),
            ("@i", act.Instant),
            ("@u", act.Until),
            ("@w", act.Text),
            ("@a", act.By));
    }

    private static void Delete(SqlSession session, OrderAct act, string type) => session.Execute(
        "DELETE FROM sanciones WHERE sala = @r AND tipo = @t AND clave = @k", ("@r", act.Room), ("@t", type), ("@k", act.Key));

    private static AuditEntry EntryOf(OrderAct act) => new(
        act.Instant,
        act.By,
        act.Kind switch
        {
            OrderKind.Kick => "expulsar",
            OrderKind.Ban => "vetar",
            OrderKind.Unban => "desvetar",
            OrderKind.Mute => "silenciar",
            OrderKind.Unmute => "dessilenciar",
            OrderKind.AddOperator => "operador",
            OrderKind.RemoveOperator => "quitar-operador",
            OrderKind.Slow => "lento",
            OrderKind.RegisteredOnly => "solo-registrados",
            OrderKind.Announce => "avisar",
            OrderKind.Own => "crear",
            _ => throw new ArgumentOutOfRangeException(nameof(act)),
        },
        act.Room,
        act.Subject,
        DetailOf(act));

    private static string DetailOf(OrderAct act) => act.Kind switch
    {
        OrderKind.Slow or OrderKind.RegisteredOnly => act.Value.ToString(CultureInfo.InvariantCulture),
        _ when act.Until > 0 => $"hasta {Utc(act.Until)} {act.Text}".TrimEnd(),
        _ => act.Text,
    };

    private static string Utc(long instant) =>
        DateTimeOffset.FromUnixTimeMilliseconds(instant).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
