using ActorChat.Server.Storage.Archive;
using ActorChat.Server.Storage.Sql;

namespace ActorChat.Server.Storage.Tokens;

/// <summary>
/// The table <c>fichas</c> of a database of either kind: for each name that programs write under, the hash of its token. Owns its session;
/// synchronous and for one caller at a time. Reading fails with <see cref="Errors.OpenException"/>, writing with <see cref="Errors.WriteException"/>.
/// </summary>
internal sealed class TokenStore(SqlSession session) : IDisposable
{
    public static readonly OwnTable Table = new(
        "fichas",
        ["clave", "nombre", "huella", "creada", "usada"],
        types => $"""
            clave {types.Name} NOT NULL PRIMARY KEY, nombre {types.Name} NOT NULL, huella {types.Name} NOT NULL UNIQUE,
            creada BIGINT NOT NULL, usada BIGINT NOT NULL
            """);

    private const string FindSql = """
        SELECT f.nombre, f.creada, f.usada, (SELECT COUNT(*) FROM cuentas c WHERE c.clave = f.clave) FROM fichas f WHERE f.huella = @h
        """;

    /// <summary>Finds whose token has this hash; null for nobody's.</summary>
    public ApiToken? Find(string hash) => session.Read(() => session.Query(FindSql, TokenOf, ("@h", hash)).SingleOrDefault());

    /// <summary>All tokens, by their names.</summary>
    public IReadOnlyList<ApiToken> All() => session.Read(() =>
        session.Query("SELECT nombre, creada, usada, 0 FROM fichas ORDER BY clave", TokenOf));

    /// <summary>Adds a token. False if the name has one: whoever uses that must not be cut off by chance.</summary>
    public bool TryAdd(Nickname name, string hash, AuditEntry entry)
    {
        var isFree = false;
        session.Write(() =>
        {
            isFree = !Has(name);
            if (!isFree)
                return;
            session.Execute(
                "INSERT INTO fichas (clave, nombre, huella, creada, usada) VALUES (@k, @n, @h, @i, 0)",
                ("@k", name.Casefolded),
                ("@n", name.Value),
                ("@h", hash),
                ("@i", entry.Instant));
            AuditTable.Write(session, entry);
        });
        return isFree;
    }

    /// <summary>Removes the token of a name. False if there is none.</summary>
    public bool TryRevoke(Nickname name, AuditEntry entry)
    {
        var isThere = false;
        session.Write(() =>
        {
            isThere = Has(name);
            if (!isThere)
                return;
            session.Execute("DELETE FROM fichas WHERE clave = @k", ("@k", name.Casefolded));
            AuditTable.Write(session, entry);
        });
        return isThere;
    }

    /// <summary>Notes when a token was last used, in Unix ms.</summary>
    public void NoteUse(string hash, long instant) => session.Write(() =>
        session.Execute("UPDATE fichas SET usada = @i WHERE huella = @h", ("@i", instant), ("@h", hash)));

    public void Dispose() => session.Close();

    private static ApiToken TokenOf(ISqlRow row) => new(row.Text(0), row.Number(1), row.Number(2), IsRegistered: row.Number(3) > 0);

    private bool Has(Nickname name) => session.Any("SELECT 1 FROM fichas WHERE clave = @k", ("@k", name.Casefolded));
}

/// <summary>A token, without its hash.</summary>
/// <param name="Name">The nickname under which its holder writes.</param>
/// <param name="CreatedAt">When it was made, in Unix ms.</param>
/// <param name="LastUsed">When it was last used, in Unix ms, to the minute; 0 for never.</param>
/// <param name="IsRegistered">Whether the nickname has an account.</param>
internal sealed record ApiToken(string Name, long CreatedAt, long LastUsed, bool IsRegistered);
