using ActorChat.Server.Transport.Limits;

namespace ActorChat.Tests.Server.Limits;

/// <summary>Limits whose behaviour is tested elsewhere are counted and logged too.</summary>
public class CountedLimitTests
{
    // That of a party with a clock of its own.
    private static readonly TimeSpan CommandTimeout = TimeSpan.FromDays(30);

    [Fact]
    public async Task Lines_that_are_too_long()
    {
        await using var party = await LimitedParty.OfAsync(settings => settings, "ana");
        var tooLong = new string('x', 1025) + "\n";
        await party["ana"].SendAsync(tooLong + tooLong);
        Assert.All(await party["ana"].ReadLinesAsync(2), line => Assert.StartsWith("Error:", line, StringComparison.Ordinal));
        await party.ExpectHitsAsync(Limit.MaxLine, 2);
    }

    [Fact]
    public async Task Messages_that_are_too_long()
    {
        await using var party = await LimitedParty.OfAsync(
            settings => settings with { ConfirmationConnections = settings.ConfirmationConnections with { MessageLimit = Limit.MaxMessage } });
        await using var client = await WireClient.ConnectAsync(party.Server.Confirmation);
        await client.SendLineAsync(new string('x', 4097));
        Assert.StartsWith("Error:", await client.ReadLineAsync(), StringComparison.Ordinal);
        await party.ExpectHitsAsync(Limit.MaxMessage);
    }

    [Fact]
    public async Task Nicknames_that_are_refused()
    {
        await using var party = await LimitedParty.OfAsync(settings => settings);
        await using var client = await WireClient.ConnectAsync(party.Server.Chat);
        await client.SendAsync("1 2\n1 2\n1 2\n1 2\n1 2\n");
        await client.ReadToEndAsync();
        await party.ExpectHitsAsync(Limit.NicknameAttempts);
    }

    [Fact]
    public async Task Commands_that_wait_for_the_room()
    {
        await using var party = await LimitedParty.OfAsync(settings => settings.WithLimits(limits => limits with { MaxUnconfirmed = 1 }), "ana", "beto");
        await party["ana"].SendLineAsync("hola");
        await party["beto"].ExpectLineAsync("ana: hola");
        await party.ExpectHitsAsync(Limit.MaxUnconfirmed);
    }

    [Fact]
    public async Task Commands_that_are_not_answered_in_time()
    {
        using var store = new HeldStore("hola");
        await using var party = await LimitedParty.OfAsync(store.In, "ana");
        await party["ana"].SendLineAsync("hola");
        await store.ReachedAsync();
        party.Pass(CommandTimeout.TotalSeconds);
        await party["ana"].ExpectLineAsync(TestServer.Texts.CommandTimedOut);
        await party.ExpectHitsAsync(Limit.CommandTimeout);
        store.LetGo();
    }

    [Fact]
    public async Task Messages_to_be_confirmed_that_are_not_answered_in_time()
    {
        using var store = new HeldStore("hola");
        await using var party = await LimitedParty.OfAsync(store.In);
        await using var client = await WireClient.ConnectAsync(party.Server.Confirmation);
        await client.SendLineAsync("hola");
        await store.ReachedAsync();
        party.Pass(CommandTimeout.TotalSeconds);
        await client.ExpectLineAsync(TestServer.Texts.CommandTimedOut);
        await party.ExpectHitsAsync(Limit.CommandTimeout);
        store.LetGo();
    }
}
