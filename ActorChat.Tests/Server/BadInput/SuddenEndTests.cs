namespace ActorChat.Tests.Server.BadInput;

public class SuddenEndTests
{
    private const int Times = 50;

    [Fact]
    public async Task A_half_close_in_the_middle_of_a_line_makes_the_rest_a_line()
    {
        await using var party = await Party.OfAsync(settings => settings.WithLongQuietPeriod(), "ana", "beto");
        await party["beto"].SendAsync("uno\ndos sin fin");
        party["beto"].EndSending();

        Assert.Equal("", await party["beto"].ReadToEndAsync());
        await party["ana"].ExpectLineAsync("beto: uno");
        await party["ana"].ExpectLineAsync("beto: dos sin fin");
        await party.ExpectGoneAsync("beto");
        await party.EndQuietlyAsync();
    }

    [Fact]
    public async Task A_half_close_in_the_middle_of_the_nickname_makes_it_a_nickname()
    {
        await using var party = await Party.OfAsync(settings => settings.WithLongQuietPeriod(), "ana");
        await using var beto = await WireClient.ConnectAsync(party.Server.Chat);
        await beto.SendAsync("beto");
        beto.EndSending();

        Assert.Equal(
            "Nickname: Bienvenido, beto. Usuarios conectados: 2. Escribe /ayuda para ver los comandos.\n",
            await beto.ReadToEndAsync());
        await party["ana"].ExpectLineAsync("* beto se ha conectado");
        await party["ana"].ExpectLineAsync("* beto se ha desconectado");
        await party.EndQuietlyAsync();
    }

    [Fact]
    public async Task A_whole_session_in_one_packet_with_its_end_is_answered_whole()
    {
        await using var party = await Party.OfAsync("ana");
        await using var beto = await WireClient.ConnectAsync(party.Server.Chat);
        await beto.SendAsync("ANA\nbeto\nuno\n/username\ndos");
        beto.EndSending();

        Assert.Equal(
            """
            Nickname: El nickname 'ANA' ya está en uso. Elige otro.
            Nickname: Bienvenido, beto. Usuarios conectados: 2. Escribe /ayuda para ver los comandos.
            Tu nickname es beto

            """,
            await beto.ReadToEndAsync());
        Assert.Equal(["* beto se ha conectado", "beto: uno", "beto: dos", "* beto se ha desconectado"], await party["ana"].ReadLinesAsync(4));
        await party.EndQuietlyAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Connections_that_are_reset_or_closed_at_once_disturb_nobody(bool isReset)
    {
        await using var party = await Party.OfAsync("ana", "beto");
        for (var i = 0; i < Times; i++)
        {
            await using var chatting = await WireClient.ConnectAsync(party.Server.Chat);
            await using var confirming = await WireClient.ConnectAsync(party.Server.Confirmation);
            if (!isReset)
                continue;
            chatting.Reset();
            confirming.Reset();
        }

        await party.SayAsync("ana", "hola", "beto");
        Assert.Empty(await party["ana"].ReadAllSoFarAsync());
        await party.EndQuietlyAsync();
    }

    [Fact]
    public async Task A_reset_in_the_middle_of_traffic_loses_nothing_said_before_and_is_announced_once()
    {
        await using var party = await Party.OfAsync("ana", "beto", "carla");
        var said = Enumerable.Range(1, 100).Select(number => $"mensaje {number}").ToList();
        await party["ana"].SendAsync(string.Concat(said.Select(text => text + "\n")));
        Assert.Equal(said.Select(text => "ana: " + text), await party["beto"].ReadLinesAsync(said.Count));
        await party["ana"].SendAsync("a medias");
        party["ana"].Reset();

        await party["beto"].ExpectLineAsync("* ana se ha desconectado");
        Assert.Equal(said.Select(text => "ana: " + text), await party["carla"].ReadLinesAsync(said.Count));
        await party["carla"].ExpectLineAsync("* ana se ha desconectado");
        Assert.Empty(await party["beto"].ReadAllSoFarAsync());
        Assert.Empty(await party["carla"].ReadAllSoFarAsync());
        await party.EndQuietlyAsync();
        Assert.Equal(said, party.Server.Database.Messages().Select(message => message.Content));
    }

    [Fact]
    public async Task A_reset_while_much_is_being_sent_to_it_disturbs_nobody_else()
    {
        await using var party = await Party.OfAsync("ana", "beto", "carla");
        var said = Enumerable.Range(1, 500).Select(number => $"mensaje {number}").ToList();
        await party["ana"].SendAsync(string.Concat(said.Take(250).Select(text => text + "\n")));
        party["carla"].Reset();
        await party["ana"].SendAsync(string.Concat(said.Skip(250).Select(text => text + "\n")));

        var seen = await party["beto"].ReadLinesAsync(said.Count + 1);
        Assert.Single(seen, line => line == "* carla se ha desconectado");
        Assert.Equal(said.Select(text => "ana: " + text), seen.Where(line => line != "* carla se ha desconectado"));
        await party.EndQuietlyAsync();
    }
}
