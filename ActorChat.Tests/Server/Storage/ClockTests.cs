namespace ActorChat.Tests.Server.Storage;

public class ClockTests
{
    private static readonly DateTimeOffset Noon = new(2025, 9, 7, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task When_the_clock_is_set_back_messages_keep_the_order_of_their_ids()
    {
        var clock = new SetClock(Noon);
        await using var party = await Party.OfAsync(settings => settings with { Persistence = settings.Persistence with { Clock = clock } }, "ana", "beto");
        foreach (var (hours, text) in new[] { (0, "uno"), (-1, "dos"), (-24 * 365, "tres"), (1, "cuatro") })
        {
            clock.Set(Noon.AddHours(hours));
            await party["ana"].SendLineAsync(text);
            await party["beto"].ExpectLineAsync($"ana: {text}");
        }

        await party.Server.StopAsync();
        Assert.Equal(
            [(1, "uno", "2025-09-07T12:00:00"), (2, "dos", "2025-09-07T11:00:00"), (3, "tres", "2024-09-07T12:00:00"), (4, "cuatro", "2025-09-07T13:00:00")],
            party.Server.Database.Messages().Select(message => (message.Id, message.Content, message.SentAt)));
    }
}
