using System.Data.Common;
using System.Globalization;

namespace ActorChat.Server.Persistence.MySql;

/// <summary>A database on a MySQL or MariaDB server that keeps the users. Fails with <see cref="StorageUnavailableException"/> only.</summary>
internal sealed class MySqlDatabase(MySqlOptions options)
{
    /// <summary>For messages: whom, where, which database; not the password.</summary>
    public string Location => options.Location;

    /// <summary>Opens the users; a missing table is created, one made by hand is used as it is.</summary>
    /// <exception cref="StorageUnavailableException">The server, the database or its table cannot be used.</exception>
    public IUserStore OpenUsers() => Open(connection =>
    {
        var table = MySqlUserTable.CreateOrRead(connection);
        Refuse(table.Problem);
        return new MySqlUserStore(connection, table, Open);
    });

    /// <summary>Finds out whether the users could be opened; creates nothing.</summary>
    /// <exception cref="StorageUnavailableException">The server, the database or its table cannot be used.</exception>
    public void Check() => Open(connection =>
    {
        Refuse(MySqlUserTable.Read(connection)?.Problem);
        return connection;
    }).Dispose();

    private DbConnection Open()
    {
        var connection = MySqlDriver.Open(options);
        try
        {
            // A server waits a day for a table's lock by default. Less than the driver's patience, so that its answer is: locked.
            var seconds = Math.Max(1, (int)options.CommandTimeout.TotalSeconds - 1);
            connection.Execute(string.Create(
                CultureInfo.InvariantCulture, $"SET SESSION lock_wait_timeout = {seconds}, SESSION innodb_lock_wait_timeout = {seconds}"));
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private T Open<T>(Func<DbConnection, T> use)
    {
        DbConnection? connection = null;
        try
        {
            connection = Open();
            return use(connection);
        }
        catch (DbException cause)
        {
            connection?.Dispose();
            throw new StorageUnavailableException(options.Location, MySqlErrors.WhenOpening(options, cause), cause);
        }
        catch
        {
            connection?.Dispose();
            throw;
        }
    }

    private void Refuse(StorageProblem? problem)
    {
        if (problem is not null)
            throw new StorageUnavailableException(options.Location, problem);
    }
}
