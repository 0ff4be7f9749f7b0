using Microsoft.Data.Sqlite;

namespace ActorChat.Server.Storage.Sqlite;

/// <summary>Users in the table <c>clientes</c> of a SQLite file, where it is of ours. Owns its session.</summary>
internal sealed class SqliteUserStore : IUserStore
{
    // Update first, insert if that found nothing: what else somebody has noted in the row stays. A row that another program has
    // inserted under the same nickname is the same user's, and gives way. The transaction holds the write lock in between.
    private const string UpdateSql =
        $"UPDATE OR REPLACE clientes SET nickname = ?1, connected_at = ?2 WHERE {SqliteUserTable.KeyColumn} = ?3";

    private const string InsertSql =
        $"INSERT OR REPLACE INTO clientes (nickname, connected_at, {SqliteUserTable.KeyColumn}) VALUES (?1, ?2, ?3)";

    private readonly SqliteSession _session;
    private readonly SqliteStatement _update;
    private readonly SqliteStatement _insert;

    /// <summary>A store on an open file that has the table.</summary>
    /// <exception cref="SqliteException">The table is not there.</exception>
    public SqliteUserStore(SqliteSession session)
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
        foreach (var user in users)
        {
            Run(_update, user);
            if (_session.Changes == 0)
                Run(_insert, user);
        }
    }

    private static void Run(SqliteStatement statement, LastSeen user)
    {
        statement.Bind(1, user.Nickname);
        statement.Bind(2, user.ConnectedAt, "yyyy-MM-dd HH:mm:ss");
        statement.Bind(3, Person.KeyOf(user.Nickname));
        statement.Run();
    }
}
