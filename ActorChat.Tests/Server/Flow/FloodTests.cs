namespace ActorChat.Tests.Server.Flow;

public class FloodTests
{
    private const int Messages = 20_000;

    [Theory]
    [InlineData(64)]
    [InlineData(4)]
    [InlineData(1)]
    public async Task Whatever_a_sender_pipelines_arrives_whole_and_in_order(int maxUnconfirmed)
    {
        var store = new MemoryMessageStore();

        // So many messages would take their time as JSON, and show nothing more by it.
        await using var party = await Party.AtAsync(
            await TestServer.StartAsync(
                settings => settings.WithMessages(store).WithLimits(limits => limits with { MaxUnconfirmed = maxUnconfirmed }),
                hocon: "akka.actor.serialize-messages = off"),
            "ana",
            "beto");
        var said = Enumerable.Range(1, Messages).Select(number => $"mensaje {number}").ToList();
        var sending = party["ana"].SendAsync(string.Concat(said.Select(text => text + "\n")));

        Assert.Equal(said.Select(text => "ana: " + text), await party["beto"].ReadLinesAsync(Messages));
        await sending;
        await party.EndQuietlyAsync();
        Assert.Equal(said, store.Contents);
    }

    [Fact]
    public async Task Commands_and_messages_mixed_are_all_answered_with_one_at_a_time()
    {
        await using var party = await Party.OfAsync(
            settings => settings.WithMessages(new MemoryMessageStore()).WithLimits(limits => limits with { MaxUnconfirmed = 1 }), "ana", "beto");
        await party["ana"].SendAsync(string.Concat(Enumerable.Range(1, 200).Select(number => $"mensaje {number}\n#beto {number}\n/username\n/listar\n")));

        Assert.Equal(
            Enumerable.Range(1, 200).SelectMany(number => new[] { $"ana: mensaje {number}", $"[privado] ana: {number}" }),
            await party["beto"].ReadLinesAsync(400));
        Assert.Equal(
            Enumerable.Range(1, 200).SelectMany(number => new[] { $"[privado a beto] {number}", "Tu nickname es ana", "Usuarios conectados (2): ana, beto" }),
            await party["ana"].ReadLinesAsync(600));
        await party.EndQuietlyAsync();
    }
}
