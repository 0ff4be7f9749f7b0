using ActorChat.Client.Terminal.Editing;
using ActorChat.Client.Terminal.Painting;

namespace ActorChat.Tests.Client.Terminal.Painting;

public class ScreenTests
{
    private static readonly string[] Pieces = ["a", "hola ", "漢", "😀", "e\u0301", "ñ", "👩‍👩‍👧"];

    private static Gen<string> Texts => Gen.Elements(Pieces).ArrayOf().Select(string.Concat);

    [Fact]
    public void Lines_come_above_the_row_which_stays_whole()
    {
        var virtualScreen = new VirtualScreen(20);
        var screen = new Screen(new Theme(ColorDepth.Rich));
        var row = InputRow.Layout("ana> ", "hola", 2, 20, 0);
        virtualScreen.Write(screen.Paint("", row, 20));
        virtualScreen.Write(screen.Paint("beto: uno\nbeto: dos\n", row, 20));
        virtualScreen.Write(screen.Paint("", InputRow.Layout("ana> ", "ho", 2, 20, 0), 20));

        Assert.Equal(["beto: uno", "beto: dos", "ana> ho"], virtualScreen.Rows);
        Assert.Equal(2, virtualScreen.CursorRow);
        Assert.Equal(7, virtualScreen.CursorColumn);
    }

    [Fact]
    public void At_the_end_the_row_is_gone()
    {
        var virtualScreen = new VirtualScreen(20);
        var screen = new Screen(new Theme(ColorDepth.None));
        virtualScreen.Write(screen.Paint("uno\n", InputRow.Layout("ana> ", "hola", 2, 20, 0), 20));
        virtualScreen.Write(screen.Paint("dos\n", null, 20));

        Assert.Equal(["uno", "dos", ""], virtualScreen.Rows);
        Assert.Equal(0, virtualScreen.CursorColumn);
    }

    [Fact]
    public void Whatever_comes_and_is_typed_everything_is_shown_once_and_in_order() =>
        Prop.ForAll(Gen.Zip(Texts, Texts).ArrayOf().ToArbitrary(), Gen.Choose(12, 60).ToArbitrary(), (frames, columns) =>
            {
                var virtualScreen = new VirtualScreen(columns);
                var expected = new VirtualScreen(columns);
                var screen = new Screen(new Theme(ColorDepth.None));
                var first = 0;
                InputRow? row = null;
                foreach (var (above, typed) in frames)
                {
                    row = InputRow.Layout("ana> ", typed, typed.Length, columns, first);
                    first = row.First;
                    virtualScreen.Write(screen.Paint(above + "\n", row, columns));
                    expected.Write(above + "\r\n");
                }

                expected.Write(row is null ? "" : row.Prompt + row.Text);
                return virtualScreen.Rows.SequenceEqual(expected.Rows) && virtualScreen.CursorColumn == (row?.CursorCell ?? 0);
            }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_row_always_fits_and_shows_the_place_of_the_cursor() =>
        Prop.ForAll(Texts.ToArbitrary(), Gen.Choose(1, 60).ToArbitrary(), Gen.Choose(0, 300).ToArbitrary(), (typed, columns, place) =>
            {
                var line = LineBuffer.At(typed, place % (typed.Length + 1));
                var row = InputRow.Layout("ana (reconectando)> ", line.Text, line.Cursor, columns, place);
                return row.Cells < Math.Max(2, columns) && row.CursorCell < Math.Max(2, columns) && row.CursorCell <= row.Cells
                    && line.Text.Contains(row.Text.Trim('<', '>'), StringComparison.Ordinal);
            }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_line_that_is_too_long_shows_its_end_while_it_is_typed_and_where_it_goes_on()
    {
        var row = InputRow.Layout("> ", "0123456789abcdefghij", 20, 16, 0);

        Assert.StartsWith("<", row.Text, StringComparison.Ordinal);
        Assert.EndsWith("ij", row.Text, StringComparison.Ordinal);
        Assert.Equal("0123456789a>", InputRow.Layout("> ", "0123456789abcdefghij", 0, 16, 0).Text[..12]);
    }

    [Fact]
    public void A_marked_line_is_reversed_without_colours_too() =>
        Assert.Contains(
            "Nickname: \u001B[7mana\u001B[0m",
            new Screen(new Theme(ColorDepth.None)).Paint("", InputRow.Layout("Nickname: ", "ana", 3, 80, 0) with { IsMarked = true }, 80),
            StringComparison.Ordinal);

    [Fact]
    public void A_narrow_terminal_gets_a_short_prompt() => Assert.Equal("> ", InputRow.Layout("ana (reconectando)> ", "", 0, 20, 0).Prompt);

    [Fact]
    public void The_rows_that_a_narrower_terminal_has_made_of_the_old_one_are_cleared()
    {
        var screen = new Screen(new Theme(ColorDepth.None));
        screen.Paint("", InputRow.Layout("ana> ", new string('x', 50), 50, 80, 0), 80);

        Assert.StartsWith("\u001B[1A\r", screen.Paint("", InputRow.Layout("ana> ", new string('x', 50), 50, 40, 0), 40), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("abcdefg", 8, 0)]
    [InlineData("abcdefgh", 8, 1)]
    [InlineData("abcdefgh", 3, 2)]
    [InlineData("a漢漢漢", 4, 2)]
    [InlineData("漢漢漢漢", 5, 1)]
    [InlineData("漢漢漢漢漢", 5, 2)]
    public void A_narrower_terminal_breaks_the_row_before_a_wide_character_that_does_not_fit(string typed, int columns, int rows) =>
        Assert.Equal(rows, InputRow.Layout("", typed, typed.Length, 80, 0).RowsAboveCursor(columns));

    [Fact]
    public void A_terminal_that_finds_the_row_too_wide_cuts_it_off()
    {
        var virtualScreen = new VirtualScreen(10);
        var screen = new Screen(new Theme(ColorDepth.None));
        virtualScreen.Write(screen.Paint("uno\n", InputRow.Layout("> ", "0123456789abcdef", 16, 20, 0), 20));
        virtualScreen.Write(screen.Paint("dos\n", InputRow.Layout("> ", "", 0, 20, 0), 20));

        Assert.Equal(["uno", "dos", ">"], virtualScreen.Rows);
    }
}
