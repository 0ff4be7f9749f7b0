using ActorChat.Server.Storage.Accounts;
using ActorChat.Server.Storage.MySql;

namespace ActorChat.Tests.Storage.MySql;

[Collection(MariaDbFixture.Name)]
public sealed class MySqlAccountStoreTests : AccountStoreContract, IDisposable
{
    private readonly MySqlTestDatabase _temporary;

    public MySqlAccountStoreTests(MariaDbFixture fixture)
    {
        _temporary = fixture.NewDatabase();
        _temporary.Database.OpenMessages().Dispose();
    }

    [Fact]
    public void A_connection_that_the_server_closed_is_replaced()
    {
        using var store = Open();
        store.TryAdd(new Account("ana", "ana", "ana", "h", 0, 0));
        _temporary.CloseConnections();

        Assert.Equal(KeepResult.Kept, store.Keep(new WaitingMessage(0, "ana", "beto", 1, "hola"), max: 9, since: 0));
        Assert.Single(store.Waiting("ana", since: 0, count: 9));
    }

    public void Dispose() => _temporary.Dispose();

    private protected override IAccountStore Open() =>
        new MySqlDatabase(_temporary.Options with { CommandTimeout = TimeSpan.FromSeconds(2) }).OpenAccounts();

    private protected override IDisposable LockOut()
    {
        var other = _temporary.Connect();
        other.Execute("LOCK TABLES cuentas READ, privados READ");
        return other;
    }
}
