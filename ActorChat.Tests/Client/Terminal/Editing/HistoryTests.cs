using ActorChat.Client.Terminal.Editing;

namespace ActorChat.Tests.Client.Terminal.Editing;

public class HistoryTests
{
    [Fact]
    public void The_last_hundred_lines_are_kept()
    {
        var history = new History(Enumerable.Range(0, 150).Select(n => $"{n}"));
        history.Add("150");

        Assert.Equal(Enumerable.Range(51, 100).Select(n => $"{n}"), history.Lines);
    }

    [Fact]
    public void A_line_that_repeats_the_one_before_is_kept_once()
    {
        var history = new History([]);

        Assert.True(history.Add("a"));
        Assert.False(history.Add("a"));
        Assert.True(history.Add("b"));
        Assert.True(history.Add("a"));
        Assert.Equal(["a", "b", "a"], history.Lines);
    }

    [Theory]
    [InlineData(false, "/password secreta")]
    [InlineData(false, "/LOGIN ana secreta")]
    [InlineData(false, "/contraseña x")]
    [InlineData(false, "/registrar ana x")]
    [InlineData(false, "\u00A0/password secreta")]
    [InlineData(false, "\uFF0F\uFF4Cogin ana secreta")]
    [InlineData(false, " lo que empieza por un espacio")]
    [InlineData(false, "   ")]
    [InlineData(false, "/clave vieja nueva")]
    [InlineData(false, "/BAJA x")]
    [InlineData(false, "/unregister")]
    [InlineData(true, "/entrar juegos")]
    [InlineData(true, "/listar")]
    [InlineData(true, "mi contraseña es mía")]
    [InlineData(true, "#ana hola")]
    [InlineData(true, "//password")]
    public void What_looks_like_a_secret_is_never_kept(bool isKept, string line) => Assert.Equal(isKept, History.Keeps(line));
}
