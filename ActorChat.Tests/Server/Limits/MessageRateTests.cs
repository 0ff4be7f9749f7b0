using ActorChat.Server.Transport.Limits;

namespace ActorChat.Tests.Server.Limits;

/// <summary>Who writes too fast is slowed down and loses nothing. Ana writes (connection 1), beto reads.</summary>
public class MessageRateTests
{
    private const string Notice = "* Escribes demasiado deprisa: tus mensajes se entregan poco a poco.";
    private const string Farewell =
        "Se cierra la conexión: llevas demasiado tiempo enviando mensajes más deprisa de lo permitido. Vuelve a conectarte y escribe más despacio.";

    private static readonly ClientLimits TenASecond = new() { Messages = new Rate(PerSecond: 10, Burst: 20), FloodTimeout = TimeSpan.FromSeconds(3) };
    private static readonly ClientLimits ForEver = TenASecond with { FloodTimeout = null };

    [Fact]
    public async Task A_burst_passes_at_once_and_the_rest_as_the_rate_lets_it_in_order_and_whole()
    {
        await using var party = await LimitedParty.OfAsync(ForEver, "ana", "beto");
        await SayAsync(party, 1, 60);
        await party["beto"].ExpectLinesAsync(Said(1, 20));
        await party["ana"].ExpectLineAsync(Notice);
        for (var number = 21; number <= 60; number++)
        {
            Assert.Empty(await party["beto"].ReadAllSoFarAsync());
            await party.PassInStepsAsync(1, 0.1, connection: 1);
            await party["beto"].ExpectLinesAsync(Said(number, 1));
        }

        await party.ExpectHitsAsync(Limit.MessagesPerSecond);
        await party.EndQuietlyAsync();
    }

    [Fact]
    public async Task However_much_is_sent_all_of_it_arrives()
    {
        await using var party = await LimitedParty.OfAsync(ForEver with { Messages = new Rate(1000, 20) }, "ana", "beto");
        var sending = SayAsync(party, 1, 5_000);
        var reading = party["beto"].ReadLinesAsync(5_000);
        while (!reading.IsCompleted)
            await party.PassInStepsAsync(1, 0.1, connection: 1);
        Assert.Equal(Said(1, 5_000), await reading);
        await sending;
        await party.EndQuietlyAsync();
    }

    [Fact]
    public async Task Commands_count_and_empty_lines_do_not()
    {
        await using var party = await LimitedParty.OfAsync(ForEver, "ana");
        await party["ana"].SendAsync(string.Concat(Enumerable.Repeat("\n \r\n/username\n\n", 20)) + "\n\n/listar\n");
        await party["ana"].ExpectLinesAsync(Enumerable.Repeat("Tu nickname es ana", 20));
        await party["ana"].ExpectLineAsync(Notice);
        party.Pass(0.1);
        await party["ana"].ExpectLineAsync("Usuarios conectados (1): ana");
        await party.EndQuietlyAsync();
    }

    [Theory]
    [InlineData("\n")]
    [InlineData(" \t\r\n")]
    [InlineData("\u00ff\u00f1")]
    [InlineData("\u00ff\u00fd\u0001")]
    [InlineData("x")]
    public async Task What_is_no_message_counts_by_its_bytes(string latin1)
    {
        await using var party = await LimitedParty.OfAsync(ForEver with { BytesPerMessage = 100 }, "ana", "beto");
        await party["ana"].SendAsync(Encoding.Latin1.GetBytes(string.Concat(Enumerable.Repeat(latin1, 100_000 / latin1.Length))));
        await party["ana"].SendAsync("\nhola\n");
        while (!(await party["ana"].ReadLineAsync())!.EndsWith(Notice, StringComparison.Ordinal))
        {
        }

        var reading = party["beto"].ReadLineAsync();
        var seconds = 0;
        for (; !reading.IsCompleted; seconds++)
            await party.PassInStepsAsync(1, 1, connection: 1);
        Assert.Equal("ana: hola", await reading);
        Assert.InRange(seconds, 60, int.MaxValue);
        await party.EndQuietlyAsync();
    }

    [Fact]
    public async Task Bytes_count_before_the_nickname_too()
    {
        await using var party = await LimitedParty.OfAsync(ForEver with { BytesPerMessage = 100 });
        await using var client = await WireClient.ConnectAsync(party.Server.Chat);
        await client.SendAsync(Enumerable.Repeat((byte[])[255, 241], 50_000).SelectMany(nop => nop).ToArray());
        await client.ExpectAsync("Nickname: " + Notice + "\n");
    }

    [Fact]
    public async Task Who_sends_no_messages_but_too_many_bytes_for_too_long_is_disconnected_with_a_reason()
    {
        await using var party = await LimitedParty.OfAsync(TenASecond with { BytesPerMessage = 100, FloodTimeout = TimeSpan.Zero }, "ana");
        await party["ana"].SendAsync(new string('\n', 100_000));
        Assert.Equal(Farewell + "\n", await party["ana"].ReadToEndAsync());
        await party.ExpectHitsAsync(Limit.FloodTimeout);
        await party.EndQuietlyAsync();
    }

