using ActorChat.Client.Consoles;
using ActorChat.Client.Terminal.Editing;

namespace ActorChat.Tests.Client.Terminal.Editing;

public class CompleterTests
{
    private static readonly string[] Nicks = ["beto", "Ana", "anabel"];
    private static readonly string[] Rooms = ["general", "juegos"];
    private static readonly string[] Commands = ["/limpiar", "/listar"];

    [Theory]
    [InlineData("an", "Ana: ", "anabel: ")]
    [InlineData("hola B", "hola beto ")]
    [InlineData("#an", "#Ana ", "#anabel ")]
    [InlineData("oye @be", "oye @beto ")]
    [InlineData("/l", "/limpiar ", "/listar ")]
    [InlineData(" /l", " /limpiar ", " /listar ")]
    [InlineData("\uFF03an", "#Ana ", "#anabel ")]
    [InlineData(" be", " beto: ")]
    [InlineData("ver /l")]
    [InlineData("x")]
    [InlineData("")]
    [InlineData("hola ")]
    [InlineData("/entrar ", "/entrar general ", "/entrar juegos ")]
    [InlineData("/history 5 J", "/history 5 juegos ")]
    [InlineData("/tema j")]
    [InlineData("@j", "@juegos ")]
    [InlineData("@b", "@beto ")]
    public void Tab_offers_what_fits_in_its_place(string typed, params string[] offered) =>
        Assert.Equal(offered, Completer.Complete(LineBuffer.Create(typed), Nicks, Rooms, Commands).Select(line => line.Text));

    [Theory]
    [InlineData("jose\u0301", "Jos\u00e9: ")]
    [InlineData("STRASS", "straße: ")]
    [InlineData("#jos\u00e9", "#Jos\u00e9 ")]
    public void A_nickname_is_completed_from_any_spelling(string typed, params string[] offered) =>
        Assert.Equal(offered, Completer.Complete(LineBuffer.Create(typed), ["beto", "Jos\u00e9", "straße"], Rooms, Commands).Select(line => line.Text));

    [Theory]
    [InlineData(true, "/l", "/listar ")]
    [InlineData(true, "/", "/listar ")]
    [InlineData(true, "/rec", "/reconectar ")]
    [InlineData(false, "/l", "/list ")]
    [InlineData(false, "/", "/list ")]
    public void The_command_that_is_used_most_comes_first(bool isSpanish, string typed, string first) =>
        Assert.Equal(first, Completer.Complete(LineBuffer.Create(typed), Nicks, Rooms, ClientCommands.Completable(isSpanish))[0].Text);

    [Fact]
    public void In_the_middle_of_a_line_the_rest_stays_and_no_space_is_doubled()
    {
        var choice = Assert.Single(Completer.Complete(LineBuffer.At("oye be  ven", 6), Nicks, Rooms, Commands));

        Assert.Equal("oye beto ven", choice.Text);
        Assert.Equal("oye beto ".Length, choice.Cursor);
    }

    [Theory]
    [InlineData("EVA beto carla", "Usuarios conectados (3): ana, beto, carla", "beto: hola", "carla: hola", "[privado] beto: eh", "* ana se ha desconectado", "* eva se ha conectado", "EVA: aquí")]
    [InlineData("JOS\u00c9", "straße: hola", "* STRASSE se ha desconectado", "jose\u0301: hola", "JOS\u00c9: hola")]
    [InlineData("beto zoe", "ana: hola", "beto: hola", "Connected users (2): beto, zoe")]
    [InlineData("ana yago zoe", "ana: hola", "Usuarios conectados (2.000), página 20 de 20: yago, zoe")]
    public void Whoever_spoke_last_comes_first_in_one_spelling_and_the_list_of_users_corrects_what_was_missed(string known, params string[] lines)
    {
        var speakers = new RecentSpeakers();
        foreach (var line in lines)
            speakers.Observe(ServerLineParser.Parse(line));

        Assert.Equal(known.Split(' '), speakers.ByRecency);
    }
}
