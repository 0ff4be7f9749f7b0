using Xunit;

namespace ActorChat.Tests.Server;

public class ChatPortTests
{
    [Fact]
    public async Task A_public_message_reaches_every_other_member()
    {
        await using var server = await TestServer.StartAsync();
        await using var ana = await WireClient.JoinAsync(server.Chat, "ana");
        await using var beto = await WireClient.JoinAsync(server.Chat, "beto");
        await ana.ExpectLineAsync("* beto se ha conectado");

        await ana.SendLineAsync("hola");
        await beto.ExpectLineAsync("ana: hola");
    }

    [Fact]
    public async Task A_chunk_client_chats_without_newlines()
    {
        await using var server = await TestServer.StartAsync();
        await using var ana = await WireClient.JoinAsync(server.Chat, "ana");
        await using var beto = await WireClient.ConnectAsync(server.Chat);
        await beto.ExpectAsync("Nickname: ");
        await beto.SendAsync("beto");
        await beto.ExpectLineAsync("Bienvenido, beto. Usuarios conectados: 2. Escribe /ayuda para ver los comandos.");

        await beto.SendAsync("hola");
        await ana.ExpectLineAsync("* beto se ha conectado");
        await ana.ExpectLineAsync("beto: hola");
    }

    [Fact]
    public async Task Leaving_says_goodbye_and_tells_the_others()
    {
        await using var server = await TestServer.StartAsync();
        await using var ana = await WireClient.JoinAsync(server.Chat, "ana");
        await using var beto = await WireClient.JoinAsync(server.Chat, "beto");
        await beto.SendAsync("adios\n/salir\n");

        Assert.Equal("Hasta luego, beto.\n", await beto.ReadToEndAsync());
        await ana.ExpectLineAsync("* beto se ha conectado");
        await ana.ExpectLineAsync("beto: adios");
        await ana.ExpectLineAsync("* beto se ha desconectado");
    }
}
