using ActorChat.Server.Lifecycle;
using ActorChat.Server.Storage.Errors;
using ActorChat.Server.Storage.Search;
using ActorChat.Server.Storage.Sqlite;
using ActorChat.Tests.Storage.MySql;
using ActorChat.Tests.Storage.Search;

namespace ActorChat.Tests.Server.Search;

/// <summary>Searching as users do it, with both databases and both kinds of client.</summary>
[Collection(MariaDbFixture.Name)]
public sealed class SearchTests(MariaDbFixture fixture)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Messages_of_ones_own_rooms_are_found_in_order_and_nobody_elses(bool inMariaDb)
    {
        await using var party = await PartyAsync(inMariaDb, "ana", "beto");
        await party["ana"].AskAsync("/buscar cancion", "No se ha encontrado nada en lo que se ha dicho en tus salas.");
        await party.SayAsync("ana", "La canción de otoño", "beto");
        await party["beto"].SendLineAsync("#ana canción secreta");
        await party["ana"].ExpectLineAsync("[privado] beto: canción secreta");
        await party["beto"].ExpectLineAsync("[privado a ana] canción secreta");
        await EnterAsync(party["beto"], "juegos");
        await party["beto"].SendAsync("una CANCION más\n@general otra cancion\n");
        await party["ana"].ExpectLineAsync("beto: otra cancion");
        await WireClient.ConfirmAsync(party.Server.Confirmation, "canción sin sala");

        await party["ana"].AskAsync("/BUSCAR Canción", "Encontrado (2):");
        await party["ana"].ExpectLinesAsync(["[general 1 2025-09-07 12:00] ana: La canción de otoño", "[general 2 2025-09-07 12:00] beto: otra cancion"]);
        await using var carla = await WireClient.JoinNumberedAsync(party.Server.Chat, "carla");
        await EnterAsync(carla, "juegos");
        await carla.SendLineAsync("/search cancion");
        await carla.ExpectLinesAsync(
        [
            $"[general 1 {FixedClock.Utc} past] ana: La canción de otoño", $"[juegos 1 {FixedClock.Utc} past] beto: una CANCION más",
            $"[general 2 {FixedClock.Utc} past] beto: otra cancion", "[search past 3 end]",
        ]);
        await carla.AskAsync("/buscar cancion otono ausente", "[search past 0 end]");
        await party.Server.ExpectQuietAsync();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_page_has_twenty_and_says_how_to_go_on(bool inMariaDb)
    {
        await using var party = await PartyAsync(inMariaDb, "ana");
        await party["ana"].SendAsync(string.Concat(Enumerable.Range(1, 45).Select(i => $"hola mundo {i}\n")));
        foreach (var (first, last) in new[] { (26, 45), (6, 25), (1, 5) })
        {
            var more = first == 26 ? "/buscar mundo, ¡HOLA!" : $"/buscar antes {last + 1} mundo hola";
            await party["ana"].AskAsync(more, $"Encontrado ({last - first + 1}):");
            await party["ana"].ExpectLinesAsync([.. Enumerable.Range(first, last - first + 1).Select(i => $"[general {i} 2025-09-07 12:00] ana: hola mundo {i}")]);
            if (first > 1)
                await party["ana"].ExpectLineAsync($"Para ver más (el número marca por dónde va la búsqueda): /buscar antes {first} mundo hola");
        }
    }

    [Theory]
    [InlineData("/buscar", "Busca al menos una palabra de 3 letras")]
    [InlineData("/buscar a", "Busca al menos una palabra de 3 letras")]
    [InlineData("/buscar \"*\" -+() ^ @ de la", "Busca al menos una palabra de 3 letras")]
    [InlineData("/buscar antes 5", "Busca al menos una palabra de 3 letras")]
    [InlineData("/buscar antes 99999999999999999999", "No se ha encontrado nada en lo que se ha dicho en tus salas.")]
    [InlineData("/buscar antes 0 hola", "No se ha encontrado nada en lo que se ha dicho en tus salas.")]
    [InlineData("/buscar hola\" OR hola NOT (x", "No se ha encontrado nada en lo que se ha dicho en tus salas.")]
    [InlineData("/buscar hola*", "Encontrado (1):")]
    [InlineData("/buscar -hola", "Encontrado (1):")]
    [InlineData("/buscar NEAR(hola mundo, 2)", "No se ha encontrado nada en lo que se ha dicho en tus salas.")]
    [InlineData("/buscar 123 124 125 126 127 128 129 130 131 132 133 134 135 136 137 138 139", "Son demasiadas palabras")]
    public async Task What_is_typed_is_words_and_never_a_command_of_the_database(string typed, string answer)
    {
        await using var party = await PartyAsync(inMariaDb: false, "ana");
        await party["ana"].SendAsync($"hola mundo\n{typed}\n");
        Assert.StartsWith(answer, await party["ana"].ReadLineAsync(), StringComparison.Ordinal);
        await party["ana"].SendAsync($"/buscar {new string('x', 500)}\n/dejar\n/buscar hola\n");
        await party["ana"].ReadUntilAsync("No se ha encontrado nada en lo que se ha dicho en tus salas.");
        await party["ana"].ReadUntilAsync("No estás en ninguna sala; entra en una con /entrar SALA.");
        await party.Server.ExpectQuietAsync();
    }

    [Fact]
    public async Task A_search_that_takes_long_holds_up_nobody_and_each_failure_has_an_answer()
    {
        using var mayEnd = new SemaphoreSlim(0);
        var failures = new Queue<Exception>([new TimeoutException(), Locked(), Locked(), new InvalidOperationException()]);
        var search = new ScriptedSearch(_ =>
        {
            mayEnd.Wait(TestTimeout.Limit);
            return failures.TryDequeue(out var failure) ? throw failure : new SearchPage([], null);
        });
        await using var party = await Party.OfAsync(
            settings => settings with { Persistence = settings.Persistence with { OpenSearch = _ => search } }, "ana", "beto");
        await party["ana"].SendLineAsync("/buscar secreta");
        await party.SayAsync("beto", "mientras tanto", "ana");
        await party["beto"].SendLineAsync("#ana y en privado");
        await party["ana"].ExpectLineAsync("[privado] beto: y en privado");
        mayEnd.Release();
        await party["ana"].ExpectLineAsync("La búsqueda tarda demasiado; añade una palabra menos corriente.");
        mayEnd.Release(4);
        foreach (var answer in new[] { "Ahora no se puede buscar; vuelve a intentarlo más tarde.", "Ahora no se puede buscar; vuelve a intentarlo más tarde.", "No se ha encontrado nada en lo que se ha dicho en tus salas." })
            await party["ana"].AskAsync("/buscar secreta", answer);

        var log = await party.Server.LogAsync();
        Assert.Single(log, logged => $"{logged.Message}".StartsWith("No se puede buscar en los mensajes: ", StringComparison.Ordinal));
        Assert.DoesNotContain(log, logged => $"{logged.Message}".Contains("secreta", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_index_that_is_deleted_while_the_server_runs_is_made_anew_at_the_next_search()
    {
        await using var party = await PartyAsync(inMariaDb: false, "ana");
        await party["ana"].SendAsync("hola\n/buscar hola\n");
        await party["ana"].ExpectLinesAsync(["Encontrado (1):", "[general 1 2025-09-07 12:00] ana: hola"]);
        File.Delete(SqliteSearchIndex.PathOf(party.Server.Database.File));
        await party["ana"].AskAsync("/buscar hola", "Encontrado (1):");
        await party.Server.ExpectQuietAsync();
    }

    // It is tried twice: a connection may have been closed while nobody used it.
    private static OpenException Locked() => new("x", new OpenError.Locked());

    private static async Task EnterAsync(WireClient client, string room)
    {
        await client.SendLineAsync($"/entrar {room}");
        Assert.StartsWith($"Estás en la sala {room}", await client.ReadLineAsync(), StringComparison.Ordinal);
    }

    private Task<Party> PartyAsync(bool inMariaDb, params string[] nicknames) =>
        Party.OfAsync(settings => WithoutReplay(inMariaDb ? InMariaDb(settings) : settings).WithFixedClock(), nicknames);

    private static ServerActorSettings WithoutReplay(ServerActorSettings settings) => settings with { Room = settings.Room with { ReplayNumbered = 0 } };

    private ServerActorSettings InMariaDb(ServerActorSettings settings)
    {
        var database = fixture.NewDatabase().Database;
        return settings with
        {
            Persistence = settings.Persistence with
            {
                OpenMessages = database.OpenMessages,
                OpenReader = database.OpenReader,
                OpenSearch = database.OpenSearch,
                OpenTokens = database.OpenTokens,
            },
        };
    }
}
