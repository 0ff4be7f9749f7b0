using ActorChat.Server.Storage.Errors;

namespace ActorChat.Tests.Server.Rooms;

/// <summary>What was said before, over real sockets.</summary>
public sealed class HistoryTests
{
    private const string Usage =
        "Para leer lo anterior escribe /historial, /historial 50, /historial antes 103 o /historial tras 103, y detrás, si quieres, una sala.";

    [Fact]
    public async Task A_classic_client_reads_page_by_page_what_was_said_before_it_came()
    {
        await using var party = await Party.OfAsync(settings => settings.WithFixedClock(), "ana");
        await party["ana"].AskAsync("/historial", "No hay mensajes que mostrar de general.");
        await SayAsync(party["ana"], 1, 25);
        await using var beto = await WireClient.JoinAsync(party.Server.Chat, "beto");
        await beto.SendLineAsync("/historial");
        await beto.ExpectLinesAsync(["Historial de general (20):", .. Past(6, 25), "Para ver más: /historial antes 6"]);
        await beto.SendLineAsync("/historial antes 6");
        await beto.ExpectLinesAsync(["Historial de general (5):", .. Past(1, 5)]);
        await beto.SendLineAsync("/historial 2 general");
        await beto.ExpectLinesAsync(["Historial de general (2):", .. Past(24, 25), "Para ver más: /historial antes 24"]);
        await beto.SendLineAsync("/historial tras 23");
        await beto.ExpectLinesAsync(["Historial de general (2):", .. Past(24, 25)]);
        foreach (var beyond in (string[])["/historial antes 1", "/historial tras 25", "/historial tras 9223372036854775807"])
            await beto.AskAsync(beyond, "No hay mensajes que mostrar de general.");
    }

    [Fact]
    public async Task A_room_that_is_not_the_current_one_is_named_and_its_numbers_are_its_own()
    {
        await using var party = await Party.OfAsync(settings => settings.WithFixedClock(), "ana");
        await SayAsync(party["ana"], 1, 3);
        await party["ana"].SendLineAsync("/entrar Juegos");
        await party["ana"].ReadLineAsync();
        await party["ana"].SendAsync("uno\n/historial antes 500\n/historial 2 GENERAL\n");
        await party["ana"].ExpectLinesAsync(["Historial de Juegos (1):", "[2025-09-07 12:00] ana: uno"]);
        await party["ana"].ExpectLinesAsync(
        [
            "Historial de general (2):", "[general 2025-09-07 12:00] ana: 2", "[general 2025-09-07 12:00] ana: 3",
            "Para ver más: /historial antes 2 general",
        ]);
    }

    [Fact]
    public async Task A_numbered_client_reads_numbers_and_the_end_of_the_page()
    {
        await using var party = await Party.OfAsync(settings => settings.WithFixedClock(), "ana");
        await SayAsync(party["ana"], 1, 150);
        await using var beto = await WireClient.JoinNumberedAsync(party.Server.Chat, "beto");
        await beto.ExpectLinesAsync(Enumerable.Range(131, 20).Select(i => $"[general {i} {FixedClock.Utc} past] ana: {i}"));
        await beto.SendLineAsync("/historial 2");
        await beto.ExpectLinesAsync(
            [$"[general 149 {FixedClock.Utc} past] ana: 149", $"[general 150 {FixedClock.Utc} past] ana: 150", "[general past 149 150 more]"]);
        await beto.SendLineAsync("/historial tras 20");
        Assert.Equal("[general past 21 120 more]", (await beto.ReadLinesAsync(101))[^1]);
        await beto.SendLineAsync("/historial tras 120");
        Assert.Equal("[general past 121 150 end]", (await beto.ReadLinesAsync(31))[^1]);
        await beto.AskAsync("/historial tras 150", "[general past 0 0 end]");
    }

    [Fact]
    public async Task A_classic_client_reads_the_past_when_it_enters_where_the_server_wants_it()
    {
        await using var party = await Party.OfAsync(settings => settings.WithFixedClock() with { Room = settings.Room with { Replay = 2 } }, "ana");
        await SayAsync(party["ana"], 1, 3);
        await using var beto = await WireClient.JoinAsync(party.Server.Chat, "beto");
        await beto.ExpectLinesAsync(Past(2, 3));
        await party["ana"].ExpectLineAsync("* beto se ha conectado");
        await party["ana"].SendLineAsync("4");
        await beto.ExpectLineAsync("ana: 4");
        await beto.SendAsync("/entrar juegos\n/dejar\n/dejar\n/entrar general\n");
        Assert.StartsWith("Estás en la sala juegos", await beto.ReadLineAsync(), StringComparison.Ordinal);
        Assert.StartsWith("Has salido de la sala juegos", await beto.ReadLineAsync(), StringComparison.Ordinal);
        Assert.StartsWith("Has salido de la sala general", await beto.ReadLineAsync(), StringComparison.Ordinal);
        Assert.StartsWith("Estás en la sala general", await beto.ReadLineAsync(), StringComparison.Ordinal);
        await beto.ExpectLinesAsync(Past(3, 4));
    }

