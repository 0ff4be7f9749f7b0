using System.Globalization;
using ActorChat.Server.Errors;
using ActorChat.Server.Resources;
using ActorChat.Server.Storage.Errors;
using ActorChat.Server.Storage.MySql.Users;

namespace ActorChat.Server.Storage.MySql;

/// <summary>A database on a MySQL or MariaDB server. Fails with <see cref="OpenException"/> only.</summary>
internal sealed class MySqlDatabase(MySqlOptions options)
{
    // For a statement that goes over a whole table.
    private static readonly TimeSpan MigrationLimit = TimeSpan.FromMinutes(2);

    /// <summary>For messages: whom, where, which database; not the password.</summary>
    public string Location => options.Location;

    /// <summary>Opens the messages; a missing table is created, an older one migrated.</summary>
    /// <exception cref="OpenException">The server, the database or its table cannot be used.</exception>
    public IMessageStore OpenMessages() => Open(options, session =>
    {
        Refuse(MySqlMessageTable.Problem(session));
        if (!MySqlMessageTable.IsComplete(session))
            WithTime(MySqlMessageTable.Update);
        return new MySqlMessageStore(session, () => MySqlSession.Open(options)) { Caution = CautionAbout(session) };
    });

    /// <summary>Opens messages that <see cref="OpenMessages"/> has opened, for reading.</summary>
    /// <exception cref="OpenException">The server or the database cannot be used.</exception>
    public IMessageReader OpenReader() => Open(options, session => new MySqlMessageReader(session, options));

    /// <summary>Opens the users; a missing table is created, one made by hand is used as it is.</summary>
    /// <exception cref="OpenException">The server, the database or its table cannot be used.</exception>
    public IUserStore OpenUsers() => Open(options, session =>
    {
        var forbidden = MySqlUserMigration.IsDue(session) ? WithTime(MySqlUserMigration.Run) : null;
        var table = MySqlUserTable.CreateOrRead(session);
        Refuse(table.Problem);
        return new MySqlUserStore(session, table, () => MySqlSession.Open(options))
        {
            Caution = forbidden is null ? null : texts => texts.SpellingsNotMerged(options.Location, SystemErrors.Describe(forbidden, texts)),
        };
    });

    /// <summary>Finds out whether the users could be opened; creates nothing.</summary>
    /// <exception cref="OpenException">The server, the database or its table cannot be used.</exception>
    public void CheckUsers() => Check(session => MySqlUserTable.Read(session)?.Problem);

    /// <summary>Finds out whether the messages could be opened; creates nothing.</summary>
    /// <exception cref="OpenException">The server, the database or its table cannot be used.</exception>
    public void CheckMessages() => Check(MySqlMessageTable.Problem);

    // A commit that returns before the disk has it would break the promise at a power cut.
    private Func<Texts, string>? CautionAbout(MySqlSession session)
    {
        var flush = session.Query("SELECT @@GLOBAL.innodb_flush_log_at_trx_commit", row => row.GetInt64(0)).Single();
        return flush == 1 ? null : texts => texts.MessagesNotDurable(options.Location, flush.ToString(CultureInfo.InvariantCulture));
    }

    private void Check(Func<MySqlSession, OpenError?> problem) => Open(options, session =>
    {
        Refuse(problem(session));
        return session;
    }).Dispose();

    private void WithTime(Action<MySqlSession> step) => WithTime(session =>
    {
        step(session);
        return true;
    });

    // On a session of its own, as its statements may take longer.
    private T WithTime<T>(Func<MySqlSession, T> step) => Open(options with { CommandTimeout = MigrationLimit }, session =>
    {
        using (session)
            return step(session);
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
