using ActorChat.Server.Persistence;
using ActorChat.Server.Persistence.MySql;
using Xunit;

namespace ActorChat.Tests.Persistence.MySql;

/// <summary>Every reason why the users' server cannot be used has a name, and none tells the password.</summary>
[Collection(MariaDbFixture.Name)]
public sealed class MySqlUnavailableTests(MariaDbFixture fixture) : IDisposable
{
    private readonly MySqlTestDatabase _temporary = fixture.NewDatabase();

    [Fact]
    public void A_wrong_password_is_a_login_refused() =>
        Assert.Equal(new StorageProblem.LoginRefused(MariaDbServer.User), ProblemWith(_temporary.Options with { Password = "otra-clave" }));

    [Fact]
    public void An_unknown_user_is_a_login_refused() =>
        Assert.Equal(new StorageProblem.LoginRefused("nadie"), ProblemWith(_temporary.Options with { User = "nadie" }));

    [Fact]
    public void A_missing_database_is_named() =>
        Assert.Equal(new StorageProblem.DatabaseMissing("no_existe"), ProblemWith(_temporary.Options with { Database = "no_existe" }));

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("no-such-host.invalid")]
    public void Where_nobody_listens_the_server_is_unreachable(string host) =>
        Assert.IsType<StorageProblem.Unreachable>(ProblemWith(_temporary.Options with { Host = host, Port = 1 }));

    [Fact]
    public void A_server_of_another_kind_is_unreachable()
    {
        using var silent = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        silent.Start();
        var port = ((System.Net.IPEndPoint)silent.LocalEndpoint).Port;

        Assert.IsType<StorageProblem.Unreachable>(ProblemWith(_temporary.Options with { Port = port, ConnectTimeout = TimeSpan.FromSeconds(1) }));
    }

    [Fact]
    public void Encryption_that_the_server_does_not_offer_is_named() =>
        Assert.IsType<StorageProblem.NoTls>(ProblemWith(_temporary.Options with { Tls = MySqlTls.Required }));

    [Fact]
    public void A_user_without_the_right_to_make_the_table_is_not_permitted()
    {
        var name = _temporary.Options.Database;
        _temporary.Execute($"CREATE USER pobre_{name}@'127.0.0.1' IDENTIFIED BY 'x'");
        _temporary.Execute($"GRANT SELECT ON {name}.* TO pobre_{name}@'127.0.0.1'");

        Assert.IsType<StorageProblem.NotPermitted>(ProblemWith(_temporary.Options with { User = $"pobre_{name}", Password = "x" }));
    }

    [Fact]
    public void A_table_that_lacks_a_column_is_refused_and_left_alone()
    {
        _temporary.Execute("CREATE TABLE clientes (nickname VARCHAR(20), desde DATE)");

        Assert.Equal(new StorageProblem.TableLacksColumn("clientes", "connected_at"), ProblemWith(_temporary.Options));
        Assert.Throws<StorageUnavailableException>(_temporary.Database.Check);
    }

    [Fact]
    public void A_check_creates_nothing()
    {
        _temporary.Database.Check();

        Assert.Empty(_temporary.Query("SHOW TABLES"));
    }

    [Fact]
    public void No_text_of_the_settings_shows_the_password() =>
        Assert.DoesNotContain(MariaDbServer.Password, _temporary.Options.ToString(), StringComparison.Ordinal);

    public void Dispose() => _temporary.Dispose();

    private static StorageProblem ProblemWith(MySqlOptions options)
    {
        var unavailable = Assert.Throws<StorageUnavailableException>(() => new MySqlDatabase(options).OpenUsers().Dispose());
        Assert.DoesNotContain(options.Password.Length > 3 ? options.Password : "\0", unavailable.ToString(), StringComparison.Ordinal);
        return unavailable.Problem;
    }
}
