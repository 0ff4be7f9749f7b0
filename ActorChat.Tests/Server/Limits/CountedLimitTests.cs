using ActorChat.Server.Transport.Limits;

namespace ActorChat.Tests.Server.Limits;

/// <summary>Limits whose behaviour is tested elsewhere are counted and logged too.</summary>
public class CountedLimitTests
{
    [Fact]
    public async Task Lines_that_are_too_long()
    {
        await using var party = await LimitedParty.OfAsync(settings => settings, "ana");
        var tooLong = new string('x', 1025) + "\n";
        await party["ana"].SendAsync(tooLong + tooLong);
        Assert.All(await party["ana"].ReadLinesAsync(2), line => Assert.StartsWith("Error:", line, StringComparison.Ordinal));
        await ExpectAsync(party, Limit.MaxLine, 2);
    }

    [Fact]
    public async Task Messages_that_are_too_long()
    {
        await using var party = await LimitedParty.OfAsync(
            settings => settings with { ConfirmationConnections = settings.ConfirmationConnections with { MessageLimit = Limit.MaxMessage } });
        await using var client = await WireClient.ConnectAsync(party.Server.Confirmation);
        await client.SendLineAsync(new string('x', 4097));
        Assert.StartsWith("Error:", await client.ReadLineAsync(), StringComparison.Ordinal);
        await ExpectAsync(party, Limit.MaxMessage, 1);
    }

    [Fact]
    public async Task Nicknames_that_are_refused()
    {
        await using var party = await LimitedParty.OfAsync(settings => settings);
        await using var client = await WireClient.ConnectAsync(party.Server.Chat);
        await client.SendAsync("1 2\n1 2\n1 2\n1 2\n1 2\n");
        await client.ReadToEndAsync();
        await ExpectAsync(party, Limit.NicknameAttempts, 1);
    }

    [Fact]
    public async Task Commands_that_wait_for_the_room()
    {
        await using var party = await LimitedParty.OfAsync(settings => settings.WithLimits(limits => limits with { MaxUnconfirmed = 1 }), "ana", "beto");
        await party["ana"].SendLineAsync("hola");
        await party["beto"].ExpectLineAsync("ana: hola");
        await ExpectAsync(party, Limit.MaxUnconfirmed, 1);
    }

    [Fact]
    public async Task Bytes_that_wait_for_a_reader()
    {
        await using var party = await LimitedParty.OfAsync(
            settings => settings.WithMessages(new MemoryMessageStore()).WithConnections(connections => connections with { MaxQueued = 64 * 1024 }), "ana");
        await using var slow = await party.JoinAsync("lento", receiveBuffer: 4096);
        var round = string.Concat(Enumerable.Repeat(new string('x', 900) + "\n", 50));
        List<string> heard;
        do
        {
            await party["ana"].SendAsync(round);
            heard = await party["ana"].ReadAllSoFarAsync();
        }
        while (!heard.Contains("* lento se ha desconectado"));

        await party.Hits.WaitForAsync(Limit.MaxQueued, 1);
        await party.SettleListenerAsync();
        Assert.StartsWith(
            $"Se corta la conexión de {slow.Local} (nickname lento): lee demasiado despacio, le esperaban más de 65536 bytes",
            Assert.Single(await party.LoggedAsync(Limit.MaxQueued, "Se corta")),
            StringComparison.Ordinal);
    }

    private static async Task ExpectAsync(LimitedParty party, Limit limit, int count)
    {
        await party.Hits.WaitForAsync(limit, count);
        await party.SettleListenerAsync();
        Assert.Equal(count, party.Hits[limit]);
        await party.ExpectOneLogLineAsync(limit);
    }
}
