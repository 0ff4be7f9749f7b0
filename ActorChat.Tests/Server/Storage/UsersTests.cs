using ActorChat.Server.Persistence;
using Xunit;

namespace ActorChat.Tests.Server.Storage;

public class UsersTests
{
    private const string SeenAt = "2025-09-07 12:00:00";

    [Fact]
    public async Task Whoever_joined_is_written_down_with_the_time()
    {
        await using var party = await Party.OfAsync(settings => settings.WithFixedClock(), "beto", "Ñandú");
        await party["beto"].SendLineAsync("/salir");
        await party.ExpectGoneAsync("beto");
        await party.JoinAsync("beto");

        await party.EndQuietlyAsync();
        Assert.Equal([["beto", SeenAt], ["Ñandú", SeenAt]], Users(party.Server));
    }

    [Fact]
    public async Task Whoever_got_no_nickname_is_not_written_down()
    {
        await using var party = await Party.OfAsync(settings => settings.WithFixedClock(), "ana");
        await using var other = await WireClient.ConnectAsync(party.Server.Chat);
        await other.SendAsync("ANA\nno vale\n");
        other.EndSending();
        await other.ReadToEndAsync();

        await party.EndQuietlyAsync();
        Assert.Equal([["ana", SeenAt]], Users(party.Server));
    }

    [Fact]
    public async Task Users_that_cannot_be_written_down_delay_nobody_and_are_tried_again()
    {
        var attempts = 0;
        await using var party = await Party.OfAsync(
            settings => settings.WithFixedClock() with
            {
                Persistence = settings.WithFixedClock().Persistence with
                {
                    OpenUsers = () => Interlocked.Increment(ref attempts) <= 2
                        ? throw new StorageUnavailableException("redes", new StorageProblem.Other("no route to host"))
                        : settings.Persistence.OpenUsers(),
                },
            },
            "ana",
            "beto");
        await party["ana"].SendLineAsync("hola");
        await party["beto"].ExpectLineAsync("ana: hola");

        while (Users(party.Server).Count < 2)
            await party["ana"].ReadAllSoFarAsync();
        await party.EndQuietlyAsync();
        Assert.Equal(3, attempts);
    }

    private static List<object?[]> Users(TestServer server) =>
        server.Database.Query("SELECT nickname, connected_at FROM clientes ORDER BY nickname");
}
