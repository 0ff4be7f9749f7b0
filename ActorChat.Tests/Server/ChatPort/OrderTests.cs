namespace ActorChat.Tests.Server.ChatPort;

public class OrderTests
{
    private const int Each = 200;

    private static readonly string[] Senders = ["s1", "s2", "s3", "s4", "s5"];
    private static readonly string[] Readers = ["r1", "r2", "r3", "r4", "r5"];

    [Fact]
    public async Task All_members_see_all_messages_once_in_the_order_of_their_ids_and_never_their_own()
    {
        await using var party = await Party.OfAsync([.. Senders, .. Readers]);
        var reading = party.Members.ToDictionary(
            member => member.Nickname,
            member => member.ReadLinesAsync(Each * (Senders.Contains(member.Nickname) ? Senders.Length - 1 : Senders.Length)));
        await Task.WhenAll(Senders.Select(name => party[name].SendAsync(string.Concat(Messages(name).Select(text => text + "\n")))));
        await Task.WhenAll(reading.Values);

        foreach (var member in party.Members)
            Assert.Empty(await member.ReadAllSoFarAsync());
        await party.EndQuietlyAsync();

        var stored = party.Server.Database.Messages().ConvertAll(message => (Author: message.Author!, Line: $"{message.Author}: {message.Content}"));
        foreach (var name in Senders)
            Assert.Equal(Messages(name).Select(text => $"{name}: {text}"), stored.Where(message => message.Author == name).Select(message => message.Line));
        foreach (var (name, read) in reading)
            Assert.Equal(stored.Where(message => message.Author != name).Select(message => message.Line), await read);
    }

    [Fact]
    public async Task The_commands_of_one_user_take_effect_in_the_order_typed()
    {
        await using var party = await Party.OfAsync(settings => settings.WithFixedClock(), "ana", "beto");
        await party["ana"].SendAsync("uno\n#beto dos\ntres\n/username\n#nadie x\n/hora\ncuatro\n/listar\n#ana yo\n/otra\n/salir\n");

        Assert.Equal(["ana: uno", "[privado] ana: dos", "ana: tres", "ana: cuatro"], await party["beto"].ReadLinesAsync(4));
        Assert.Equal(
            $"""
            [privado a beto] dos
            Tu nickname es ana
            El usuario 'nadie' no está conectado.
            Hora del servidor: {FixedClock.Text}
            Usuarios conectados (2): ana, beto
            [privado] ana: yo
            [privado a ana] yo
            Comando desconocido: /otra. Escribe /ayuda para ver los comandos.
            Hasta luego, ana.

            """,
            await party["ana"].ReadToEndAsync());
        await party.ExpectGoneAsync("ana");
    }

    private static IEnumerable<string> Messages(string sender) => Enumerable.Range(1, Each).Select(number => $"{sender} dice {number}");
}
