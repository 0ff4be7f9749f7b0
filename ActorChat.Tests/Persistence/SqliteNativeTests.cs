using ActorChat.Server.Persistence.Sqlite;
using Xunit;

namespace ActorChat.Tests.Persistence;

/// <summary>Which SQLite serves is chosen once, and told truly.</summary>
public sealed class SqliteNativeTests : IDisposable
{
    private readonly TemporaryDatabase _temporary = new();

    [Fact]
    public void The_version_told_is_the_one_that_serves() =>
        Assert.Equal([SqliteNative.Library.Version], _temporary.Query("SELECT sqlite_version()").Single());

    [Fact]
    public void It_is_never_older_than_the_one_in_the_package() =>
        Assert.True(Version.Parse(SqliteNative.Library.Version) >= new Version(3, 35, 5));

    [Fact]
    public void Every_thread_gets_the_same()
    {
        var libraries = new SqliteLibrary[8];
        Parallel.For(0, libraries.Length, i => libraries[i] = SqliteNative.Library);

        Assert.Single(libraries.Distinct(ReferenceEqualityComparer.Instance));
    }

    public void Dispose() => _temporary.Dispose();
}
