using System.Globalization;
using ActorChat.Server.Storage.Archive;
using ActorChat.Server.Storage.Sql;

namespace ActorChat.Server.Storage.Moderation;

/// <summary>The tables <c>sanciones</c> and <c>operadores</c>, and what <c>salas</c> keeps of the order in a room.</summary>
internal static class ModerationTables
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
    public static void Write(SqlSession session, ModerationAct act, string name)
    {
        (string, object?)[] key = [("@r", act.Room), ("@k", act.Key)];
        if (act.Room.Length > 0)
            RoomTable.Keep(session, act.Room, name);
        switch (act.Kind)
        {
            case ModerationKind.Ban:
                Set(session, act, Ban);
                break;
            case ModerationKind.Mute:
                Set(session, act, Mute);
                break;
            case ModerationKind.Unban:
                Delete(session, act, Ban);
                break;
            case ModerationKind.Unmute:
                Delete(session, act, Mute);
                break;
            case ModerationKind.AddOperator:
                session.Execute("DELETE FROM operadores WHERE sala = @r AND cuenta = @k", key);
                session.Execute("INSERT INTO operadores (sala, cuenta) VALUES (@r, @k)", key);
                break;
            case ModerationKind.RemoveOperator:
                session.Execute("DELETE FROM operadores WHERE sala = @r AND cuenta = @k", key);
                break;
            case ModerationKind.Own:
                RoomTable.Set(session, act.Room, "dueno", act.Key);
                break;
            case ModerationKind.Slow:
                RoomTable.Set(session, act.Room, "lento", (long)act.Value);
                break;
            case ModerationKind.RegisteredOnly:
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
    /// <param name="session">The session.</param>
    /// <param name="where">Chooses among them.</param>
    public static List<(string Room, Sanction Sanction)> ReadSanctions(SqlSession session, string where = "") => session.Query(
        $"SELECT sala, tipo, clave, sujeto, hasta, razon, autor FROM sanciones {where} ORDER BY desde, clave",
        row => (row.Text(0), new Sanction(row.Text(1) == Mute, row.Text(2), row.Text(3), row.Number(4), row.Text(5), row.Text(6))));

    /// <summary>Returns the operators of the rooms.</summary>
    public static List<(string Room, string Account)> ReadOperators(SqlSession session) =>
        session.Query("SELECT sala, cuenta FROM operadores ORDER BY cuenta", row => (row.Text(0), row.Text(1)));

    // What has ended meanwhile goes, too.
    private static void Set(SqlSession session, ModerationAct act, string type)
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

    private static void Delete(SqlSession session, ModerationAct act, string type) => session.Execute(
        "DELETE FROM sanciones WHERE sala = @r AND tipo = @t AND clave = @k", ("@r", act.Room), ("@t", type), ("@k", act.Key));

    private static AuditEntry EntryOf(ModerationAct act) => new(
        act.Instant,
        act.By,
        act.Kind switch
        {
            ModerationKind.Kick => "expulsar",
            ModerationKind.Ban => "vetar",
            ModerationKind.Unban => "desvetar",
            ModerationKind.Mute => "silenciar",
            ModerationKind.Unmute => "dessilenciar",
            ModerationKind.AddOperator => "operador",
            ModerationKind.RemoveOperator => "quitar-operador",
            ModerationKind.Slow => "lento",
            ModerationKind.RegisteredOnly => "solo-registrados",
            ModerationKind.Announce => "avisar",
            ModerationKind.Own => "crear",
            _ => throw new ArgumentOutOfRangeException(nameof(act)),
        },
        act.Room,
        act.Subject,
        DetailOf(act));

    private static string DetailOf(ModerationAct act) => act.Kind switch
    {
        ModerationKind.Slow or ModerationKind.RegisteredOnly => act.Value.ToString(CultureInfo.InvariantCulture),
        _ when act.Until > 0 => $"hasta {AuditEntry.Utc(DateTimeOffset.FromUnixTimeMilliseconds(act.Until))} {act.Text}".TrimEnd(),
        _ => act.Text,
    };
}
