using System.Collections.Frozen;
using ActorChat.Server.Lifecycle;
using ActorChat.Tests.Server.Accounts;

namespace ActorChat.Tests.Server.Moderation;

/// <summary>Order kept by users: dora has the room, oto is to be its operator, eva keeps order on the server, beto is anybody.</summary>
public sealed class ModerationTests
{
    private const string Password = "una-clave-larga";

    [Fact]
    public async Task Who_creates_a_room_while_identified_has_it_and_only_those_in_charge_order_in_it()
    {
        await using var party = await InRoomAsync();
        const string NotPermitted = "No tienes permiso para eso: lo hacen el dueño y los operadores de la sala, o los del servidor.";
        await party["oto"].AskAsync("/expulsar beto", NotPermitted);
        await party["beto"].AskAsync("/expulsar oto", "Para eso identifícate antes con una cuenta que tenga permiso: /identificar CLAVE");
        await party["beto"].AskAsync("/tema lo mío", "El tema de esta sala lo ponen su dueño y sus operadores.");
        await party["dora"].SendLineAsync("/operador oto");
        await party.ExpectEverywhereAsync("* dora ha nombrado operador a oto");
        await party["oto"].SendLineAsync("/tema ajedrez");
        await party.ExpectEverywhereAsync("* oto ha puesto el tema: ajedrez");
        await party["oto"].SendLineAsync("/kick beto por pesado");
        await party.ExpectEverywhereAsync("* oto ha expulsado a beto: por pesado");
        await party["beto"].ExpectLineAsync("Has salido de la sala juegos. Elige con /sala SALA a cuál va ahora lo que escribes.");
        await party["oto"].AskAsync("/expulsar dora", "Eso no se lo puedes hacer a dora: su cargo no es menor que el tuyo, o cuida todo el servidor.");
        await party["oto"].AskAsync("/op beto", NotPermitted);
        await party["oto"].AskAsync("/vetar oto", "Eso no puedes hacértelo a ti.");
        await party["oto"].AskAsync("/expulsar beto", "En la sala no está 'beto'.");
        await party["dora"].SendLineAsync("/deop oto");
        foreach (var who in new[] { "dora", "oto" })
            await party[who].ExpectLineAsync("* dora ha quitado el cargo de operador a oto");
        await party["oto"].AskAsync("/vetos", NotPermitted);
        await party.EndQuietlyAsync();
        Assert.Equal(
            ["crear|juegos|dora", "operador|juegos|oto", "expulsar|juegos|beto", "quitar-operador|juegos|oto"],
            Rows.Of(party.Server.Database.File, "SELECT acto, sala, sujeto FROM auditoria ORDER BY id"));
    }

    // Whoever registers the name next has nothing of it.
    [Fact]
    public async Task An_account_that_ends_leaves_its_offices()
    {
        await using var party = await InRoomAsync();
        await party["dora"].AskAsync("/operador beto", "Para eso 'beto' tiene que estar en la sala, e identificarse con su cuenta.");
        await party["dora"].SendLineAsync("/operador oto");
        await party.ExpectEverywhereAsync("* dora ha nombrado operador a oto");
        await party["oto"].SendLineAsync($"/baja {Password}");
        await party["oto"].ReadLineAsync();
        await party.ExpectEverywhereAsync("* oto ha quitado el cargo de operador a oto");
        await party["dora"].SendLineAsync($"/baja {Password}");
        await party["dora"].ReadLineAsync();
        await party.ExpectEverywhereAsync("* La sala ya no tiene dueño");
        await party["beto"].SendLineAsync("/tema de todos");
        await party.ExpectEverywhereAsync("* beto ha puesto el tema: de todos");
        await party.EndQuietlyAsync();
        Assert.Equal(["||de todos"], Rows.Of(party.Server.Database.File, "SELECT dueno, (SELECT MAX(cuenta) FROM operadores), tema FROM salas"));
    }

    [Fact]
    public async Task An_operator_of_the_server_keeps_order_everywhere_and_nobody_can_ban_one()
    {
        await using var party = await Party.OfAsync(WithOperator, "eva", "beto");
        var (eva, beto) = (party["eva"], party["beto"]);
        await eva.RegisterAsync(Password);
        await eva.SendLineAsync("/lento 5");
        await party.ExpectEverywhereAsync("* eva ha puesto el modo lento: un mensaje cada 5 s");
        await party.SayAsync("eva", "uno", "beto");
        await party.SayAsync("eva", "dos", "beto");
        await beto.AskAsync("/avisar hola", "Para eso identifícate antes con una cuenta que tenga permiso: /identificar CLAVE");
        await beto.RegisterAsync(Password);
        await beto.AskAsync("/avisar hola", "No tienes permiso para eso: lo hacen el dueño y los operadores de la sala, o los del servidor.");
        await eva.AskAsync("/vetar servidor 127.0.0.0/8", "Eso no puedes hacértelo a ti.");
        Assert.StartsWith("Eso no se lo puedes hacer a eva", await party.Server.OrderAsync("", "/vetar servidor eva"), StringComparison.Ordinal);
        await eva.SendLineAsync("/avisar a dormir");
        await party.ExpectEverywhereAsync("* Aviso de eva: a dormir");
        await eva.AskAsync("/username", "Tu nickname es eva");

        // The ban of an address keeps out all but her.
        Assert.Equal("* el servidor ha vetado a una red: fin", await party.Server.OrderAsync("", "/vetar servidor 127.0.0.1 fin"));
        await beto.ExpectLineAsync("Se cierra la conexión. En este servidor hay un veto contra ti: fin.");
        await party.ExpectGoneAsync("beto");
        await using (var knocking = await party.Server.KnockAsync())
            await knocking.TryAsync("carla", "En este servidor hay un veto contra ti: fin.\nNickname: ");
        await using var again = await party.Server.IdentifyAsync("eva", Password);
        await again.AskAsync("/desvetar servidor 127.0.0.1", "* eva ha levantado el veto a una red");
        Assert.Equal("No hay vetos ni silencios.", await party.Server.OrderAsync("", "/vetos servidor"));
        await using var carla = await WireClient.JoinAsync(party.Server.Chat, "carla");
    }

    private static ServerActorSettings WithOperator(ServerActorSettings settings) =>
        settings with { Room = settings.Room with { Operators = FrozenSet.Create("eva") } };

    private static async Task<Party> InRoomAsync()
    {
        var party = await Party.OfAsync("dora", "oto", "beto");
        await party["dora"].RegisterAsync(Password);
        await party["oto"].RegisterAsync(Password);
        await party["dora"].AskAsync("/entrar juegos", "Estás en la sala juegos, con 1 usuario. Lo que escribes va ahora a ella.");
        await party["dora"].ExpectLineAsync("* La sala es de dora");
        await party["oto"].AskAsync("/entrar juegos", "Estás en la sala juegos, con 2 usuarios. Lo que escribes va ahora a ella.");
        await party["beto"].AskAsync("/entrar juegos", "Estás en la sala juegos, con 3 usuarios. Lo que escribes va ahora a ella.");
        await party["dora"].ExpectLinesAsync(["* oto ha entrado", "* beto ha entrado"]);
        await party["oto"].ExpectLineAsync("* beto ha entrado");
        return party;
    }
}
