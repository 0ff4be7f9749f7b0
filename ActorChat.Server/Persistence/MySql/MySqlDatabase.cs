namespace ActorChat.Server.Persistence.MySql;

/// <summary>A database on a MySQL or MariaDB server that keeps the users. Fails with <see cref="StorageUnavailableException"/> only.</summary>
internal sealed class MySqlDatabase(MySqlOptions options)
{
    /// <summary>For messages: whom, where, which database; not the password.</summary>
    public string Location => options.Location;

    /// <summary>Opens the users; a missing table is created, one made by hand is used as it is.</summary>
    /// <exception cref="StorageUnavailableException">The server, the database or its table cannot be used.</exception>
    public IUserStore OpenUsers() => Open(session =>
    {
        var table = MySqlUserTable.CreateOrRead(session);
        Refuse(table.Problem);
        return new MySqlUserStore(session, table, () => MySqlSession.Open(options));
    });

    /// <summary>Finds out whether the users could be opened; creates nothing.</summary>
    /// <exception cref="StorageUnavailableException">The server, the database or its table cannot be used.</exception>
    public void Check() => Open(session =>
    {
        Refuse(MySqlUserTable.Read(session)?.Problem);
        return session;
    }).Dispose();

    private T Open<T>(Func<MySqlSession, T> use)
    {
        MySqlSession? session = null;
        try
        {
            session = MySqlSession.Open(options);
            return use(session);
        }
        catch (Exception cause)
        {
            session?.Dispose();
            throw cause as StorageUnavailableException
                ?? new StorageUnavailableException(options.Location, MySqlErrors.WhenOpening(options, cause), cause);
        }
    }

    private void Refuse(StorageProblem? problem)
    {
        if (problem is not null)
            throw new StorageUnavailableException(options.Location, problem);
    }
}
