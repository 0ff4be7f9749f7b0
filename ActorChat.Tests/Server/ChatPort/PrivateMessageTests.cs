using Akka.Event;
using Microsoft.Extensions.Time.Testing;

namespace ActorChat.Tests.Server.ChatPort;

public class PrivateMessageTests
{
    private const string RightForm = "Para enviar un mensaje privado escribe: #nickname texto";

    [Fact]
    public async Task A_private_message_reaches_its_receiver_alone_and_is_confirmed_to_its_sender()
    {
        await using var party = await Party.OfAsync("ana", "beto", "carla");
        await party["ana"].SendLineAsync("#beto hola {0}, ¿qué tal?");

        await party["beto"].ExpectLineAsync("[privado] ana: hola {0}, ¿qué tal?");
        await party["ana"].ExpectLineAsync("[privado a beto] hola {0}, ¿qué tal?");
        foreach (var member in party.Members)
            Assert.Empty(await member.ReadAllSoFarAsync());
    }

    [Theory]
    [InlineData("Beto", "#beto hola")]
    [InlineData("beto", "#BETO hola")]
    [InlineData("beto", "#beto    hola")]
    [InlineData("beto", " #beto hola")]
    [InlineData("beto", "#beto: hola")]
    [InlineData("beto", "\u200B\u3000\uFF03beto\u3000hola")]
    [InlineData("Jos\u00e9", "#JOSE\u0301 hola")]
    [InlineData("Jos\u00e9", "#jos\u00e9 hola")]
    public async Task The_receiver_is_found_by_any_spelling_and_named_as_it_calls_itself(string receiver, string line)
    {
        await using var party = await Party.OfAsync("ana", receiver);
        await party["ana"].SendLineAsync(line);

        await party[receiver].ExpectLineAsync("[privado] ana: hola");
        await party["ana"].ExpectLineAsync($"[privado a {receiver}] hola");
    }

    [Fact]
    public async Task A_receiver_who_only_looks_like_the_one_named_gets_nothing()
    {
        await using var party = await Party.OfAsync("beto", "\u0430na");
        await party["beto"].SendLineAsync("#ana PIN");

        Assert.DoesNotContain("[privado a", await party["beto"].ReadLineAsync(), StringComparison.Ordinal);
        Assert.Empty(await party["\u0430na"].ReadAllSoFarAsync());
    }

    [Theory]
    [InlineData("nadie")]
    [InlineData("¡!")]
    [InlineData("{0}")]
    [InlineData("/salir")]
    public async Task A_message_to_somebody_absent_is_answered_and_logged(string absent)
    {
        await using var party = await Party.OfAsync("ana", "beto");
        await party["ana"].SendLineAsync($"#{absent} hola");

        await party["ana"].ExpectLineAsync($"El usuario '{absent}' no está conectado.");
        Assert.Empty(await party["beto"].ReadAllSoFarAsync());
        var logged = Assert.Single(await party.Server.LogAsync(), logged => IsAboutAbsent(logged));
        Assert.Equal("Mensaje privado de ana para alguien que no está conectado: no se entrega", logged.Message.ToString());
        Assert.Equal(LogLevel.InfoLevel, logged.LogLevel());
        await party.EndQuietlyAsync();
    }

    [Fact]
    public async Task However_often_it_happens_a_minute_has_one_line()
    {
        var clock = new FakeTimeProvider();
        await using var party = await Party.OfAsync(settings => settings.WithClock(clock), "ana");
        await WritesToNobodyAsync(party);
        await WritesToNobodyAsync(party);
        await WritesToNobodyAsync(party);
        clock.Advance(TimeSpan.FromMinutes(1));
        await WritesToNobodyAsync(party);

        var lines = (await party.Server.LogAsync()).Where(IsAboutAbsent).Select(logged => logged.Message.ToString()).ToList();
        Assert.Equal(2, lines.Count);
        Assert.Contains("(y 2 veces más", lines[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("#")]
    [InlineData("#beto")]
    [InlineData("#beto   ")]
    [InlineData("# hola")]
    [InlineData("#  ")]
    public async Task Without_a_name_or_a_text_the_right_form_is_told(string line)
    {
        await using var party = await Party.OfAsync("ana", "beto");
        await party["ana"].SendLineAsync(line);

        await party["ana"].ExpectLineAsync(RightForm);
        Assert.Empty(await party["beto"].ReadAllSoFarAsync());
    }

    [Fact]
    public async Task Private_messages_are_not_stored()
    {
        await using var party = await Party.OfAsync("ana", "beto");
        await party["ana"].SendAsync("#beto secreto\n \t#beto secreto\n#nadie secreto\n#ana secreto\n#secreto\npúblico\n");
        await party["beto"].ExpectLineAsync("[privado] ana: secreto");
        await party["beto"].ExpectLineAsync("[privado] ana: secreto");
        await party["beto"].ExpectLineAsync("ana: público");

        await party.EndQuietlyAsync();
        Assert.Equal(["público"], party.Server.Database.Messages().Select(message => message.Content));
    }

    private static bool IsAboutAbsent(LogEvent logged) => logged.Message.ToString()!.StartsWith("Mensaje privado de ", StringComparison.Ordinal);

    private static async Task WritesToNobodyAsync(Party party)
    {
        await party["ana"].AskAsync("#nadie hola", "El usuario 'nadie' no está conectado.");
    }
}
