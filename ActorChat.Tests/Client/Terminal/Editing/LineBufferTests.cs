using ActorChat.Client.Terminal.Editing;

namespace ActorChat.Tests.Client.Terminal.Editing;

public class LineBufferTests
{
    private static readonly Func<LineBuffer, LineBuffer>[] Keys =
    [
        line => line.Left(), line => line.Right(), line => line.Home(), line => line.End(), line => line.WordLeft(),
        line => line.WordRight(), line => line.Backspace(), line => line.Delete(), line => line.KillWordLeft(),
        line => line.KillNameLeft(), line => line.KillWordRight(), line => line.KillToStart(), line => line.KillToEnd(),
        line => line.Transpose(), line => line.Insert("a"), line => line.Insert(" "), line => line.Insert("\u0301"),
        line => line.Insert("👩‍👩‍👧"), line => line.Insert("\u200D"), line => line.Insert("🇪"), line => line.Insert("漢"),
    ];

    [Theory]
    [InlineData("ñu👩‍👩‍👧", "ñu")]
    [InlineData("hola e\u0301", "hola ")]
    [InlineData("🇪🇸🇫🇷", "🇪🇸")]
    [InlineData("a", "")]
    [InlineData("", "")]
    public void Backspace_takes_what_a_reader_calls_one_character(string text, string left) =>
        Assert.Equal(left, LineBuffer.Create(text).Backspace().Text);

    [Fact]
    public void Words_end_at_white_space_for_one_key_and_at_signs_for_the_other()
    {
        var line = LineBuffer.Create("ver http://x.org/ana-b  ");

        Assert.Equal("ver ", line.KillWordLeft().Text);
        Assert.Equal("ver http://x.org/ana-", line.KillNameLeft().Text);
        Assert.Equal("ver http://x.org/ana-".Length, line.WordLeft().Cursor);
        Assert.Equal(3, line.Home().WordRight().Cursor);
        Assert.Equal(" http://x.org/ana-b  ", line.Home().KillWordRight().Text);
    }

    [Fact]
    public void Text_is_inserted_at_the_cursor_without_control_characters()
    {
        var line = LineBuffer.Create("hoa").Left().Insert("l\u001B\r\n");

        Assert.Equal("hola", line.Text);
        Assert.Equal(3, line.Cursor);
    }

    [Fact]
    public void Transposing_swaps_the_neighbours_of_the_cursor_or_the_last_two()
    {
        Assert.Equal("hloa", LineBuffer.Create("hola").Home().Right().Right().Transpose().Text);
        Assert.Equal("hoal", LineBuffer.Create("hola").Transpose().Text);
        Assert.Equal("h", LineBuffer.Create("h").Transpose().Text);
    }

    [Fact]
    public void What_would_make_the_line_too_long_is_not_taken()
    {
        var full = LineBuffer.Create(new string('x', LineBuffer.MaxCharacters));

        Assert.Equal(LineBuffer.MaxCharacters, full.Text.Length);
        Assert.Same(full, full.Insert("y"));
    }

    [Fact]
    public void The_cursor_always_stands_between_two_characters() =>
        Prop.ForAll(Gen.Choose(0, Keys.Length - 1).ArrayOf().ToArbitrary(), keys =>
            {
                var line = keys.Aggregate(LineBuffer.Empty, (before, key) => Keys[key](before));
                return line.Cursor == line.Text.Length || StringInfo.ParseCombiningCharacters(line.Text).Contains(line.Cursor);
            }).QuickCheckThrowOnFailure();
}
