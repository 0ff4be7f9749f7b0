using ActorChat.Server.CommandLine;
using ActorChat.Tests.Server.Accounts;
using ActorChat.Tests.Storage.MySql;

namespace ActorChat.Tests.EndToEnd.Storage;

/// <summary>What was ordered holds when the server starts again, with both databases; the owner keeps the room.</summary>
[Collection(MariaDbFixture.Name)]
public sealed class ModerationTests(MariaDbFixture fixture) : IDisposable
{
    private const string Entered = "Estás en la sala juegos, con 1 usuario. Lo que escribes va ahora a ella.";

    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_was_ordered_holds_when_the_server_starts_again(bool isOnServer)
    {
        using var maria = isOnServer ? fixture.NewDatabase() : null;
        string[] arguments = ["--operator", "Eva", .. maria is null ? [] : MySqlMessagesTests.Settings(maria.Options)];
        string until;
        using (var server = await ServerProcess.StartAsync(_folder.Path, arguments))
        {
            await using var eva = await WireClient.JoinAsync(server.Chat, "eva");
            await eva.RegisterAsync("secreto-de-eva");
            await eva.AskAsync("/vetar servidor carla", "* eva ha vetado a carla");
            await eva.AskAsync("/entrar juegos", Entered);
            await eva.ExpectLineAsync("* La sala es de eva");
            await eva.AskAsync("/vetar beto por pesado", "* eva ha vetado a beto: por pesado");
            await eva.SendLineAsync("/silenciar dani 2h");
            var muted = (await eva.ReadLineAsync())!;
            Assert.StartsWith("* eva ha silenciado a dani hasta el 20", muted, StringComparison.Ordinal);
            until = muted[muted.IndexOf(" hasta", StringComparison.Ordinal)..];
            Assert.Equal(ExitCode.Success, (await server.StopAsync()).ExitCode);
        }

        using var again = await ServerProcess.StartAsync(_folder.Path, arguments);
        await using var dani = await WireClient.JoinAsync(again.Chat, "dani");
        await KnowsRoomsAsync(dani);
        await dani.AskAsync("/entrar juegos", Entered);
        await dani.AskAsync("hola", $"En la sala juegos no puedes escribir{until}.");
        await dani.AskAsync("/tema mío", "El tema de esta sala lo ponen su dueño y sus operadores.");
        await using var beto = await WireClient.JoinAsync(again.Chat, "beto");
        await beto.AskAsync("/entrar juegos", "En la sala juegos hay un veto contra ti: por pesado.");
        await using var carla = await WireClient.KnockAsync(again.Chat);
        await carla.TryAsync("carla", "En este servidor hay un veto contra ti.\nNickname: ");
        var (exitCode, _, errors) = await again.StopAsync();
        Assert.Equal(ExitCode.Success, exitCode);
        Assert.DoesNotContain("ERROR", errors, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    // The rooms that are kept are read while the first users come in.
    private static async Task KnowsRoomsAsync(WireClient client)
    {
        using var limit = new CancellationTokenSource(TestTimeout.Limit);
        string? head;
        do
        {
            limit.Token.ThrowIfCancellationRequested();
            await client.SendLineAsync("/salas");
            head = await client.ReadLineAsync();
            await client.ExpectLineAsync("- general: 1 usuario");
        }
        while (head == "Salas (1):");
        await client.ExpectLineAsync("- juegos: 0 usuarios");
    }
}
