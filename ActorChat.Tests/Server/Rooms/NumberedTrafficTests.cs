using ActorChat.Tests.Faults.Actors;
using ActorChat.Tests.Storage.MySql;
using Xunit.Abstractions;

namespace ActorChat.Tests.Server.Rooms;

public sealed class NumberedTrafficTests(ITestOutputHelper output)
{
    private static readonly string[] Victims =
    [
        "rooms", "rooms/room-general", "rooms/local-room-general", "rooms/room-juegos", "rooms/local-room-juegos", "nicknames", "history",
        "persistence", "persistence/reader",
    ];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_each_client_sees_and_fetches_is_what_the_table_has_in_its_order_and_once(bool areActorsKilled)
    {
        var seed = Random.Shared.Next();
        output.WriteLine($"seed {seed}");
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "mensajes.db");
        var traffic = new NumberedTraffic(seed);
        var random = new Random(seed);
        await traffic.RunAsync(settings => settings.WithDatabase(file), areActorsKilled ? KillAsync : null);
        traffic.AssertKnown(Rows.Of(file, "SELECT sala, numero, contenido FROM mensajes ORDER BY sala, numero").Select(row => row.Split('|', 3)));

        async Task KillAsync(TestServer server)
        {
            await new ActorTormentor(server).KillPartAsync($"/user/node/{Victims[random.Next(Victims.Length)]}");
            await Task.Delay(random.Next(20));
        }
    }

    [Fact]
    public async Task So_it_is_when_the_server_is_killed()
    {
        var seed = Random.Shared.Next();
        output.WriteLine($"seed {seed}");
        using var folder = new TemporaryFolder();
        var traffic = new NumberedTraffic(seed);
        for (var run = 0; run < 2; run++)
        {
            using (var killed = await ServerProcess.StartAsync(folder.Path))
            {
                traffic.MayServerGo = true;
                var living = traffic.LiveAsync(killed.Chat);
                await Task.Delay(new Random(seed + run).Next(500));
                await killed.KillAsync();
                await living;
            }

            using var server = await ServerProcess.StartAsync(folder.Path);
            await traffic.CatchUpAsync(server.Chat);
        }

        traffic.AssertKnown(Rows.Of(folder.Database, "SELECT sala, numero, contenido FROM mensajes ORDER BY sala, numero").Select(row => row.Split('|', 3)));
    }
}

/// <summary>The same on MariaDB.</summary>
[Collection(MariaDbFixture.Name)]
public sealed class MySqlNumberedTrafficTests(MariaDbFixture fixture, ITestOutputHelper output)
{
    [Fact]
    public async Task What_each_client_sees_and_fetches_is_what_the_table_has_in_its_order_and_once()
    {
        var seed = Random.Shared.Next();
        output.WriteLine($"seed {seed}");
        using var database = fixture.NewDatabase();
        var traffic = new NumberedTraffic(seed);
        await traffic.RunAsync(settings => settings with
        {
            Persistence = settings.Persistence with { OpenMessages = database.Database.OpenMessages, OpenReader = database.Database.OpenReader },
        });
        traffic.AssertKnown(database.Query("SELECT sala, numero, contenido FROM mensajes ORDER BY sala, numero").Select(row => Array.ConvertAll(row, value => value!)));
    }
}
