using ActorChat.Server.Diagnostics.Reports;

namespace ActorChat.Tests.Diagnostics;

public sealed class TextTableTests
{
    private static readonly TableColumn[] Columns = [new("nombre"), new("bytes", IsNumber: true), new("estado")];

    [Fact]
    public void Words_stand_at_the_left_and_numbers_at_the_right() => Assert.Equal(
        [
            "nombre   bytes  estado",
            "ana          7  en marcha",
            "beatriz  12345  x",
        ],
        TextTable.Lines(Columns, [["ana", "7", "en marcha"], ["beatriz", "12345", "x"]]));

    [Fact]
    public void A_table_without_rows_is_its_headings() => Assert.Equal(["nombre  bytes  estado"], TextTable.Lines(Columns, []));

    [Fact]
    public void Wide_characters_take_two_columns_and_marks_none() => Assert.Equal(
        [
            "nombre  bytes  estado",
            "漢字名      1  x",
            "e\u0301va         2  x",
        ],
        TextTable.Lines(Columns, [["漢字名", "1", "x"], ["e\u0301va", "2", "x"]]));

    [Fact]
    public void A_table_that_is_too_wide_does_without_what_tells_nothing_and_then_cuts_words_but_no_numbers()
    {
        TableColumn[] columns = [new("nombre"), new("tipo"), new("bytes", IsNumber: true), new("fallos", IsNumber: true, Default: "0")];
        string[][] rows = [["una-conexión-con-nombre", "Conexión", "1234567890123", "0"], ["b", "Conexión", "1", "0"]];

        Assert.Equal("nombre                   tipo              bytes  fallos", TextTable.Lines(columns, rows)[0]);
        Assert.Equal("nombre                   tipo              bytes", TextTable.Lines(columns, rows, width: 48)[0]);
        Assert.Equal("una-co…nombre  Conexión  1234567890123", TextTable.Lines(columns, rows, width: 38)[1]);
        Assert.Equal("una-…bre  Conexión  1234567890123", TextTable.Lines(columns, rows, width: 10)[1]);
    }

    [Fact]
    public void A_column_that_tells_something_stays_however_narrow_the_table()
    {
        TableColumn[] columns = [new("nombre"), new("fallos", IsNumber: true, Default: "0")];

        Assert.Equal(["nombre  fallos", "a            0", "b            3"], TextTable.Lines(columns, [["a", "0"], ["b", "3"]], width: 10));
    }

    [Theory]
    [InlineData("short", 5, "short")]
    [InlineData("0123456789", 5, "01…89")]
    [InlineData("0123456789", 6, "012…89")]
    [InlineData("漢字漢字漢字", 7, "漢…字")]
    [InlineData("漢字漢字漢字", 8, "漢字…字")]
    public void A_text_too_long_loses_its_middle(string text, int columns, string expected) => Assert.Equal(expected, DisplayWidth.Fit(text, columns));

    [Fact]
    public void Whatever_is_in_it_a_cell_never_takes_more_than_its_column() =>
        Prop.ForAll<string?, byte>((text, width) =>
            CellWidth.Measure(DisplayWidth.Fit(text ?? "", width + 1)) <= width + 1).QuickCheckThrowOnFailure();
}
