using ActorChat.Server.Resources;
using ActorChat.Server.Storage;
using ActorChat.Server.Storage.Errors;
using ActorChat.Server.Storage.MySql;
using MySqlConnector;

namespace ActorChat.Tests.Storage.MySql;

/// <summary>Every reason why the users' server cannot be used has a name, and none tells the password.</summary>
[Collection(MariaDbFixture.Name)]
public sealed class MySqlUnavailableTests(MariaDbFixture fixture) : IDisposable
{
    private readonly MySqlTestDatabase _temporary = fixture.NewDatabase();

    [Fact]
    public void A_wrong_password_is_a_login_refused_and_the_setting_that_gave_it_is_named() => Assert.Equal(
        new OpenError.LoginRefused(MariaDbServer.User, "de-aquí"),
        ProblemWith(_temporary.Options with { Password = "otra-clave", PasswordFrom = "de-aquí" }));

    [Fact]
    public void An_unknown_user_is_a_login_refused() =>
        Assert.Equal(new OpenError.LoginRefused("nadie"), ProblemWith(_temporary.Options with { User = "nadie" }));

    [Fact]
    public void A_missing_database_is_named() =>
        Assert.Equal(new OpenError.DatabaseMissing("no_existe"), ProblemWith(_temporary.Options with { Database = "no_existe" }));

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("no-such-host.invalid")]
    public void Where_nobody_listens_the_server_is_unreachable(string host)
    {
        var unavailable = Unavailable(_temporary.Options with { Host = host, Port = 1 });

        Assert.IsType<OpenError.Unreachable>(unavailable.Error);
        Assert.Contains(": no se pudo abrir la conexión. Ponlo en marcha", unavailable.Describe(Texts.For(Language.Spanish)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("", true)]
    [InlineData("SSH-2.0-OpenSSH_9.2\r\n", false)]
    [InlineData("HTTP/1.1 400 Bad Request\r\n\r\n", true)]
    [InlineData("\u0001\0\0\0\n", true)]
    public void A_server_of_another_kind_is_unreachable(string says, bool hangsUp)
    {
        using var other = new FakeMySqlServer(IPAddress.Loopback, hangsUp, Encoding.ASCII.GetBytes(says));
        var unavailable = Unavailable(To(other));

        Assert.IsType<OpenError.Unreachable>(unavailable.Error);
        Assert.Matches(": (no hubo respuesta a tiempo|el otro extremo interrumpió la comunicación|se perdió la conexión|no responde como un servidor de MySQL)\\. Ponlo", unavailable.Describe(Texts.For(Language.Spanish)));
    }

    [Fact]
    public void A_server_that_freezes_during_the_handshake_of_TLS_is_unreachable()
    {
        using var frozen = new FakeMySqlServer(IPAddress.Loopback, hangUp: false, FakeMySqlServer.Greeting);

        Assert.IsType<OpenError.Unreachable>(ProblemWith(To(frozen) with { Tls = MySqlSslMode.Required }));
    }

    // The driver trusts the loopback: that a machine has no other address says nothing against this program.
    [Fact]
    public void A_server_elsewhere_that_asks_for_the_password_unencrypted_does_not_get_it()
    {
        if (FakeMySqlServer.NotLoopback is not { } address)
            return;
        using var curious = new FakeMySqlServer(address, hangUp: false, FakeMySqlServer.Greeting, FakeMySqlServer.AsksForPassword);

        Assert.Equal(new OpenError.TlsNeeded(), ProblemWith(To(curious) with { Tls = MySqlSslMode.Disabled }));
    }

    [Fact]
    public void Encryption_that_the_server_does_not_offer_is_named() =>
        Assert.Contains(
            "no se puede cifrar como pide tls: el servidor no ofrece TLS. Corrige",
            Unavailable(_temporary.Options with { Tls = MySqlSslMode.Required }).Describe(Texts.For(Language.Spanish)),
            StringComparison.Ordinal);

    [Fact]
    public void A_user_without_the_right_to_make_the_table_is_not_permitted()
    {
        var unavailable = Unavailable(_temporary.OptionsWith("SELECT"));

        Assert.IsType<OpenError.NotPermitted>(unavailable.Error);
        Assert.Contains(": falta un permiso (error 1142). Concédele", unavailable.Describe(Texts.For(Language.Spanish)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_that_lacks_a_column_is_refused_and_left_alone()
    {
        _temporary.Execute("CREATE TABLE clientes (nickname VARCHAR(20), desde DATE)");

        Assert.Equal(new OpenError.TableLacksColumn("clientes", "connected_at"), ProblemWith(_temporary.Options));
        Assert.Throws<OpenException>(_temporary.Database.CheckUsers);
    }

    [Theory]
    [InlineData("CREATE TABLE clientes (nickname VARCHAR(20), connected_at DATETIME, curso VARCHAR(20) NOT NULL)", "curso")]
    [InlineData("CREATE TABLE clientes (Id INT PRIMARY KEY, nickname VARCHAR(20), connected_at DATETIME)", "id")]
    public void A_table_with_a_column_that_every_new_row_would_lack_is_refused_and_left_alone(string sql, string column)
    {
        _temporary.Execute(sql);

        Assert.Equal(new OpenError.ColumnNeedsValue("clientes", column), ProblemWith(_temporary.Options));
        Assert.Throws<OpenException>(_temporary.Database.CheckUsers);
    }

    [Fact]
    public void A_column_that_a_trigger_fills_needs_nothing_from_us()
    {
        _temporary.Execute("CREATE TABLE clientes (nickname VARCHAR(20), connected_at DATETIME, curso VARCHAR(20) NOT NULL)");
        _temporary.Execute("CREATE TRIGGER curso BEFORE INSERT ON clientes FOR EACH ROW SET NEW.curso = '1A'");

        using var store = _temporary.Database.OpenUsers();
        store.Upsert([new LastSeen("ana", DateTime.Now)]);

        Assert.Equal("1A", _temporary.Query("SELECT curso FROM clientes").Single()[0]);
    }

    [Fact]
    public void A_check_creates_nothing()
    {
        _temporary.Database.CheckUsers();

        Assert.Empty(_temporary.Query("SHOW TABLES"));
    }

    [Fact]
    public void No_text_of_the_settings_shows_the_password() =>
        Assert.DoesNotContain(MariaDbServer.Password, _temporary.Options.ToString(), StringComparison.Ordinal);

    public void Dispose() => _temporary.Dispose();

    private MySqlOptions To(FakeMySqlServer server) =>
        _temporary.Options with { Host = $"{server.EndPoint.Address}", Port = server.EndPoint.Port, ConnectTimeout = TimeSpan.FromSeconds(1) };

    private static OpenError ProblemWith(MySqlOptions options) => Unavailable(options).Error;

    private static OpenException Unavailable(MySqlOptions options)
    {
        var unavailable = Assert.Throws<OpenException>(() => new MySqlDatabase(options).OpenUsers().Dispose());
        Assert.DoesNotContain(options.Password.Length > 3 ? options.Password : "\0", unavailable.ToString(), StringComparison.Ordinal);
        return unavailable;
    }
}
