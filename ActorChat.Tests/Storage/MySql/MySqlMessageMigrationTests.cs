using ActorChat.Server.Resources;
using ActorChat.Server.Storage.Errors;
using ActorChat.Server.Storage.MySql;
using ActorChat.Server.Storage.Sql;

namespace ActorChat.Tests.Storage.MySql;

/// <summary>A server without the table <c>mensajes</c>, with one that somebody made by hand, and with one of a step that was broken off.</summary>
[Collection(MariaDbFixture.Name)]
public sealed class MySqlMessageMigrationTests(MariaDbFixture fixture) : IDisposable
{
    private readonly MySqlTestDatabase _temporary = fixture.NewDatabase();

    [Fact]
    public void A_new_table_is_the_one_of_SQLite()
    {
        _temporary.Database.OpenMessages().Dispose();

        Assert.Equal(
            ["id", "contenido", "fecha_envio", "ip_cliente", "autor", "sala", "numero", "instante", "marca"],
            _temporary.Query("SHOW COLUMNS FROM mensajes").Select(column => column[0]));
        Assert.Equal<string?[]>(["mensajes", $"{MessageTable.Known}"], _temporary.Query("SELECT tabla, version FROM actorchat_esquema").Single());
        Assert.Empty(_temporary.Query("SHOW TABLES LIKE 'clientes'"));
        AssertSeedGoesOn();
    }

    [Theory]
    [InlineData("VARCHAR(19)", "InnoDB")]
    [InlineData("DATETIME", "MyISAM")]
    [InlineData("TIMESTAMP DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP", "InnoDB")]
    public void A_table_made_by_hand_gets_what_it_lacks_and_keeps_what_it_has(string type, string engine)
    {
        MakeByHand(type, engine);
        _temporary.Execute("ALTER TABLE mensajes ADD COLUMN sala VARCHAR(20), ADD COLUMN nota VARCHAR(9) DEFAULT 'mía'");
        Fill();

        AssertNumbered();
        Assert.Equal("mía", _temporary.Query("SELECT nota FROM mensajes ORDER BY id LIMIT 1").Single()[0]);
        AssertSeedGoesOn();
    }

    // As after a kill behind each statement of the steps.
    [Theory]
    [InlineData("CREATE TABLE actorchat_esquema (tabla VARCHAR(64) PRIMARY KEY, version INT NOT NULL)")]
    [InlineData("CREATE TABLE actorchat_esquema (tabla VARCHAR(64) PRIMARY KEY, version INT NOT NULL); INSERT INTO actorchat_esquema VALUES ('mensajes', 1); ALTER TABLE mensajes ADD COLUMN numero BIGINT")]
    [InlineData("ALTER TABLE mensajes ADD COLUMN numero BIGINT, ADD COLUMN instante BIGINT; UPDATE mensajes SET numero = 7, instante = 7 WHERE sala = 'otra'")]
    public void A_step_that_was_broken_off_is_gone_again(string already)
    {
        MakeByHand("VARCHAR(19)", "InnoDB");
        _temporary.Execute("ALTER TABLE mensajes ADD COLUMN autor VARCHAR(191), ADD COLUMN sala VARCHAR(191)");
        Fill();
        foreach (var sql in already.Split(';'))
            _temporary.Execute(sql);

        AssertNumbered();
    }

    [Fact]
    public void More_rows_than_one_statement_takes_are_numbered_whole()
    {
        MakeByHand("VARCHAR(19)", "InnoDB");
        _temporary.Execute("ALTER TABLE mensajes ADD COLUMN sala VARCHAR(191)");
        _temporary.Execute("INSERT INTO mensajes (contenido, fecha_envio, sala) SELECT seq, '2025-03-01T10:00:00', 'general' FROM seq_1_to_1201");
        _temporary.Database.OpenMessages().Dispose();

        Assert.Equal<string?[]>(["1201", "1201", "1"], _temporary.Query("SELECT COUNT(*), MAX(numero), MIN(numero) FROM mensajes WHERE numero = contenido").Single());
    }

