using ActorChat.Client;

namespace ActorChat.Tests.EndToEnd.Clients;

public sealed class ClientAndServerTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Two_of_our_clients_chat()
    {
        using var server = await ServerProcess.StartAsync(_folder.Path);
        using var ana = ClientProcess.Start("--port", PortOf(server.Chat), "--nick", "ana");
        await ana.Output.WaitForAsync("Bienvenido, ana.");
        using var beto = ClientProcess.Start("--port", PortOf(server.Chat), "--nick", "beto");
        await beto.Output.WaitForAsync("Bienvenido, beto.");

        await ana.TypeAsync("hola\n#beto solo para ti\n");
        await beto.Output.WaitForAsync("ana: hola\n[privado] ana: solo para ti\n");
        await ana.PipeAsync("/salir\n");
        (await ana.FinishAsync()).IsDone();
        await beto.Output.WaitForAsync("* ana se ha desconectado");
    }

    [Fact]
    public async Task The_confirmation_client_runs_until_exito()
    {
        using var server = await ServerProcess.StartAsync(_folder.Path);
        using var client = ClientProcess.Start("--confirm", "--port", PortOf(server.Confirmation));
        await client.TypeAsync("uno\ndos\néxito\n");

        var run = await client.FinishAsync();
        run.IsDone();
        Assert.Matches(@"^(\[SERVIDOR\] Mensaje recibido: \d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\n){2}$", run.Output);
        Assert.Equal(["uno", "dos"], Rows.Of(_folder.Database, "SELECT contenido FROM mensajes ORDER BY id"));
    }

    [Fact]
    public async Task A_script_may_ask_for_help_before_its_nickname_and_sees_its_answers_before_it_leaves()
    {
        using var server = await ServerProcess.StartAsync(_folder.Path);
        using var client = ClientProcess.Start("--port", PortOf(server.Chat));
        await client.PipeAsync("/ayuda\nana\nhola\n/listar\n");

        var run = await client.FinishAsync();
        Assert.Equal((ExitCode.Done, ""), (run.Code, run.Errors));
        Assert.Contains("Bienvenido, ana.", run.Output, StringComparison.Ordinal);
        Assert.Contains("Usuarios conectados (1): ana", run.Output, StringComparison.Ordinal);
        Assert.Equal(["hola"], Rows.Of(_folder.Database, "SELECT contenido FROM mensajes"));
    }

    private static string PortOf(IPEndPoint endPoint) => endPoint.Port.ToString(CultureInfo.InvariantCulture);
}
