using ActorChat.Client.Consoles;
using ActorChat.Client.Resources;
using ActorChat.Client.Terminal;
using ActorChat.Client.Terminal.Painting;

namespace ActorChat.Tests.Client.Terminal.Painting;

public class LineFormatTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 21, 12, 5, 0, TimeSpan.Zero);

    private readonly RoomsView _rooms = new();
    private readonly LineFormat _plain = new(new Theme(ColorDepth.None), Texts.Spanish);

    [Theory]
    [InlineData("beto: hola", "12:05 beto: hola\n", false)]
    [InlineData("beto: ¡ANA, ven!", "12:05 ! beto: ¡ANA, ven!\n", true)]
    [InlineData("beto: mañana", "12:05 beto: mañana\n", false)]
    [InlineData("[privado] beto: hola", "12:05 [privado] beto: hola\n", true)]
    [InlineData("[privado a beto] hola", "12:05 [privado a beto] hola\n", false)]
    [InlineData("* beto se ha conectado", "12:05 * beto se ha conectado\n", false)]
    [InlineData("Error: no", "12:05 Error: no\n", false)]
    public void Without_colours_signs_tell_the_kinds_of_lines_apart(string line, string shown, bool rings) =>
        Assert.Equal((shown, rings), _plain.Format(new ConsoleEvent.Received(Noon, ServerLineParser.Parse(line)), "ana", _rooms));

    [Theory]
    [InlineData("[juegos 7 2026-11-21T12:04:00.000Z] beto: hola", "12:05 beto: hola\n")]
    [InlineData("[general 7 2026-11-21T12:04:00.000Z] ana: ana", "12:05 [general] ana: ana\n")]
    [InlineData("[juegos 7 2026-11-21T11:00:00.000Z past] beto: ana", "11:00 < ! beto: ana\n")]
    [InlineData("[general 7 2026-11-20T11:00:00.000Z past] beto: hola", "2026-11-20 11:00 < [general] beto: hola\n")]
    [InlineData("[privado 2026-11-20T11:00:00.000Z] beto: hola", "2026-11-20 11:00 < [privado] beto: hola\n")]
    public void What_was_said_before_has_its_own_time_and_only_other_rooms_a_name(string line, string shown)
    {
        _rooms.Observe(new ConsoleEvent.RoomsChanged(Noon, "juegos", ["general", "juegos"]), "ana");

        Assert.Equal(shown, _plain.Format(new ConsoleEvent.Received(Noon, ServerLineParser.Parse(line)), "ana", _rooms).Lines);
    }

    [Fact]
    public void The_clients_own_words_have_signs_of_their_own()
    {
        Assert.Equal("12:05 -- uno\n12:05 -- dos\n", _plain.Say(Noon, "uno\ndos"));
        Assert.Equal("12:05 !! mal\n", _plain.Report(Noon, "mal"));
    }

    [Fact]
    public void A_new_day_is_announced_before_its_first_line()
    {
        _plain.Format(new ConsoleEvent.Sent(Noon, "ana", "", "hola"), "ana", _rooms);
        var (lines, _) = _plain.Format(new ConsoleEvent.Sent(Noon.AddDays(1), "ana", "", "hola"), "ana", _rooms);

        Assert.Equal("-- domingo, 22 de noviembre de 2026\n12:05 ana: hola\n", lines);
    }

    [Fact]
    public void Colours_are_switched_off_again_in_every_line()
    {
        var format = new LineFormat(new Theme(ColorDepth.Rich), Texts.Spanish);
        var (lines, _) = format.Format(new ConsoleEvent.Received(Noon, ServerLineParser.Parse("beto: hola")), "ana", _rooms);

        Assert.Equal($"\u001B[2m12:05\u001B[0m \u001B[{Palette.ColorOf("beto", ColorDepth.Rich)}mbeto\u001B[0m: hola\n", lines);
    }

    [Theory]
    [InlineData("beto: jose\u0301, ven", true)]
    [InlineData("beto: x-jos\u00e9, ven", false)]
    public void A_message_that_calls_us_rings(string line, bool rings) =>
        Assert.Equal(rings, _plain.Format(new ConsoleEvent.Received(Noon, ServerLineParser.Parse(line)), "jos\u00e9", _rooms).Rings);
}
