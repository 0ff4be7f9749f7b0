using ActorChat.Server.Lifecycle;
using ActorChat.Server.Storage;
using ActorChat.Server.Storage.Accounts;
using ActorChat.Server.Storage.Errors;
using ActorChat.Tests.Storage;
using Akka.Event;
using Microsoft.Extensions.Time.Testing;

namespace ActorChat.Tests.Server.Accounts;

public sealed class WaitingMessageTests
{
    private const string Kept = "El usuario 'ana' no está conectado; se le entregará cuando vuelva.";

    [Theory]
    [InlineData(1)]
    [InlineData(65)]
    public async Task A_private_message_to_an_owner_who_is_away_is_delivered_once_and_in_order_on_return(int count)
    {
        await using var party = await RegisteredAsync(settings => settings.WithFixedClock());
        foreach (var i in Enumerable.Range(0, count))
            await party["beto"].AskAsync($"#Ana secreto {i}", Kept);
        await party["beto"].AskAsync("#nadie hola", "El usuario 'nadie' no está conectado.");

        await using (var ana = await party.Server.IdentifyAsync("ana", "secreta"))
        {
            await party["beto"].ExpectLineAsync("* ana se ha conectado");
            await ana.ExpectLinesAsync(Enumerable.Range(0, count).Select(i => $"[privado 2025-09-07 12:00] beto: secreto {i}"));
            await ana.AskAsync("/username", "Tu nickname es ana");
        }

        await party["beto"].ExpectLineAsync("* ana se ha desconectado");
        await using var again = await party.Server.IdentifyAsync("ana", "secreta");
        await party["beto"].ExpectLineAsync("* ana se ha conectado");
        await again.AskAsync("/username", "Tu nickname es ana");
        await party["beto"].AskAsync("#ana en persona", "[privado a ana] en persona");
        await again.ExpectLineAsync("[privado] beto: en persona");
        await party.EndQuietlyAsync();
        Assert.Empty(party.Server.Database.Query("SELECT 1 FROM privados"));
        Assert.Empty(party.Server.Database.Query("SELECT 1 FROM mensajes"));
        Assert.DoesNotContain(await party.Server.LogAsync(), logged => logged.ToString().Contains("secret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_client_with_numbers_reads_the_exact_time()
    {
        await using var party = await RegisteredAsync(settings => settings.WithFixedClock());
        await party["beto"].AskAsync("#ana hola", Kept);
        await using var ana = await party.Server.KnockAsync();
        await ana.TryAsync("/cliente numeros", "* numeros\n");
        await ana.TryAsync("ana", "Clave: ");
        await ana.EnterAsync("secreta", "ana");
        await ana.ExpectLineAsync($"[privado {FixedClock.Utc}] beto: hola");
    }

    [Fact]
    public async Task So_many_wait_for_one_user()
    {
        await using var party = await RegisteredAsync(settings => WithWaiting(settings, new WaitingLimits(Max: 2, TimeSpan.FromDays(30))));
        await party["beto"].AskAsync("#ana uno", Kept);
        await party["beto"].AskAsync("#ana dos", Kept);
        await party["beto"].AskAsync(
            "#ana tres", "El usuario 'ana' no está conectado, y ya le esperan demasiados mensajes: el tuyo no se ha guardado.");
    }

    [Fact]
    public async Task They_do_not_wait_for_ever()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 1, 12, 0, 0, TimeSpan.Zero));
        await using var party = await RegisteredAsync(settings => settings.WithClock(clock));
        await party["beto"].AskAsync("#ana vieja", Kept);
        clock.Advance(TimeSpan.FromDays(20));
        await party["beto"].AskAsync("#ana nueva", Kept);
        clock.Advance(TimeSpan.FromDays(20));

        await using (var ana = await party.Server.IdentifyAsync("ana", "secreta"))
            await ana.ExpectLineAsync("[privado 2026-11-21 12:00] beto: nueva");
        await party["beto"].ReadLinesAsync(2);
        await party["beto"].AskAsync("#ana otra", Kept);
        await party.DisconnectAsync();
        await party.Server.StopAsync();
        Assert.Equal(["otra"], party.Server.Database.Query("SELECT contenido FROM privados").Select(row => row[0]));
    }

