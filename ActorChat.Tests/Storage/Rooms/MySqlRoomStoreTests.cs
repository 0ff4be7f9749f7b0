using ActorChat.Server.Storage;
using ActorChat.Tests.Storage.MySql;

namespace ActorChat.Tests.Storage.Rooms;

[Collection(MariaDbFixture.Name)]
public sealed class MySqlRoomStoreTests(MariaDbFixture fixture) : RoomStoreContract, IDisposable
{
    private readonly MySqlTestDatabase _temporary = fixture.NewDatabase();

    public void Dispose() => _temporary.Dispose();

    private protected override IMessageStore Open() => _temporary.Database.OpenMessages();

    private protected override IMessageReader OpenReader() => _temporary.Database.OpenReader();

    private protected override void Execute(string sql) => _temporary.Execute(sql);
}
