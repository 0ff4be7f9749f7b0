namespace ActorChat.Tests.Server.ChatPort;

public class LeavingTests
{
    [Fact]
    public async Task Leaving_says_goodbye_and_tells_the_others()
    {
        await using var party = await Party.OfAsync("ana", "beto", "carla");
        await party["beto"].SendAsync("adiós\n/salir\n");

        Assert.Equal("Hasta luego, beto.\n", await party["beto"].ReadToEndAsync());
        await party["ana"].ExpectLineAsync("beto: adiós");
        await party["carla"].ExpectLineAsync("beto: adiós");
        await party.ExpectGoneAsync("beto");
        foreach (var member in party.Members)
            Assert.Empty(await member.ReadAllSoFarAsync());
    }

    [Theory]
    [InlineData("adiós\n/salir\nalgo más\n#ana psst\n/listar\n")]
    [InlineData("/salir\nalgo más\n#ana psst\n/listar\n")]
    public async Task Nothing_after_the_leave_counts(string lines)
    {
        await using var party = await Party.OfAsync("ana", "beto");
        await party["beto"].SendAsync(lines);

        Assert.Equal("Hasta luego, beto.\n", await party["beto"].ReadToEndAsync());
        if (lines.StartsWith('a'))
            await party["ana"].ExpectLineAsync("beto: adiós");
        await party.ExpectGoneAsync("beto");
        Assert.Empty(await party["ana"].ReadAllSoFarAsync());
        await party.EndQuietlyAsync();
        Assert.DoesNotContain(party.Server.Database.Messages(), message => message.Content == "algo más");
    }

    [Fact]
    public async Task Who_leaves_without_a_nickname_is_not_missed()
    {
        await using var party = await Party.OfAsync("ana");
        await using (var nobody = await WireClient.ConnectAsync(party.Server.Chat))
        {
            await nobody.ExpectAsync("Nickname: ");
            nobody.EndSending();
            Assert.Equal("", await nobody.ReadToEndAsync());
        }

        Assert.Empty(await party["ana"].ReadAllSoFarAsync());
    }
}
