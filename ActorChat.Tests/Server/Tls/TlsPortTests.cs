using Akka.Actor;

namespace ActorChat.Tests.Server.Tls;

/// <summary>The addresses of a port with TLS.</summary>
public sealed class TlsPortTests
{
    [Fact]
    public async Task One_that_is_lost_takes_its_connections_along_and_is_opened_again()
    {
        await using var server = await TestServer.StartAsync(settings => settings.WithTls());
        await using var plain = await WireClient.JoinAsync(server.Chat, "Ana");
        await using var lost = await WireClient.JoinTlsAsync(server.ChatTls, "Beto");
        await plain.ExpectLineAsync("* Beto se ha conectado");
        server.System.ActorSelection("/user/node/tls/*").Tell(PoisonPill.Instance);
        await plain.ExpectLineAsync("* Beto se ha desconectado");

        await using var again = await JoinWhenOpenAsync(server, "Beto");
        await plain.AskAsync("/username", "* Beto se ha conectado");
    }

    // Refused until then.
    private static async Task<WireClient> JoinWhenOpenAsync(TestServer server, string nickname)
    {
        for (var until = DateTime.UtcNow + TestTimeout.Limit; ;)
        {
            try
            {
                return await WireClient.JoinTlsAsync(server.ChatTls, nickname);
            }
            catch (Exception refused) when (refused is SocketException or IOException && DateTime.UtcNow < until)
            {
                await Task.Yield();
            }
        }
    }
}
