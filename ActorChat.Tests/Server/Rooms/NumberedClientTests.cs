namespace ActorChat.Tests.Server.Rooms;

/// <summary>Clients that ask for the rooms' numbers, beside classic ones.</summary>
public sealed class NumberedClientTests
{
    [Fact]
    public async Task A_numbered_client_reads_numbers_also_of_its_own_and_a_classic_one_notices_nothing()
    {
        await using var party = await Party.OfAsync(settings => settings.WithFixedClock(), "ana");
        await using var beto = await WireClient.JoinNumberedAsync(party.Server.Chat, "beto");
        await party["ana"].ExpectLineAsync("* beto se ha conectado");
        await beto.SendAsync("hola\n¿hay alguien?\n");
        await party["ana"].ExpectLinesAsync(["beto: hola", "beto: ¿hay alguien?"]);
        await beto.ExpectLinesAsync([$"[general 1 {FixedClock.Utc}] beto: hola", $"[general 2 {FixedClock.Utc}] beto: ¿hay alguien?"]);
        await party["ana"].SendLineAsync("aquí");
        await beto.ExpectLineAsync($"[general 3 {FixedClock.Utc}] ana: aquí");
        await beto.SendLineAsync("/entrar juegos");
        Assert.StartsWith("Estás en la sala juegos", await beto.ReadLineAsync(), StringComparison.Ordinal);
        await beto.AskAsync("@general sigo", $"[general 4 {FixedClock.Utc}] beto: sigo");
        await party["ana"].ExpectLineAsync("beto: sigo");
        await beto.AskAsync("solo", $"[juegos 1 {FixedClock.Utc}] beto: solo");
        await party["ana"].SendLineAsync("#beto en privado");
        await beto.ExpectLineAsync("[privado] ana: en privado");
    }

    [Theory]
    [InlineData("/CLIENTE  Números")]
    [InlineData("/client numbers")]
    public async Task It_is_asked_for_once_before_the_nickname_and_is_no_attempt(string command)
    {
        const string Refused = "Escribe /cliente numeros una sola vez, y antes del nickname.";
        await using var server = await TestServer.StartAsync(settings => settings.WithLimits(limits => limits with { NicknameAttempts = 2 }));
        await using var client = await WireClient.KnockAsync(server.Chat);
        await client.TryAsync("/cliente letras", $"{Refused}\nNickname: ");
        await client.SendAsync($"{command}\nana\n");
        await client.ExpectLineAsync("* numeros");
        Assert.StartsWith("Bienvenido, ana.", await client.ReadLineAsync(), StringComparison.Ordinal);
        await client.AskAsync(command, Refused);

        await using var twice = await WireClient.ConnectAsync(server.Chat);
        await twice.SendAsync($"{command}\n{command}\n{command}\n");
        Assert.Equal(
            $"Nickname: * numeros\n{Refused}\nNickname: {Refused}\nDemasiados nicknames rechazados: se cierra la conexión. Vuelve a conectarte para probar con otro.\n",
            await twice.ReadToEndAsync());
    }
}