    [Fact]
    public async Task Several_servers_may_start_at_the_same_time()
    {
        var stores = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(_temporary.Database.OpenMessages)));

        for (var i = 0; i < stores.Length; i++)
            stores[i].Append([Sample.Message("hola", i + 1)]);
        Array.ForEach(stores, store => store.Dispose());
        Assert.Equal("4", _temporary.Query("SELECT COUNT(*) FROM mensajes").Single()[0]);
    }

    [Fact]
    public void Tables_of_a_newer_version_are_refused_and_left_alone()
    {
        _temporary.Database.OpenMessages().Dispose();
        _temporary.Execute($"UPDATE actorchat_esquema SET version = {MessageTable.Known + 1}");

        AssertRefused(new OpenError.NewerSchema(MessageTable.Known + 1, MessageTable.Known, OnServer: true));
        var refusal = Assert.Throws<OpenException>(_temporary.Database.CheckMessages).Describe(Texts.For(Language.Spanish));
        Assert.Contains($"es de un servidor más nuevo (versión {MessageTable.Known + 1} de las tablas; este conoce hasta la {MessageTable.Known})", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_that_lacks_a_column_of_the_seed_is_refused_and_left_alone()
    {
        _temporary.Execute("CREATE TABLE mensajes (id INT AUTO_INCREMENT PRIMARY KEY, texto TEXT)");

        AssertRefused(new OpenError.TableLacksColumn("mensajes", "contenido"));
    }

    [Theory]
    [InlineData("CREATE TABLE mensajes (id INT PRIMARY KEY, contenido TEXT, fecha_envio DATETIME, ip_cliente TEXT)", "id")]
    [InlineData("CREATE TABLE mensajes (id INT AUTO_INCREMENT PRIMARY KEY, contenido TEXT, fecha_envio DATETIME, ip_cliente TEXT, leido INT NOT NULL)", "leido")]
    public void A_table_with_a_column_that_every_new_row_would_lack_is_refused_and_left_alone(string sql, string column)
    {
        _temporary.Execute(sql);

        AssertRefused(new OpenError.ColumnNeedsValue("mensajes", column));
    }

    [Fact]
    public void A_new_table_needs_no_right_to_alter_one()
    {
        using var store = new MySqlDatabase(_temporary.OptionsWith("SELECT, INSERT, UPDATE, CREATE")).OpenMessages();
        store.Append([Sample.Message("hola", 1)]);
    }

    public void Dispose() => _temporary.Dispose();

    private static string Instant(int hour) => $"{new DateTimeOffset(new DateTime(2025, 3, 1, hour, 0, 0)).ToUnixTimeMilliseconds()}";

    private void MakeByHand(string type, string engine) => _temporary.Execute($"""
        CREATE TABLE mensajes (id INT AUTO_INCREMENT PRIMARY KEY, Contenido VARCHAR(255), fecha_envio {type}, ip_cliente VARCHAR(45)) ENGINE = {engine}
        """);

    private void Fill() => _temporary.Execute("""
        INSERT INTO mensajes (contenido, fecha_envio, ip_cliente, sala) VALUES ('semilla', '2025-03-01T09:00:00', '127.0.0.1', NULL),
        ('uno', '2025-03-01T10:00:00', '', 'general'), ('dos', '2025-03-01T09:00:00', '', 'general'), ('de otra', '2025-03-01T11:00:00', '', 'otra'),
        ('tres', '2025-03-01T11:00:00', '', 'general')
        """);

    private void AssertNumbered()
    {
        using (var store = _temporary.Database.OpenMessages())
            store.Append([Sample.Message("cuatro", 4)]);
        _temporary.Database.OpenMessages().Dispose();

        Assert.Equal(
            [
                ["semilla", null, null], ["uno", "general", "1"], ["dos", "general", "2"], ["de otra", "otra", "1"], ["tres", "general", "3"],
                ["cuatro", "general", "4"],
            ],
            _temporary.Query("SELECT contenido, sala, numero FROM mensajes ORDER BY id"));
        Assert.Equal(
            [[Instant(10)], [Instant(10)], [Instant(11)]],
            _temporary.Query("SELECT instante FROM mensajes WHERE sala = 'general' AND numero < 4 ORDER BY numero"));
        Assert.StartsWith("2025-03-01", _temporary.Query("SELECT CAST(fecha_envio AS CHAR) FROM mensajes ORDER BY id LIMIT 1").Single()[0], StringComparison.Ordinal);
    }

    private void AssertSeedGoesOn()
    {
        _temporary.Execute("INSERT INTO mensajes (contenido, fecha_envio, ip_cliente) VALUES ('semilla', '2025-04-01T10:00:00', '127.0.0.1')");

        Assert.Equal("semilla", _temporary.Query("SELECT id, contenido, fecha_envio, ip_cliente FROM mensajes ORDER BY id DESC")[0][1]);
    }

    private void AssertRefused(OpenError error)
    {
        var before = _temporary.Query("SHOW CREATE TABLE mensajes").Single()[1];

        Assert.Equal(error, Assert.Throws<OpenException>(_temporary.Database.OpenMessages).Error);
        Assert.Equal(error, Assert.Throws<OpenException>(_temporary.Database.CheckMessages).Error);
        Assert.Equal(before, _temporary.Query("SHOW CREATE TABLE mensajes").Single()[1]);
    }
}
