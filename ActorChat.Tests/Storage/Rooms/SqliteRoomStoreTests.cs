using ActorChat.Server.Storage;

namespace ActorChat.Tests.Storage.Rooms;

public sealed class SqliteRoomStoreTests : RoomStoreContract, IDisposable
{
    private readonly TemporaryDatabase _temporary = new();

    public void Dispose() => _temporary.Dispose();

    private protected override IMessageStore Open() => _temporary.Database.OpenMessages();

    private protected override IMessageReader OpenReader() => _temporary.Database.OpenReader();

    private protected override void Execute(string sql) => _temporary.Execute(sql);
}
