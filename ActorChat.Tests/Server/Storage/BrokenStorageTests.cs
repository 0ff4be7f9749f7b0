using ActorChat.Server.Lifecycle;
using ActorChat.Server.Storage.Errors;

namespace ActorChat.Tests.Server.Storage;

/// <summary>The storage fails in a way that nobody has foreseen: its actor is restarted, and the node goes on.</summary>
public class BrokenStorageTests
{
    private const string NotStored = "Error: el mensaje no se pudo guardar";

    [Theory]
    [InlineData(1000)]
    [InlineData(1)]
    public async Task The_sender_is_told_once_and_the_next_message_is_stored(int maxBatch)
    {
        await using var party = await Party.OfAsync(settings => BrokenAt(settings, "roto", maxBatch), "ana", "beto");
        await party["ana"].AskAsync("roto", NotStored);
        await party.SayAsync("ana", "entero", "beto");

        // Waits for the answers to all that came before: one too many or too few, and it would wait forever.
        await party["ana"].AskAsync("/username", "Tu nickname es ana");
        await party.Server.StopAsync();
        Assert.Equal("entero", Assert.Single(party.Server.Database.Messages()).Content);
    }

    [Fact]
    public async Task All_senders_of_the_batch_are_told()
    {
        using var store = new HeldStore(at: "espera");
        await using var party = await Party.OfAsync(settings => BrokenAt(store.In(settings), "roto", 1000), "ana", "beto", "carla");
        await party["ana"].SendLineAsync("espera");
        await store.ReachedAsync();
        await party["ana"].SendAsync("uno\nroto\ndos\n/username\n");
        await party["beto"].SendAsync("tres\n/username\n");
        store.LetGo();

        // What was said while the first was being written is one batch or two; each is stored or refused as a whole.
        var toldAna = await party["ana"].ReadUntilAsync("Tu nickname es ana");
        var toldBeto = await party["beto"].ReadUntilAsync("Tu nickname es beto");
        await party.Server.StopAsync();
        var stored = party.Server.Database.Messages().ConvertAll(message => message.Content);
        Assert.DoesNotContain("roto", stored);
        Assert.Equal(4 - stored.Count(text => text is "espera" or "uno" or "dos"), toldAna.Count(line => line == NotStored));
        Assert.Equal(1 - stored.Count(text => text is "tres"), toldBeto.Count(line => line == NotStored));
    }

    [Fact]
    public async Task A_database_that_cannot_be_opened_again_at_once_is_tried_until_it_can()
    {
        var opened = 0;
        await using var server = await TestServer.StartAsync(settings => BrokenAt(settings, "roto", 1000).WithMessages(open =>
            Interlocked.Increment(ref opened) is 2 or 3
                ? throw new OpenException("mensajes.db", new OpenError.Locked())
                : open()));
        Assert.Equal(NotStored + "\n", await WireClient.ConfirmAsync(server.Confirmation, "roto"));

        string answer;
        do
            answer = await WireClient.ConfirmAsync(server.Confirmation, "hola");
        while (answer == NotStored + "\n");
        Assert.StartsWith("Mensaje recibido: ", answer, StringComparison.Ordinal);
        Assert.Equal(4, opened);
    }

    private static ServerActorSettings BrokenAt(ServerActorSettings settings, string text, int maxBatch)
    {
        var broken = settings.WithFailures(message => message.Content == text ? new InvalidOperationException("unforeseen") : null);
        return broken with { Persistence = broken.Persistence with { MaxBatch = maxBatch } };
    }
}
