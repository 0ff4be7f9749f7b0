using ActorChat.Server.Transport.Limits;

namespace ActorChat.Tests.Server.Limits;

/// <summary>Who does not say who he is keeps his place for a minute only.</summary>
public class NicknameTimeTests
{
    private const string Farewell = "Se cierra la conexión: no has elegido un nickname a tiempo. Vuelve a conectarte cuando quieras.\n";

    private static readonly ClientLimits OneMinute = new() { NicknameTimeout = TimeSpan.FromMinutes(1) };

    [Fact]
    public async Task Who_gives_none_in_time_is_told_so_and_disconnected()
    {
        await using var party = await LimitedParty.OfAsync(OneMinute);
        await using (var nobody = await WireClient.ConnectAsync(party.Server.Chat))
        {
            await nobody.ExpectAsync("Nickname: ");
            party.Pass(60);
            Assert.Equal(Farewell, await nobody.ReadToEndAsync());
        }

        await party.ExpectHitsAsync(Limit.NicknameTimeout);
        await party.EndQuietlyAsync();
    }

    [Fact]
    public async Task The_time_counts_from_connecting_and_not_from_the_last_try()
    {
        await using var party = await LimitedParty.OfAsync(OneMinute);
        await using var slow = await WireClient.ConnectAsync(party.Server.Chat);
        await slow.ExpectAsync("Nickname: ");
        party.Pass(59.9);
        await slow.SendLineAsync("no válido");
        Assert.NotNull(await slow.ReadLineAsync());
        await slow.ExpectAsync("Nickname: ");
        party.Pass(0.1);
        Assert.Equal(Farewell, await slow.ReadToEndAsync());
    }

    [Fact]
    public async Task Who_has_one_in_time_stays_as_long_as_he_likes()
    {
        await using var party = await LimitedParty.OfAsync(OneMinute, "ana");
        party.Pass(3600);
        await party.SettleAsync(1);
        party.Pass(3600);
        await party["ana"].AskAsync("/username", "Tu nickname es ana");
        Assert.Equal(0, party.Hits[Limit.NicknameTimeout]);
        await party.EndQuietlyAsync();
    }

    [Fact]
    public async Task Without_the_limit_nobody_is_hurried()
    {
        await using var party = await LimitedParty.OfAsync(ClientLimits.Unlimited);
        await using var nobody = await WireClient.ConnectAsync(party.Server.Chat);
        await nobody.ExpectAsync("Nickname: ");
        party.Pass(1e6);
        await nobody.SendLineAsync("ana");
        await nobody.ExpectAsync("Bienvenido, ana.");
    }
}
