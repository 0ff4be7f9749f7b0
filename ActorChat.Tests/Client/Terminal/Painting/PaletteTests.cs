using ActorChat.Client.Terminal.Painting;

namespace ActorChat.Tests.Client.Terminal.Painting;

public class PaletteTests
{
    private static readonly int[] Levels = [0, 95, 135, 175, 215, 255];

    [Fact]
    public void Every_colour_can_be_read_on_black_and_on_white()
    {
        foreach (var place in Palette.Rich)
        {
            var light = Luminance(place);
            Assert.InRange(1.05 / (light + 0.05), 3.9, 21);
            Assert.InRange((light + 0.05) / 0.05, 3.9, 21);
        }
    }

    [Fact]
    public void A_nickname_has_one_colour_whatever_its_case_or_form()
    {
        Assert.Equal(Palette.ColorOf("Ñandú", ColorDepth.Rich), Palette.ColorOf("n\u0303ANDU\u0301", ColorDepth.Rich));
        Assert.Equal("", Palette.ColorOf("ana", ColorDepth.None));
    }

    [Fact]
    public void Many_nicknames_use_all_colours() =>
        Assert.Equal(Palette.Rich.Length, Enumerable.Range(0, 500).Select(n => Palette.ColorOf($"user{n}", ColorDepth.Rich)).Distinct().Count());

    [Theory]
    [InlineData("xterm-256color", "", "", false, ColorDepth.Rich)]
    [InlineData("xterm", "truecolor", "", false, ColorDepth.Rich)]
    [InlineData("linux", "", "", false, ColorDepth.Basic)]
    [InlineData("xterm-256color", "truecolor", "1", false, ColorDepth.None)]
    [InlineData("xterm-256color", "", "", true, ColorDepth.None)]
    internal void The_environment_says_how_many_there_are(string term, string colorTerm, string noColor, bool unwanted, ColorDepth depth) =>
        Assert.Equal(depth, Colors.GetDepth(unwanted, name => name switch
        {
            "TERM" => term,
            "COLORTERM" => colorTerm,
            "NO_COLOR" => noColor,
            _ => null,
        }));

    // WCAG 2: relative luminance of a place in xterm's 6 × 6 × 6 cube.
    private static double Luminance(int place)
    {
        var cube = place - 16;
        return (0.2126 * Linear(Levels[cube / 36])) + (0.7152 * Linear(Levels[cube / 6 % 6])) + (0.0722 * Linear(Levels[cube % 6]));
    }

    private static double Linear(int level)
    {
        var share = level / 255.0;
        return share <= 0.03928 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);
    }
}
