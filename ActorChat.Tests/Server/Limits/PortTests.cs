using System.Net;
using System.Net.Sockets;
using ActorChat.Tests.Client.Support;
using ActorChat.Tests.EndToEnd;
using Akka.Actor;
using Xunit;

namespace ActorChat.Tests.Server.Limits;

/// <summary>The listening socket itself: nobody is lost while it is opened, and one that Akka gives up is opened again.</summary>
public class PortTests
{
    private const string Prompt = "Nickname: ";

    [Fact]
    public async Task Who_connects_while_the_port_is_being_opened_is_let_in()
    {
        for (var i = 0; i < 5; i++)
        {
            var port = new IPEndPoint(IPAddress.Loopback, Ports.PickFixed());
            var clients = Enumerable.Range(0, 4).Select(_ => ConnectAsSoonAsPossibleAsync(port)).ToList();
            await using var server = await TestServer.StartAsync(settings => settings with { Chat = port });
            foreach (var client in await Task.WhenAll(clients))
            {
                await client.ExpectAsync(Prompt);
                await client.DisposeAsync();
            }
        }
    }

    [Fact]
    public async Task A_port_that_is_lost_is_opened_again_however_often()
    {
        await using var party = await LimitedParty.OfAsync(settings => settings);
        for (var i = 0; i < 3; i++)
        {
            await using var client = await ComeInAsync(party);
            party.Server.System.ActorSelection("/system/IO-TCP/*").Tell(PoisonPill.Instance);
            await client.ReadToResetAsync();

            // Only then is the old socket closed: who came before is lost with it.
            while (await LossesAsync(party) <= i)
                await Task.Yield();
        }

        await using var last = await ComeInAsync(party);
    }

    private static async Task<int> LossesAsync(LimitedParty party) => (await party.Server.LogAsync())
        .Count(logged => logged.Message.ToString()!.StartsWith($"Se ha perdido el puerto {party.Server.Chat} ", StringComparison.Ordinal));

    private static async Task<WireClient> ComeInAsync(LimitedParty party)
    {
        var client = await ConnectAsSoonAsPossibleAsync(party.Server.Chat, meanwhile: () => party.Pass(1));
        await client.ExpectAsync(Prompt);
        return client;
    }

    // Until the port is there. The kernel itself tries again for those who come in the moment when it is opened.
    private static async Task<WireClient> ConnectAsSoonAsPossibleAsync(IPEndPoint port, Action? meanwhile = null)
    {
        using var limit = new CancellationTokenSource(Patience.Limit);
        while (true)
        {
            limit.Token.ThrowIfCancellationRequested();
            try
            {
                return await WireClient.ConnectAsync(port);
            }
            catch (SocketException)
            {
                meanwhile?.Invoke();
                await Task.Yield();
            }
        }
    }
}
