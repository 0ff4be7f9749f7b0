using System.Globalization;
using ActorChat.Server.Errors;
using ActorChat.Server.Resources;
using ActorChat.Server.Storage.Accounts;
using ActorChat.Server.Storage.Archive;
using ActorChat.Server.Storage.Errors;
using ActorChat.Server.Storage.Search;
using ActorChat.Server.Storage.Sql;
using ActorChat.Server.Storage.Tokens;
using MySqlConnector;

namespace ActorChat.Server.Storage.MySql;

/// <summary>
/// A database on a MySQL or MariaDB server. A missing table is created, an older one migrated, one made by hand used as it is. Fails with
/// <see cref="OpenException"/> only.
/// </summary>
internal sealed class MySqlDatabase(MySqlOptions options) : IMessageDatabase
{
    // Ends before the chat stops waiting, so that the author hears what has become of the message.
    private static readonly TimeSpan MessagesTimeout = TimeSpan.FromSeconds(3.5);

    // Ends before the chat stops waiting; a search itself has less.
    private static readonly TimeSpan SearchTimeout = TimeSpan.FromSeconds(4);

    // For a statement that goes over a whole table.
    private static readonly TimeSpan MigrationTimeout = TimeSpan.FromMinutes(2);

    /// <summary>For messages: whom, where, which database; not the password.</summary>
    public string Location => options.Location;

    public IMessageStore OpenMessages() => Open(options with { TransactionTimeout = MessagesTimeout }, session =>
    {
        CompleteMessages(session);
        return new MySqlMessageStore(session) { Caution = CautionAbout(session) };
    });

    public IMessageArchive OpenArchive() => Open(options, session =>
    {
        CompleteMessages(session);
        return new MessageArchive(session);
    });

    /// <summary>Opens messages that <see cref="OpenMessages"/> has opened, for reading.</summary>
    public IMessageReader OpenReader() => Open(options, session => new MessageReader(session));

    /// <summary>Opens the accounts beside messages that <see cref="OpenMessages"/> has opened.</summary>
    public IAccountStore OpenAccounts() =>
        Open(options with { TransactionTimeout = MessagesTimeout }, session => new AccountStore(session));

    public TokenStore OpenTokens() => Open(options with { TransactionTimeout = MessagesTimeout }, session =>
    {
        CompleteMessages(session);
        return new TokenStore(session);
    });

    /// <summary>Opens the search in messages that <see cref="OpenMessages"/> has opened.</summary>
    /// <param name="create">Whether it begins where nobody has searched so far; otherwise null there.</param>
    public IMessageSearch? OpenSearch(bool create) => Open(options with { CommandTimeout = SearchTimeout }, session =>
    {
        if (create || session.Columns(MySqlSearchIndex.Table).Count > 0)
            return new MessageSearch(session, new MySqlSearchIndex(session));
        session.Close();
        return null;
    });

    public IUserStore OpenUsers() => Open(options, session =>
    {
        MySqlException? forbidden = null;
        if (MySqlUserMigration.IsDue(session))
            Migrate(other => forbidden = MySqlUserMigration.Run(other));
        var table = MySqlUserTable.CreateOrRead(session);
        Refuse(table.Problem);
        return new UserStore(session, table.IsOurs ? MySqlUserTable.Write : UserTable.WriteByHand, table.HoldsInstants)
        {
            Caution = forbidden is null ? null : texts => texts.SpellingsNotMerged(options.Location, SystemErrors.Describe(forbidden, texts)),
        };
    });

    /// <summary>Finds out whether the users could be opened; creates nothing.</summary>
    public void CheckUsers() => Check(session => MySqlUserTable.Read(session)?.Problem);

    /// <summary>Finds out whether the messages could be opened; creates nothing.</summary>
    public void CheckMessages() => Check(session => new MySqlMessageTable(session).FindProblem());

    private void CompleteMessages(MySqlSession session)
    {
        var table = new MySqlMessageTable(session);
        Refuse(table.FindProblem());
        if (!table.IsComplete)
            Migrate(other => new MySqlMessageTable(other).Update());
    }

    // A commit that returns before the disk has it would break the promise at a power cut.
    private Func<Texts, string>? CautionAbout(MySqlSession session)
    {
        var flush = session.Number("SELECT @@GLOBAL.innodb_flush_log_at_trx_commit");
        return flush == 1 ? null : texts => texts.MessagesNotDurable(options.Location, flush.ToString(CultureInfo.InvariantCulture));
    }

    private void Check(Func<MySqlSession, OpenError?> find) => Open(options, session =>
    {
        Refuse(find(session));
        return session;
    }).Dispose();

    // On a session of its own, as its statements may take longer.
    private void Migrate(Action<MySqlSession> step) => Open(options with { CommandTimeout = MigrationTimeout }, session =>
    {
        step(session);
        return session;
    }).Dispose();

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
            throw cause as OpenException ?? new OpenException(options.Location, MySqlErrors.WhenOpening(options, cause), cause);
        }
    }

    private void Refuse(OpenError? problem)
    {
        if (problem is not null)
            throw new OpenException(options.Location, problem);
    }
}