    [Fact]
    public async Task Who_is_asked_for_a_sign_of_life_meanwhile_is_still_read()
    {
        const string Question = "* ¿Sigues ahí? Si no escribes nada, la conexión se cerrará en 60 s. Pulsa Intro para seguir.";
        await using var party = await LimitedParty.OfAsync(
            ForEver with { BytesPerMessage = 1, IdleTimeout = TimeSpan.FromSeconds(400) }, "ana", "beto");

        // They cost 358 s; the question comes at 340 s, the end would at 400 s.
        await party["ana"].SendAsync(Enumerable.Repeat((byte[])[255, 241], 1_800).SelectMany(nop => nop).ToArray());
        await party["ana"].ExpectLineAsync(Notice);
        await party["ana"].SendAsync("hola\n");
        party.Pass(345);
        await party["ana"].ExpectLineAsync(Question);
        await party["beto"].ExpectLineAsync(Question);
        party.Pass(20);
        await party["beto"].ExpectLineAsync("ana: hola");
    }

    [Fact]
    public async Task Meanwhile_others_are_heard()
    {
        await using var party = await LimitedParty.OfAsync(ForEver, "ana", "beto");
        await SayAsync(party, 1, 21);
        await party["ana"].ExpectLineAsync(Notice);
        await party["beto"].SendLineAsync("hola");
        await party["ana"].ExpectLineAsync("beto: hola");
        Assert.Equal("ana", (await party.SettleAsync(1)).Nickname);
    }

    [Fact]
    public async Task What_came_before_the_end_of_the_sender_is_dealt_with_at_the_rate()
    {
        await using var party = await LimitedParty.OfAsync(ForEver, "ana", "beto");
        await SayAsync(party, 1, 25);
        party["ana"].EndSending();
        await party["ana"].ExpectLineAsync(Notice);
        await party["beto"].ExpectLinesAsync(Said(1, 20));
        for (var number = 21; number <= 25; number++)
        {
            await party.SettleAsync(1);
            party.Pass(0.1);
            await party["beto"].ExpectLinesAsync(Said(number, 1));
        }

        // The end itself is read when nothing waits any more.
        await party["beto"].ExpectLineAsync("* ana se ha desconectado");
        Assert.Equal("", await party["ana"].ReadToEndAsync());
        await party.EndQuietlyAsync();
    }

    [Fact]
    public async Task What_came_before_a_stop_is_dealt_with_at_once()
    {
        await using var party = await LimitedParty.OfAsync(ForEver, "ana", "beto");
        await SayAsync(party, 1, 100);
        await party["ana"].ExpectLineAsync(Notice);
        var stopped = party.Server.StopAsync();
        Assert.Equal("El servidor se está deteniendo.\n", await party["ana"].ReadToEndAsync());
        await party["ana"].DisposeAsync();
        await party["beto"].DisposeAsync();
        await stopped;
        Assert.Equal(Said(1, 100), party.Server.Database.Messages().Select(message => $"ana: {message.Content}"));
    }

    [Fact]
    public async Task Who_does_not_stop_for_too_long_is_disconnected_with_a_reason()
    {
        await using var party = await LimitedParty.OfAsync(TenASecond, "ana", "beto");
        await SayAsync(party, 1, 200);
        await party["ana"].ExpectLineAsync(Notice);
        await party.PassInStepsAsync(29, 0.1, connection: 1);
        party.Pass(0.1);

        Assert.Equal(Farewell + "\n", await party["ana"].ReadToEndAsync());
        await party["ana"].DisposeAsync();
        await party["beto"].ExpectLinesAsync([.. Said(1, 50), "* ana se ha desconectado"]);
        await party.ExpectHitsAsync(Limit.FloodTimeout);
        await party.EndQuietlyAsync();
    }

    [Fact]
    public async Task Who_pauses_in_time_stays()
    {
        await using var party = await LimitedParty.OfAsync(TenASecond, "ana", "beto");
        for (var round = 0; round < 10; round++)
        {
            // Twenty pass at once, ten in the next second: the time of a pause, and the beginning of a new excess.
            await SayAsync(party, 1, 30);
            await party["beto"].ExpectLinesAsync(Said(1, 20));
            for (var number = 21; number <= 30; number++)
            {
                await party.SettleAsync(1);
                party.Pass(0.1);
                await party["beto"].ExpectLinesAsync(Said(number, 1));
            }

            await party.SettleAsync(1);
            party.Pass(2);
        }

        Assert.Equal(0, party.Hits[Limit.FloodTimeout]);
        await party.EndQuietlyAsync();
    }

    private static Task SayAsync(LimitedParty party, int first, int count) =>
        party["ana"].SendAsync(string.Concat(Enumerable.Range(first, count).Select(number => $"{number}\n")));

    private static IEnumerable<string> Said(int first, int count) => Enumerable.Range(first, count).Select(number => $"ana: {number}");
}