    [Fact]
    public async Task What_was_delivered_and_not_yet_removed_when_the_server_ended_is_delivered_again()
    {
        using var kept = new TemporaryDatabase();
        using var removing = new SemaphoreSlim(0);
        await using (var party = await RegisteredAsync(settings => ScriptedAccountStore.In(settings.WithDatabase(kept.File), name =>
        {
            if (name != nameof(IAccountStore.RemoveDelivered))
                return;
            removing.Release();
            throw new WriteException(WriteError.Full, "no cabe");
        })))
        {
            await party["beto"].AskAsync("#ana uno", Kept);
            await using var ana = await party.Server.IdentifyAsync("ana", "secreta");
            Assert.EndsWith("beto: uno", await ana.ReadLineAsync(), StringComparison.Ordinal);
            Assert.True(await removing.WaitAsync(TestTimeout.Limit));
        }

        await using var server = await TestServer.StartAsync(settings => settings.WithDatabase(kept.File));
        await using (var ana = await server.IdentifyAsync("ana", "secreta"))
        {
            Assert.EndsWith("beto: uno", await ana.ReadLineAsync(), StringComparison.Ordinal);
            await ana.AskAsync("/username", "Tu nickname es ana");
        }

        await server.StopQuietlyAsync();
        Assert.Empty(kept.Query("SELECT 1 FROM privados"));
    }

    [Fact]
    public async Task Nothing_is_lost_on_whoever_leaves_at_once()
    {
        await using var party = await RegisteredAsync();
        await party["beto"].AskAsync("#ana uno", Kept);
        var read = "";
        await using (var ana = await party.Server.KnockAsync())
        {
            await ana.SendAsync("ana\nsecreta\n/salir\n");
            read += await ana.ReadToEndAsync();
        }

        await party["beto"].ReadLinesAsync(2);
        if (read.Contains("beto: uno", StringComparison.Ordinal))
            return;
        await using var again = await party.Server.IdentifyAsync("ana", "secreta");
        Assert.EndsWith("beto: uno", await again.ReadLineAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nothing_can_be_written_everybody_is_told_and_stays_who_they_are()
    {
        var isFull = false;
        await using var party = await RegisteredAsync(settings => ScriptedAccountStore.In(settings, name =>
        {
            if (Volatile.Read(ref isFull) && name is not (nameof(IAccountStore.Find) or nameof(IAccountStore.Waiting)))
                throw new WriteException(WriteError.Full, "no cabe");
        }));
        Volatile.Write(ref isFull, true);
        const string NotStored = "Error: las cuentas no se pueden leer o guardar ahora; vuelve a intentarlo más tarde.";
        await party["beto"].AskAsync("#ana uno", "Error: el mensaje privado no se pudo guardar para cuando vuelva");
        await party["beto"].AskAsync("/registrar secreta", NotStored);
        await using var ana = await party.Server.IdentifyAsync("ana", "secreta");
        await party["beto"].ExpectLineAsync("* ana se ha conectado");
        await ana.AskAsync("/clave secreta otra-clave", NotStored);
        await ana.AskAsync("/baja secreta", NotStored);
        await using var newcomer = await party.Server.KnockAsync();
        await newcomer.TryAsync("/registrar carla secreta", $"{NotStored}\nNickname: ");

        await party["beto"].SendLineAsync("hola");
        await ana.ExpectLineAsync("beto: hola");
        Assert.Equal(
            "No se pueden leer o guardar las cuentas y los mensajes privados que esperan: no cabe. Se ha avisado a quien lo pedía; el servidor sigue atendiendo.",
            Assert.Single(await party.Server.LogAsync(), logged => logged.LogLevel() == LogLevel.ErrorLevel).Message.ToString());
    }

    [Fact]
    public async Task A_database_that_does_not_answer_holds_up_only_who_asks_it()
    {
        using var answers = new ManualResetEventSlim(initialState: true);
        await using var party = await RegisteredAsync(settings => ScriptedAccountStore.In(settings, _ => answers.Wait(TestTimeout.Limit)));
        answers.Reset();
        await using var ana = await party.Server.KnockAsync();
        await ana.TryAsync("ana", "Clave: ");
        await ana.SendLineAsync("secreta");
        await using var carla = await WireClient.JoinAsync(party.Server.Chat, "carla");
        await party["beto"].ExpectLineAsync("* carla se ha conectado");
        await party["beto"].SendLineAsync("hola");
        await carla.ExpectLineAsync("beto: hola");
        answers.Set();
        Assert.StartsWith("Bienvenido, ana.", await ana.ReadLineAsync(), StringComparison.Ordinal);
    }

    private static Task<Party> RegisteredAsync() => RegisteredAsync(settings => settings);

    /// <summary>beto is there; ana has registered and gone.</summary>
    private static async Task<Party> RegisteredAsync(Func<ServerActorSettings, ServerActorSettings> change)
    {
        var party = await Party.OfAsync(change, "beto", "ana");
        await party["ana"].RegisterAsync("secreta");
        await party["ana"].SendLineAsync("/salir");
        await party.ExpectGoneAsync("ana");
        return party;
    }

    private static ServerActorSettings WithWaiting(ServerActorSettings settings, WaitingLimits limits) =>
        settings with { Persistence = settings.Persistence with { Waiting = limits } };
}
