using Akka.Actor;

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
            await using var server = await TestServer.StartAsync(settings => settings with { Chat = [port] });
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
            while (await LossesAsync(party, party.Server.Chat) <= i)
                await Task.Yield();
        }

        await using var last = await ComeInAsync(party);
    }

    [Fact]
    public async Task Of_several_addresses_one_may_be_lost_and_the_others_go_on()
    {
        await using var party = await LimitedParty.OfAsync(settings => settings with
        {
            Chat = [new IPEndPoint(IPAddress.Loopback, 0), new IPEndPoint(IPAddress.Parse("127.0.0.2"), 0)],
            Confirmation = [],
        });
        var (kept, lost) = (party.Server.Chats[0], party.Server.Chats[1]);
        await using var ana = await WireClient.JoinAsync(kept, "ana");
        await using var beto = await WireClient.JoinAsync(lost, "beto");
        await ana.ExpectLineAsync("* beto se ha conectado");

        // Opened one after the other, they have their numbers in order.
        party.Server.System.ActorSelection("/system/IO-TCP/tcp-listener-1").Tell(PoisonPill.Instance);
        await beto.ReadToResetAsync();
        await ana.ExpectLineAsync("* beto se ha desconectado");
        while (await LossesAsync(party, lost) == 0)
            await Task.Yield();

        await using (var early = await WireClient.ConnectAsync(kept))
            await early.ExpectAsync(Prompt);
        await using var again = await ConnectAsSoonAsPossibleAsync(lost, meanwhile: () => party.Pass(1));
        await again.ExpectAsync(Prompt);
        await ana.AskAsync("/username", "Tu nickname es ana");
        Assert.Equal(0, await LossesAsync(party, kept));
    }

    private static async Task<int> LossesAsync(LimitedParty party, IPEndPoint address) => (await party.Server.LogAsync())
        .Count(logged => logged.Message.ToString()!.StartsWith($"Se ha perdido el puerto {address} ", StringComparison.Ordinal));

    private static async Task<WireClient> ComeInAsync(LimitedParty party)
    {
        var client = await ConnectAsSoonAsPossibleAsync(party.Server.Chat, meanwhile: () => party.Pass(1));
        await client.ExpectAsync(Prompt);
        return client;
    }

    // Until the port is there. The kernel itself tries again for those who come in the moment when it is opened.
    private static async Task<WireClient> ConnectAsSoonAsPossibleAsync(IPEndPoint port, Action? meanwhile = null)
    {
        using var limit = new CancellationTokenSource(TestTimeout.Limit);
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
