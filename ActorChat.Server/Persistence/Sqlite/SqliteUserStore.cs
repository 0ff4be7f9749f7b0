using Microsoft.Data.Sqlite;

namespace ActorChat.Server.Persistence.Sqlite;

/// <summary>Users in the table <c>clientes</c> of a SQLite file. Owns its session.</summary>
internal sealed class SqliteUserStore : IUserStore
{
    // Update first, insert if that found nothing: also right for a table without a key, which ON CONFLICT refuses. The transaction
    // holds the write lock, so nobody can insert in between.
    private const string UpdateSql = "UPDATE clientes SET connected_at = ?2 WHERE nickname = ?1";
    private const string InsertSql = "INSERT INTO clientes (nickname, connected_at) VALUES (?1, ?2)";

    private readonly SqliteSession _session;
    private readonly SqliteStatement _update;
    private readonly SqliteStatement _insert;

    /// <summary>A store on an open file that has the tables.</summary>
    /// <exception cref="SqliteException">The tables are not there.</exception>
    public SqliteUserStore(SqliteSession session)
    {
        _session = session;
        _update = session.Prepare(UpdateSql);
        _insert = session.Prepare(InsertSql);
    }

    /// <inheritdoc/>
    public void Upsert(IReadOnlyList<UserSighting> users)
    {
        if (users.Count > 0)
            _session.Write(() => UpsertEach(users));
    }

    /// <inheritdoc/>
    public void Dispose() => _session.Close();

    private void UpsertEach(IReadOnlyList<UserSighting> users)
    {
        foreach (var user in users)
        {
            Run(_update, user);
            if (_session.Changes == 0)
                Run(_insert, user);
        }
    }

    private static void Run(SqliteStatement statement, UserSighting user)
    {
        statement.Bind(1, user.Nickname);
        statement.Bind(2, user.ConnectedAt, "yyyy-MM-dd HH:mm:ss");
        statement.Run();
    }
}
