using System.Globalization;
using ActorChat.Server.Storage.Sql;

namespace ActorChat.Server.Storage.Archive;

/// <summary>The table <c>auditoria</c>: what those in charge of the server and its rooms have done. Rows are only added.</summary>
internal static class AuditTable
{
    public static readonly OwnTable Table = new(
        "auditoria",
        ["id", "instante", "quien", "acto", "sala", "sujeto", "detalle"],
        types => $"""
            id {types.Id}, instante BIGINT NOT NULL, quien {types.Name} NOT NULL, acto {types.Name} NOT NULL, sala {types.Name} NOT NULL,
            sujeto {types.Name} NOT NULL, detalle {types.Text} NOT NULL
            """);

    /// <summary>Adds a row. Part of a transaction.</summary>
    public static void Write(SqlSession session, AuditEntry entry) => session.Execute(
        "INSERT INTO auditoria (instante, quien, acto, sala, sujeto, detalle) VALUES (@i, @q, @a, @r, @s, @d)",
        ("@i", entry.Instant),
        ("@q", entry.Actor),
        ("@a", entry.Act),
        ("@r", entry.Room),
        ("@s", entry.Subject),
        ("@d", entry.Detail));
}

/// <summary>An act of somebody in charge.</summary>
/// <param name="Instant">When, in Unix ms.</param>
/// <param name="Actor">Who: an account, or where the command was given.</param>
/// <param name="Act">What, by the Spanish name of the command.</param>
/// <param name="Room">The room as compared; empty for the whole server.</param>
/// <param name="Subject">To whom or what; empty for none.</param>
/// <param name="Detail">Anything else: until when, why, how many.</param>
internal sealed record AuditEntry(long Instant, string Actor, string Act, string Room, string Subject, string Detail)
{
    /// <summary>Who is no account: the server by its settings, and who has its console. No nickname has a parenthesis.</summary>
    public const string Server = "(servidor)", Console = "(consola)";

    /// <summary>A time as subject or detail, whatever the zone of who reads it.</summary>
    public static string Utc(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>Shows no addresses and no words of users.</summary>
    public override string ToString() => $"{nameof(AuditEntry)} {{ {Actor}, {Act} }}";
}
