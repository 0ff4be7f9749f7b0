using ActorChat.Server.Transport.Limits;

namespace ActorChat.Tests.Server.Limits;

/// <summary>Who says nothing is asked whether he is there, and disconnected when he is not. Ana (connection 1) is silent.</summary>
public class IdleTimeTests
{
    private const string Question = "* ¿Sigues ahí? Si no escribes nada, la conexión se cerrará en 60 s. Pulsa Intro para seguir.";
    private const string Farewell = "Se cierra la conexión: llevas demasiado tiempo sin escribir. Vuelve a conectarte cuando quieras.\n";

    private static readonly ClientLimits TenMinutes = new() { IdleTimeout = TimeSpan.FromMinutes(10) };

    [Fact]
    public async Task Who_does_not_answer_the_question_is_disconnected()
    {
        await using var party = await LimitedParty.OfAsync(TenMinutes, "ana");
        party.Pass(9 * 60);
        await party["ana"].ExpectLineAsync(Question);
        await party.SettleAsync(1);
        party.Pass(60);
        Assert.Equal(Farewell, await party["ana"].ReadToEndAsync());
        await party["ana"].DisposeAsync();
        await party.ExpectHitsAsync(Limit.IdleTimeout);
        await party.EndQuietlyAsync();
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("hola\n")]
    [InlineData("/username\n")]
    public async Task Any_line_starts_the_time_anew(string line)
    {
        await using var party = await LimitedParty.OfAsync(TenMinutes, "ana");
        for (var round = 0; round < 3; round++)
        {
            party.Pass(9 * 60);
            await party["ana"].ExpectLineAsync(Question);
            await party["ana"].SendAsync(line + "/hora\n");
            while (!(await party["ana"].ReadLineAsync())!.StartsWith("Hora del servidor", StringComparison.Ordinal))
            {
            }

            // The end that was to come finds that it has been put off.
            party.Pass(60);
            await party.SettleAsync(1);
            party.Pass(7 * 60);
            await party.SettleAsync(1);
            await party["ana"].SendLineAsync("/hora");
            Assert.StartsWith("Hora del servidor", await party["ana"].ReadLineAsync(), StringComparison.Ordinal);
        }

        Assert.Equal(0, party.Hits[Limit.IdleTimeout]);
        await party.EndQuietlyAsync();
    }

    [Fact]
    public async Task What_others_say_is_no_sign_of_life()
    {
        await using var party = await LimitedParty.OfAsync(TenMinutes, "ana", "beto");
        party.Pass(8 * 60);
        await party["beto"].SendLineAsync("hola");
        await party["ana"].ExpectLineAsync("beto: hola");
        party.Pass(60);
        await party["ana"].ExpectLineAsync(Question);
    }
}
