using ActorChat.Server.Storage;
using ActorChat.Server.Storage.Accounts;
using ActorChat.Server.Storage.Archive;
using ActorChat.Server.Storage.Errors;
using ActorChat.Server.Storage.Tokens;
using ActorChat.Tests.Storage.MySql;

namespace ActorChat.Tests.Storage;

/// <summary>What the tokens of programs promise, whatever the database.</summary>
public abstract class TokenStoreContract
{
    private static readonly Nickname Ci = Name("CI");

    private protected abstract IMessageDatabase Database { get; }

    [Fact]
    public void A_token_is_found_by_its_hash_until_it_is_revoked_also_by_another_connection()
    {
        using var store = Open();
        using var other = Database.OpenTokens();
        Assert.True(store.TryAdd(Ci, "h1", Entry(1)));
        Assert.Equal(new ApiToken("CI", 1, 0, IsRegistered: false), other.Find("h1"));
        Assert.Null(other.Find("H1"));
        Assert.Null(other.Find("ci"));

        other.NoteUse("h1", 9);
        Assert.Equal(9, Assert.Single(store.All()).LastUsed);
        Assert.True(store.TryRevoke(Name("ci"), Entry(2)));
        Assert.Null(other.Find("h1"));
        Assert.Empty(other.All());
        other.NoteUse("h1", 10);
    }

    [Fact]
    public void A_name_has_one_token_whatever_its_case_and_only_what_was_done_is_audited()
    {
        using var store = Open();
        Assert.False(store.TryRevoke(Ci, Entry(1)));
        Assert.True(store.TryAdd(Ci, "h1", Entry(2)));
        Assert.False(store.TryAdd(Name("ci"), "h2", Entry(3)));
        Assert.True(store.TryAdd(Name("Bot"), "h3", Entry(4)));
        Assert.True(store.TryRevoke(Ci, Entry(5)));
        Assert.True(store.TryAdd(Ci, "h4", Entry(6)));
        Assert.Equal(["Bot", "CI"], store.All().Select(token => token.Name));
        Assert.Equal(["2", "4", "5", "6"], Audit("instante"));
    }

    [Fact]
    public void A_name_is_known_as_registered_as_long_as_it_has_an_account()
    {
        using var store = Open();
        store.TryAdd(Ci, "h1", Entry(1));
        using var accounts = Database.OpenAccounts();
        accounts.TryAdd(new Account("ci", "ci", "ci", "h", 0, 0));
        Assert.True(store.Find("h1")!.IsRegistered);
        accounts.TryRemove("ci");
        Assert.False(store.Find("h1")!.IsRegistered);
    }

    private protected abstract IEnumerable<string> Audit(string column);

    private TokenStore Open()
    {
        Database.OpenMessages().Dispose();
        return Database.OpenTokens();
    }

    private static Nickname Name(string text) => Nickname.TryParse(text, out var name) ? name : throw new ArgumentException(text);

    private static AuditEntry Entry(long instant) => new(instant, AuditEntry.Console, "ficha", "", "CI", "");
}

public sealed class SqliteTokenStoreTests : TokenStoreContract, IDisposable
{
    private readonly TemporaryDatabase _temporary = new();

    [Fact]
    public void A_file_that_is_not_there_is_not_made()
    {
        Assert.IsType<OpenError.FileMissing>(Assert.Throws<OpenException>(Database.OpenTokens).Error);
        Assert.Empty(_temporary.Snapshot());
    }

    public void Dispose() => _temporary.Dispose();

    private protected override IMessageDatabase Database => _temporary.Database;

    private protected override IEnumerable<string> Audit(string column) =>
        _temporary.Query($"SELECT {column} FROM auditoria ORDER BY id").Select(row => Convert.ToString(row[0], CultureInfo.InvariantCulture)!);
}

[Collection(MariaDbFixture.Name)]
public sealed class MySqlTokenStoreTests(MariaDbFixture fixture) : TokenStoreContract, IDisposable
{
    private readonly MySqlTestDatabase _temporary = fixture.NewDatabase();

    public void Dispose() => _temporary.Dispose();

    private protected override IMessageDatabase Database => _temporary.Database;

    private protected override IEnumerable<string> Audit(string column) => _temporary.Query($"SELECT {column} FROM auditoria ORDER BY id").Select(row => row[0]!);
}