    [Theory]
    [InlineData("/historial -1", Usage)]
    [InlineData("/historial 0", Usage)]
    [InlineData("/historial 1000000000000000000000000000000", Usage)]
    [InlineData("/historial antes hola", Usage)]
    [InlineData("/historial juegos", "No estás en la sala 'juegos'; entra en ella con /entrar.")]
    [InlineData("/historial 5 de esta sala", Usage)]
    public async Task What_cannot_be_shown_is_answered_by_one_line(string command, string answer)
    {
        await using var party = await Party.OfAsync("ana", "beto");
        await party["ana"].AskAsync(command, answer);
        await party["beto"].SendLineAsync("/dejar");
        await party["beto"].ReadLineAsync();
        await party["beto"].AskAsync("/historial", "No estás en ninguna sala; entra en una con /entrar SALA.");
        await party.Server.ExpectQuietAsync();
    }

    [Fact]
    public async Task A_database_that_cannot_be_read_is_answered_and_the_chat_goes_on()
    {
        var isBroken = true;
        await using var party = await Party.OfAsync(
            settings => settings.WithReaders(real => new PickyMessageReader(real, () =>
            {
                if (Volatile.Read(ref isBroken))
                    throw new OpenException("mensajes.db", new OpenError.FileMissing());
            })),
            "ana",
            "beto");
        await party["ana"].AskAsync("/historial", "Error: el historial no se puede leer ahora; vuelve a intentarlo más tarde.");
        await party.SayAsync("ana", "sigo", "beto");
        Volatile.Write(ref isBroken, false);
        await party["ana"].AskAsync("/historial", "Historial de general (1):");
        Assert.Contains(await party.Server.LogAsync(), logged => $"{logged.Message}".StartsWith("No se puede leer el historial: ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_deleted_meanwhile_is_neither_told_nor_shown()
    {
        await using var party = await Party.OfAsync(settings => settings.WithFixedClock(), "ana");
        await SayAsync(party["ana"], 1, 5);
        Rows.Execute(party.Server.Database.File, "DELETE FROM mensajes WHERE numero IN (1, 2, 4)");
        await using var beto = await WireClient.JoinNumberedAsync(party.Server.Chat, "beto");
        await beto.ExpectLinesAsync([$"[general 3 {FixedClock.Utc} past] ana: 3", $"[general 5 {FixedClock.Utc} past] ana: 5"]);
        await beto.SendLineAsync("/historial tras 1");
        await beto.ExpectLinesAsync(
            [$"[general 3 {FixedClock.Utc} past] ana: 3", $"[general 5 {FixedClock.Utc} past] ana: 5", "[general past 3 5 end]"]);
        await beto.AskAsync("/historial antes 3", "[general past 0 0 end]");
        await beto.AskAsync("sigo", $"[general 6 {FixedClock.Utc}] beto: sigo");
    }

    [Fact]
    public async Task What_another_program_has_written_makes_no_line_of_its_own()
    {
        await using var party = await Party.OfAsync("ana");
        Rows.Execute(
            party.Server.Database.File,
            """
            INSERT INTO mensajes (contenido, fecha_envio, ip_cliente, autor, sala, numero, instante)
            VALUES ('a' || char(10) || 'Error: no' || char(27) || '[2J', 'x', 'y', 'eva', 'general', 1, 9223372036854775807)
            """);
        await party["ana"].AskAsync("/historial", "Historial de general (1):");
        Assert.EndsWith("eva: aError: no[2J", await party["ana"].ReadLineAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_room_spelt_with_capitals_goes_on_with_its_numbers()
    {
        await using var party = await Party.OfAsync("ana");
        await party["ana"].SendAsync("/entrar Juegos\nuno\n/dejar\n/entrar Juegos\ndos\n");
        await party["ana"].ReadAllSoFarAsync();
        await party.EndQuietlyAsync();
        Assert.Equal(["1|uno", "2|dos"], Rows.Of(party.Server.Database.File, "SELECT numero, contenido FROM mensajes WHERE sala = 'juegos' ORDER BY id"));
    }

    private static async Task SayAsync(WireClient author, int first, int last)
    {
        await author.SendAsync(string.Concat(Enumerable.Range(first, last - first + 1).Select(i => $"{i}\n")));
        await author.ReadAllSoFarAsync();
    }

    private static IEnumerable<string> Past(int first, int last) =>
        Enumerable.Range(first, last - first + 1).Select(i => $"[2025-09-07 12:00] ana: {i}");
}
