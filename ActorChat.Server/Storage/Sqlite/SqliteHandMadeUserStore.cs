using Microsoft.Data.Sqlite;

namespace ActorChat.Server.Storage.Sqlite;

/// <summary>
/// Users in a table <c>clientes</c> that somebody made by hand: its columns, its keys and its spellings are left as they are. Owns its
/// session.
/// </summary>
internal sealed class SqliteHandMadeUserStore : IUserStore
{
    // Update first, insert if that found nothing: also right for a table without a key, which ON CONFLICT refuses. The transaction
    // holds the write lock, so nobody can insert in between.
    private const string UpdateSql = "UPDATE clientes SET connected_at = ?2 WHERE nickname = ?1";
    private const string InsertSql = "INSERT INTO clientes (nickname, connected_at) VALUES (?1, ?2)";

    private readonly SqliteSession _session;
    private readonly SqliteStatement _update;
    private readonly SqliteStatement _insert;

    /// <summary>A store on an open file that has the table.</summary>
    /// <exception cref="SqliteException">The table is not there.</exception>
    public SqliteHandMadeUserStore(SqliteSession session)
    {
        _session = session;
        _update = session.Prepare(UpdateSql);
        _insert = session.Prepare(InsertSql);
    }

    /// <inheritdoc/>
    public void Upsert(IReadOnlyList<LastSeen> users)
    {
        if (users.Count > 0)
            _session.Write(() => UpsertEach(users));
    }

    /// <inheritdoc/>
    public void Dispose() => _session.Close();

    private void UpsertEach(IReadOnlyList<LastSeen> users)
    {
        var known = new Spellings(() => _session.Query("SELECT nickname FROM clientes WHERE nickname IS NOT NULL"));
        foreach (var user in users)
        {
            if (Run(_update, user))
                continue;
            if (known.Find(user.Nickname) is { } spelling && Run(_update, user with { Nickname = spelling }))
                continue;
            Run(_insert, user);
            known.Add(user.Nickname);
        }
    }

    // False when it found no row.
    private bool Run(SqliteStatement statement, LastSeen user)
    {
        statement.Bind(1, user.Nickname);
        statement.Bind(2, user.ConnectedAt, "yyyy-MM-dd HH:mm:ss");
        statement.Run();
        return _session.Changes > 0;
    }
}
