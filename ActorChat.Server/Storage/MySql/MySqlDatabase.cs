using ActorChat.Server.Errors;
using MySqlConnector;

namespace ActorChat.Server.Storage.MySql;

/// <summary>A database on a MySQL or MariaDB server that keeps the users. Fails with <see cref="OpenException"/> only.</summary>
internal sealed class MySqlDatabase(MySqlOptions options)
{
    // For a statement that goes over a whole table.
    private static readonly TimeSpan MigrationLimit = TimeSpan.FromMinutes(2);

    /// <summary>For messages: whom, where, which database; not the password.</summary>
    public string Location => options.Location;

    /// <summary>Opens the users; a missing table is created, one made by hand is used as it is.</summary>
    /// <exception cref="OpenException">The server, the database or its table cannot be used.</exception>
    public IUserStore OpenUsers() => Open(options, session =>
    {
        var forbidden = MySqlUserMigration.IsDue(session) ? Migrate() : null;
        var table = MySqlUserTable.CreateOrRead(session);
        Refuse(table.Problem);
        return new MySqlUserStore(session, table, () => MySqlSession.Open(options))
        {
            Caution = forbidden is null ? null : texts => texts.SpellingsNotMerged(options.Location, SystemErrors.Describe(forbidden, texts)),
        };
    });

    /// <summary>Finds out whether the users could be opened; creates nothing.</summary>
    /// <exception cref="OpenException">The server, the database or its table cannot be used.</exception>
    public void Check() => Open(options, session =>
    {
        Refuse(MySqlUserTable.Read(session)?.Problem);
        return session;
    }).Dispose();

    // What the server forbids; null when it did not. On a session of its own, as its statements may take longer.
    private MySqlException? Migrate() => Open(options with { CommandTimeout = MigrationLimit }, session =>
    {
        using (session)
            return MySqlUserMigration.Run(session);
    });

    private T Open<T>(MySqlOptions how, Func<MySqlSession, T> use)
    {
        MySqlSession? session = null;
        try
        {
            session = MySqlSession.Open(how);
            return use(session);
        }
        catch (Exception cause)
        {
            session?.Dispose();
            throw cause as OpenException
                ?? new OpenException(options.Location, MySqlErrors.WhenOpening(options, cause), cause);
        }
    }

    private void Refuse(OpenError? problem)
    {
        if (problem is not null)
            throw new OpenException(options.Location, problem);
    }
}
