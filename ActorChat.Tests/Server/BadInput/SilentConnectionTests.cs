namespace ActorChat.Tests.Server.BadInput;

public class SilentConnectionTests
{
    [Fact]
    public async Task Two_hundred_connections_that_say_nothing_do_not_keep_two_users_from_chatting()
    {
        await using var party = await Party.OfAsync("ana", "beto");
        var silent = new List<WireClient>();
        for (var i = 0; i < 100; i++)
        {
            silent.Add(await WireClient.ConnectAsync(party.Server.Chat));
            silent.Add(await WireClient.ConnectAsync(party.Server.Confirmation));
        }

        for (var i = 0; i < 100; i++)
        {
            await party["ana"].SendLineAsync($"hola {i}");
            await party["beto"].ExpectLineAsync($"ana: hola {i}");
            await party["beto"].SendLineAsync($"hola a ti {i}");
            await party["ana"].ExpectLineAsync($"beto: hola a ti {i}");
        }

        foreach (var client in silent)
            client.EndSending();
        var received = await Task.WhenAll(silent.Select(client => client.ReadToEndAsync()));
        Assert.Equal(100, received.Count(text => text == "Nickname: "));
        Assert.Equal(100, received.Count(text => text.Length == 0));
        foreach (var client in silent)
            await client.DisposeAsync();
        Assert.Empty(await party["ana"].ReadAllSoFarAsync());
        await party.EndQuietlyAsync();
    }
}
