using ActorChat.Server.Storage.Sqlite.Sessions;

namespace ActorChat.Tests.Storage.Sqlite;

public sealed class SqliteNativeTests : IDisposable
{
    private readonly TemporaryDatabase _temporary = new();

    [Fact]
    public void The_version_told_is_the_one_that_serves() =>
        Assert.Equal([SqliteNative.Version], _temporary.Query("SELECT sqlite_version()").Single());

    public void Dispose() => _temporary.Dispose();
}
