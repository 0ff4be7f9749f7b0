using ActorChat.Server.Storage.Accounts;
using ActorChat.Server.Storage.Sqlite;

namespace ActorChat.Tests.Storage.Sqlite;

public sealed class SqliteAccountStoreTests : AccountStoreContract, IDisposable
{
    private readonly TemporaryDatabase _temporary = new();

    public void Dispose() => _temporary.Dispose();

    private protected override IAccountStore Open() =>
        new SqliteDatabase(new SqliteOptions(_temporary.File) { BusyTimeout = TimeSpan.FromSeconds(1) }).OpenAccounts();

    private protected override IDisposable LockOut()
    {
        var other = _temporary.Connect();
        TemporaryDatabase.Execute(other, "BEGIN IMMEDIATE");
        return other;
    }
}
