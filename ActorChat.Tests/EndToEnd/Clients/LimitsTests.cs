namespace ActorChat.Tests.EndToEnd.Clients;

/// <summary>The limits as settings of a real server; what they do in detail is tested in virtual time.</summary>
public sealed class LimitsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_sender_who_is_too_fast_is_slowed_down_and_loses_nothing()
    {
        using var server = await ServerProcess.StartAsync(_folder.Path, "--set", "actorchat.limits.messages-per-second=10");
        await using var beto = await WireClient.JoinAsync(server.Chat, "beto");
        await using var ana = await WireClient.JoinAsync(server.Chat, "ana");
        var said = Enumerable.Range(1, 30).Select(number => $"mensaje {number}").ToList();
        await ana.SendAsync(string.Concat(said.Select(text => text + "\n")));
        ana.EndSending();

        await beto.ExpectLineAsync("* ana se ha conectado");
        await beto.ExpectLinesAsync([.. said.Select(text => "ana: " + text), "* ana se ha desconectado"]);
        Assert.Equal("* Escribes demasiado deprisa: tus mensajes se entregan poco a poco.\n", await ana.ReadToEndAsync());
        await server.Errors.WaitForAsync("Límite messages-per-second alcanzado por ");
    }

    [Fact]
    public async Task Who_has_no_nickname_or_nothing_to_say_is_disconnected_when_the_settings_want_it()
    {
        using var server = await ServerProcess.StartAsync(
            _folder.Path, "--set", "actorchat.limits={ nickname-timeout = 1s, idle-timeout = 2s, message-timeout = 1s }");
        await using var silent = await WireClient.ConnectAsync(server.Confirmation);
        Assert.StartsWith("Error: se cierra la conexión, porque no ha llegado ningún mensaje a tiempo.", await silent.ReadToEndAsync(), StringComparison.Ordinal);
        await using var nobody = await WireClient.ConnectAsync(server.Chat);
        Assert.Equal(
            "Nickname: Se cierra la conexión: no has elegido un nickname a tiempo. Vuelve a conectarte cuando quieras.\n", await nobody.ReadToEndAsync());
        await using var ana = await WireClient.ConnectAsync(server.Chat);
        await ana.SendLineAsync("ana");
        Assert.EndsWith(
            "\n* ¿Sigues ahí? Si no escribes nada, la conexión se cerrará en 1 s. Pulsa Intro para seguir.\n"
            + "Se cierra la conexión: llevas demasiado tiempo sin escribir. Vuelve a conectarte cuando quieras.\n",
            await ana.ReadToEndAsync(),
            StringComparison.Ordinal);
        await server.Errors.WaitForAsync("Límite nickname-timeout alcanzado por ");
        await server.Errors.WaitForAsync("Límite idle-timeout alcanzado por ");
    }
}
