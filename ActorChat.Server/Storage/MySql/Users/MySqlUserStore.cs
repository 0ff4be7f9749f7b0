using System.Globalization;
using ActorChat.Server.Resources;

namespace ActorChat.Server.Storage.MySql.Users;

/// <summary>
/// Users in the table <c>clientes</c> of a MySQL or MariaDB server. Owns its session. After any failure it takes a new one for
/// the next list, so that a server that was away, or restarted, is found again.
/// </summary>
internal sealed class MySqlUserStore : IUserStore
{
    private readonly IMySqlUserWriter _writer;
    private readonly Func<MySqlSession> _connect;
    private readonly bool _holdsInstants;
    private MySqlSession? _session;
    private bool _disposed;

    /// <summary>A store on an open session, to a database that has the table.</summary>
    /// <param name="session">Owned from now on.</param>
    /// <param name="table">What the table looks like.</param>
    /// <param name="connect">Opens the next session, as <paramref name="session"/> was.</param>
    public MySqlUserStore(MySqlSession session, MySqlUserTable table, Func<MySqlSession> connect)
    {
        (_session, _connect, _holdsInstants) = (session, connect, table.HoldsInstants);
        _writer = table.IsOurs ? new MySqlOwnTableWriter() : new MySqlHandMadeTableWriter();
    }

    /// <inheritdoc/>
    public Func<Texts, string>? Caution { get; init; }

    /// <inheritdoc/>
    public void Upsert(IReadOnlyList<LastSeen> users)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (users.Count == 0)
            return;
        try
        {
            _session ??= _connect();
            var zone = _session.UseTimeZone(users[^1].ConnectedAt.Offset);
            _session.Execute("START TRANSACTION");
            _writer.Write(_session, [.. users.Select(user => new MySqlUserRow(user.Nickname, TimeOf(user, zone)))]);
            _session.Execute("COMMIT");
        }
        catch (Exception failure)
        {
            // Of any kind: a closed connection is an IOException, a broken answer an InvalidOperationException, and so on.
            Disconnect();
            throw MySqlErrors.WhenWriting(failure);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _disposed = true;
        Disconnect();
    }

    // As text, which every type that can hold a time takes, whatever the driver makes of time zones. The server itself turns that of a
    // TIMESTAMP into an instant, by the zone of the session; other types keep the time of this machine's clock.
    private string TimeOf(LastSeen user, TimeSpan zone) =>
        (_holdsInstants ? user.ConnectedAt.ToOffset(zone) : user.ConnectedAt).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    private void Disconnect()
    {
        _session?.Dispose();
        _session = null;
    }
}
