using System.Globalization;
using ActorChat.Server.Resources;

namespace ActorChat.Server.Storage.Sql;

/// <summary>Users in the table <c>clientes</c>. Owns its session.</summary>
/// <param name="session">Owned from now on.</param>
/// <param name="write">Writes them, in the transaction that is open. Of two rows of one user the later holds.</param>
/// <param name="holdsInstants">Whether <c>connected_at</c> is read in the session's time zone.</param>
internal sealed class UserStore(SqlSession session, Action<SqlSession, IReadOnlyList<UserRow>> write, bool holdsInstants = false) : IUserStore
{
    public Func<Texts, string>? Caution { get; init; }

    public void Upsert(IReadOnlyList<LastSeen> users)
    {
        if (users.Count == 0)
            return;
        session.Write(() =>
        {
            var zone = session.UseTimeZone(users[^1].ConnectedAt.Offset);
            write(session, [.. users.Select(user => new UserRow(user.Nickname, Format(user.ConnectedAt, zone)))]);
        });
    }

    public void Dispose() => session.Close();

    // As text: every type that can hold a time takes it. Where the database makes an instant of it, it does so by the session's zone;
    // other types keep the time of this machine's clock.
    private string Format(DateTimeOffset time, TimeSpan zone) =>
        (holdsInstants ? time.ToOffset(zone) : time).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}

/// <summary>A row of <c>clientes</c>; the time is the text that the database is sent.</summary>
internal readonly record struct UserRow(string Nickname, string ConnectedAt);
