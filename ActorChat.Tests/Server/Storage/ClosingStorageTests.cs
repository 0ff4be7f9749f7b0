using ActorChat.Server.Lifecycle;
using ActorChat.Server.Storage.Moderation;
using ActorChat.Server.Storage;
using ActorChat.Server.Storage.Sqlite;
using ActorChat.Tests.Faults.Actors;
using ActorChat.Tests.Storage;
using Akka.Actor;

namespace ActorChat.Tests.Server.Storage;

/// <summary>The storage fails in an unforeseen way when the server stops: the stop comes to its end all the same.</summary>
public class ClosingStorageTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task A_store_of_messages_that_fails_to_close_does_not_hold_up_the_stop()
    {
        await using var party = await Party.OfAsync(settings => settings.WithMessages(open => new Unclosable(open())), "ana", "beto");
        await party.SayAsync("ana", "hola", "beto");
        await party.DisconnectAsync();
        await party.Server.StopAsync();
        Assert.Equal("hola", Assert.Single(party.Server.Database.Messages()).Content);
        Assert.Equal([["ana"], ["beto"]], party.Server.Database.Query("SELECT nickname FROM clientes ORDER BY nickname"));
    }

    [Fact]
    public async Task Users_that_fail_while_the_server_stops_are_written_down_all_the_same()
    {
        using var mayWrite = new SemaphoreSlim(0);
        await using var party = await Party.OfAsync(settings => ScriptedUserStore.In(settings, _ => mayWrite.Wait(Limit)), "ana", "beto");
        await party.DisconnectAsync();
        var stopped = party.Server.StopAsync();
        var users = party.Server.System.ActorSelection("/user/node/persistence/users");
        for (var i = 0; i < 100; i++)
        {
            users.Tell(Kill.Instance);
            await users.Ask<ActorIdentity>(new Identify(i), Limit);
        }

        mayWrite.Release(1000);
        await stopped;
        Assert.Equal([["ana"], ["beto"]], party.Server.Database.Query("SELECT nickname FROM clientes ORDER BY nickname"));
    }

    [Fact]
    public async Task A_stop_does_not_wait_for_a_lock_and_tells_the_authors_what_has_become_of_their_messages()
    {
        using var database = new TemporaryDatabase();
        using var lockWaits = new CancellationTokenSource();
        using var appending = new SemaphoreSlim(0);
        var patient = new SqliteDatabase(new SqliteOptions(database.File) { BusyTimeout = TimeSpan.FromDays(1), LockWaitCancellation = lockWaits.Token });
        await using var party = await Party.OfAsync(
            settings => settings with
            {
                Persistence = settings.Persistence with
                {
                    OpenReader = patient.OpenReader,
                    OpenMessages = () => new PickyMessageStore(patient.OpenMessages(), _ => appending.Release()),
                    OpenUsers = patient.OpenUsers,
                    LockWaitCancellation = lockWaits,
                },
            },
            "ana");
        using var other = database.Connect();
        TemporaryDatabase.Execute(other, "BEGIN IMMEDIATE");
        await party["ana"].SendLineAsync("perdido");
        Assert.True(await appending.WaitAsync(Limit));

        var stopped = party.Server.StopAsync(new ServerCommand.Stop(TimeSpan.FromSeconds(25)) { Timeout = TimeSpan.FromMilliseconds(1) });
        Assert.Equal("Error: el mensaje no se pudo guardar\nEl servidor se está deteniendo.\n", await party["ana"].ReadToEndAsync());
        TemporaryDatabase.Execute(other, "ROLLBACK");
        await party.DisconnectAsync();
        await stopped;
    }

    private sealed class Unclosable(IMessageStore inner) : IMessageStore
    {
        public void Append(IReadOnlyList<MessageRecord> batch) => inner.Append(batch);

        public void Save(StoredRoom room) => inner.Save(room);

        public void Save(ModerationAct act, string name) => inner.Save(act, name);

        public void Dispose()
        {
            inner.Dispose();
            throw new InjectedException("close");
        }
    }
}
