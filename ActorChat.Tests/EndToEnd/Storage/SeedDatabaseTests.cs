namespace ActorChat.Tests.EndToEnd.Storage;

public sealed class SeedDatabaseTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_database_of_the_python_server_is_taken_over_whole()
    {
        Rows.Execute(_folder.Database, """
            CREATE TABLE mensajes (id INTEGER PRIMARY KEY AUTOINCREMENT, contenido TEXT NOT NULL, fecha_envio TEXT NOT NULL, ip_cliente TEXT NOT NULL);
            INSERT INTO mensajes (contenido, fecha_envio, ip_cliente) VALUES ('uno', '2025-09-07T12:00:00', '127.0.0.1'), ('ñandú', '2025-09-07T12:00:01', '10.0.0.7');
            """);

        using (var server = await ServerProcess.StartAsync(_folder.Path))
        {
            await using var ana = await WireClient.JoinAsync(server.Chat, "ana");
            await ana.SendAsync("tres\n/salir\n");
            await ana.ReadToEndAsync();
            await server.StopAsync();
        }

        Assert.Equal(
            ["1|uno|2025-09-07T12:00:00|127.0.0.1||", "2|ñandú|2025-09-07T12:00:01|10.0.0.7||"],
            Rows.Of(_folder.Database, "SELECT id, contenido, fecha_envio, ip_cliente, autor, sala FROM mensajes WHERE id < 3"));
        Assert.Equal(["3|tres|ana|general"], Rows.Of(_folder.Database, "SELECT id, contenido, autor, sala FROM mensajes WHERE id >= 3"));
    }
}
