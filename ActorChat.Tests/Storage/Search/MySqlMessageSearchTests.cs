using ActorChat.Server.Storage;
using ActorChat.Server.Storage.Errors;
using ActorChat.Server.Storage.MySql;
using ActorChat.Server.Storage.Search;
using ActorChat.Tests.Storage.MySql;

namespace ActorChat.Tests.Storage.Search;

/// <summary>The contract on a real MariaDB server.</summary>
[Collection(MariaDbFixture.Name)]
public sealed class MySqlMessageSearchTests(MariaDbFixture fixture) : MessageSearchContract, IDisposable
{
    private readonly MySqlTestDatabase _temporary = fixture.NewDatabase();

    [Fact]
    public void A_user_who_may_make_no_table_is_told_so_and_can_still_store()
    {
        using (OpenStore())
        {
        }

        var poor = new MySqlDatabase(_temporary.OptionsWith("SELECT, INSERT, UPDATE"));
        using var store = poor.OpenMessages();
        Assert.IsType<OpenError.NotPermitted>(Assert.Throws<OpenException>(() => poor.OpenSearch(create: true)).Error);
        store.Append([Sample.Message("hola", 1)]);
    }

    [Fact]
    public void A_search_that_takes_too_long_ends_and_the_next_one_works()
    {
        Store(("general", "hola"));
        using var search = Open();
        using (var other = _temporary.Connect())
        {
            other.Execute("LOCK TABLES actorchat_busqueda WRITE");
            Assert.Throws<TimeoutException>(() => search.Find(Query("hola"), 20, TimeSpan.FromMilliseconds(50)));
        }

        Assert.Single(Find(search, "hola", count: 20));
    }

    public void Dispose() => _temporary.Dispose();

    private protected override IMessageStore OpenStore() => _temporary.Database.OpenMessages();

    private protected override IMessageSearch? OpenSearch(bool create) => _temporary.Database.OpenSearch(create);

    private protected override void Execute(string sql) => _temporary.Execute(sql);

    private protected override long CountIndexed() =>
        long.Parse(_temporary.Query("SELECT COUNT(*) FROM actorchat_busqueda")[0][0]!, CultureInfo.InvariantCulture);
}
