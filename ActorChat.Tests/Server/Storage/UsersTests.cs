using System.Collections.Concurrent;
using ActorChat.Server.Storage.Errors;
using Akka.Event;

namespace ActorChat.Tests.Server.Storage;

public class UsersTests
{
    private const string SeenAt = "2025-09-07 12:00:00";

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task Whoever_got_a_nickname_is_written_down_with_the_time_and_the_last_spelling()
    {
        await using var party = await Party.OfAsync(settings => settings.WithFixedClock(), "Ana", "Ñandú");
        foreach (var (gone, back) in new[] { ("Ana", "ana"), ("ana", "ANA") })
        {
            await party[gone].SendLineAsync("/salir");
            await party.ExpectGoneAsync(gone);
            await party.JoinAsync(back);
        }

        await using var other = await WireClient.ConnectAsync(party.Server.Chat);
        await other.SendAsync("ana\nno vale\n");
        other.EndSending();
        await other.ReadToEndAsync();
        await party.EndQuietlyAsync();
        Assert.Equal([["ANA", SeenAt], ["Ñandú", SeenAt]], Users(party.Server));
    }

    [Fact]
    public async Task Users_that_cannot_be_written_down_delay_nobody_and_are_tried_again()
    {
        var attempts = 0;
        await using var party = await Party.OfAsync(
            settings => ScriptedUserStore.In(settings.WithFixedClock(), _ =>
            {
                if (Interlocked.Increment(ref attempts) <= 2)
                    throw Away();
            }),
            "ana",
            "beto");
        await party.SayAsync("ana", "hola", "beto");

        while (Users(party.Server).Count < 2)
            await party["ana"].ReadAllSoFarAsync();
        await party.EndQuietlyAsync();
        Assert.Single(
            await party.Server.LogAsync(),
            logged => logged.Message.ToString() == "La base de datos de los usuarios funciona de nuevo: se anota a quien esperaba.");
    }

    [Fact]
    public async Task While_the_users_database_does_not_answer_the_chat_goes_on_and_visits_are_kept_once_for_each_user()
    {
        using var answers = new ManualResetEventSlim();
        var lists = new ConcurrentQueue<string[]>();
        await using var party = await Party.OfAsync(
            settings => ScriptedUserStore.In(settings, users =>
            {
                answers.Wait(Limit);
                lists.Enqueue([.. users.Select(user => user.Nickname).Order(StringComparer.Ordinal)]);
            }),
            "ana",
            "beto");
        for (var visit = 0; visit < 5; visit++)
        {
            await party["beto"].SendLineAsync("/salir");
            await party.ExpectGoneAsync("beto");
            await party.JoinAsync("beto");
        }

        await party.SayAsync("ana", "hola", "beto");
        Assert.Empty(lists);
        answers.Set();

        await party.EndQuietlyAsync();
        Assert.Equal([["ana"], ["beto"]], lists);
    }

    [Fact]
    public async Task A_user_that_the_table_has_no_room_for_is_logged_and_keeps_nobody_else_out()
    {
        using var answers = new ManualResetEventSlim();
        await using var party = await Party.OfAsync(
            settings => ScriptedUserStore.In(settings, users =>
            {
                answers.Wait(Limit);
                if (users.Any(user => user.Nickname == "beto"))
                    throw new WriteException(WriteError.UnfitValue, "no cabe en la columna");
            }),
            "ana",
            "beto",
            "carla");
        answers.Set();

        await party.Server.StopAsync();
        Assert.Equal(["ana", "carla"], Users(party.Server).Select(row => row[0]));
        Assert.Equal(
            "No se pudo anotar la conexión del usuario beto: no cabe en la columna. El chat sigue funcionando.",
            Assert.Single(await party.Server.LogAsync(), logged => logged.LogLevel() == LogLevel.ErrorLevel).Message.ToString());
    }

    [Fact]
    public async Task Who_could_not_be_written_down_before_the_stop_is_logged_by_name_and_number()
    {
        await using var party = await Party.OfAsync(settings => ScriptedUserStore.In(settings, _ => throw Away()), "ana", "beto");

        await party.Server.StopAsync(TimeSpan.FromSeconds(1));
        var lost = Assert.Single(await party.Server.LogAsync(), logged => logged.LogLevel() == LogLevel.ErrorLevel).Message.ToString();
        Assert.StartsWith("No se pudo anotar la conexión de 2 usuarios: no hay camino. Son: ", lost, StringComparison.Ordinal);
        Assert.Contains("ana", lost, StringComparison.Ordinal);
        Assert.Contains("beto", lost, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_users_database_that_never_answers_does_not_hold_up_the_stop()
    {
        using var never = new ManualResetEventSlim();
        await using var party = await Party.OfAsync(settings => ScriptedUserStore.In(settings, _ => never.Wait(Limit)), "ana");

        await party.Server.StopAsync(TimeSpan.FromSeconds(1));
        Assert.Equal(
            "No se pudo anotar la conexión de 1 usuario: la base de datos no ha respondido a tiempo. Es: ana",
            Assert.Single(await party.Server.LogAsync(), logged => logged.LogLevel() == LogLevel.ErrorLevel).Message.ToString());
        never.Set();
    }

    private static WriteException Away() => new(WriteError.Unreachable, "no hay camino");

    private static List<object?[]> Users(TestServer server) =>
        server.Database.Query("SELECT nickname, connected_at FROM clientes ORDER BY nickname");
}
