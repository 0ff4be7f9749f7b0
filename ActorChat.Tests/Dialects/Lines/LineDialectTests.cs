using ActorChat.Server.Chat;
using ActorChat.Server.Dialects.Lines;
using ActorChat.Server.Resources;

namespace ActorChat.Tests.Dialects.Lines;

/// <summary>The dialect of people: times are local, and long lists say how to go on.</summary>
public sealed class LineDialectTests : LineDialectContract
{
    private protected override IChatDialect CreateChat(Texts texts) => new LineDialect(texts, maxLine: 1024);

    [Theory]
    [InlineData(true, false, "Historial de juegos (2):\n[2026-11-27 14:03] ana: hola\n[2026-11-27 14:04] beto: [x]\nPara ver más: /historial antes 1004\n")]
    [InlineData(
        false, true, "Historial de juegos (2):\n[juegos 2026-11-27 14:03] ana: hola\n[juegos 2026-11-27 14:04] beto: [x]\nPara ver más: /historial tras 1005 juegos\n")]
    public void History_has_local_times_and_says_how_to_go_on(bool isCurrent, bool isForward, string lines)
    {
        var zone = TimeZoneInfo.CreateCustomTimeZone("east", TimeSpan.FromHours(1), "east", "east");
        var dialect = new LineDialect(Texts.For(Language.Spanish), maxLine: 1024) { TimeZone = zone };
        Assert.Equal(lines, Decode(dialect.Write(PageOf(isCurrent, isForward))));
    }

    [Fact]
    public void What_was_found_has_room_and_number_and_says_how_to_go_on()
    {
        var dialect = new LineDialect(Texts.For(Language.Spanish), maxLine: 1024) { TimeZone = TimeZoneInfo.Utc };
        const string Lines = """
            Encontrado (2):
            [juegos 1004 2026-11-27 13:03] ana: hola
            [juegos 1005 2026-11-27 13:04] beto: [x]
            Para ver más (el número marca por dónde va la búsqueda): /buscar antes 12345 hola mundo
            La búsqueda se está poniendo al día (37 %): todavía no llega a los mensajes más recientes.

            """;
        Assert.Equal(Lines, Decode(dialect.Write(new ChatEvent.SearchPage(PageOf(isCurrent: true, isForward: true).Messages, ["hola", "mundo"], 12345, 0.379))));
        Assert.Equal("No se ha encontrado nada en lo que se ha dicho en tus salas.\n", Decode(dialect.Write(new ChatEvent.SearchPage([], ["hola"], null, 1))));
    }
}
