namespace ActorChat.Tests.Server.Accounts;

public sealed class DialogueTests
{
    private static readonly string[] Lines =
    [
        "ana", "ANA", "аna", "beto", "Error", "", " ", "secreta", "mala", "/salir", "/registrar", "/registrar beto", "/registrar beto secreta", "/registrar ana otra-mas",
        "/registrar Error secreta", "/registrar beto x", "/identificar ana secreta", "/identificar ana mala", "/identificar nadie mala", "/clave secreta otra-mas",
        "/baja secreta", "/cliente numeros", "/hora", new('x', 300), new('x', 3000), "#ana hola", "hola",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(20261128)]
    public async Task Whatever_is_typed_at_the_prompts_has_an_answer_and_disturbs_nobody(int seed)
    {
        var random = new Random(seed);
        await using var party = await Party.OfAsync(settings => settings.WithAccounts(rules => rules with { Attempts = new Rate(TimeSpan.FromMilliseconds(1), 1000) }), "testigo", "ana");
        await party["ana"].RegisterAsync("secreta");
        for (var i = 0; i < 100; i++)
        {
            await using var client = await party.Server.KnockAsync();
            await client.SendAsync(string.Concat(Enumerable.Range(0, random.Next(1, 12)).Select(_ => Lines[random.Next(Lines.Length)] + "\n")));
            client.EndSending();
            await client.ReadToEndAsync();
        }

        await party["testigo"].SendLineAsync("/username");
        await party["testigo"].ReadUntilAsync("Tu nickname es testigo");
        await party.EndQuietlyAsync();
    }
}
