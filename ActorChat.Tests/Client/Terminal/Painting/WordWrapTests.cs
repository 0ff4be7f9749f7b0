using ActorChat.Client.Terminal.Painting;

namespace ActorChat.Tests.Client.Terminal.Painting;

public class WordWrapTests
{
    private static readonly string[] Words = ["a", "hola", "漢字", "😀", "\u001B[1mnegrita\u001B[0m", "https://example.org/una/ruta/larga", "e\u0301s"];

    [Theory]
    [InlineData("12:05 ana: hola\n", "12:05 ana: hola\n")]
    [InlineData("12:05 ana: uno dos tres cuatro\n", "12:05 ana: uno dos tres\n      cuatro\n")]
    [InlineData("12:05 ana: uno dos tres cuatro cinco seis\n* eva\n", "12:05 ana: uno dos tres\n      cuatro cinco seis\n* eva\n")]
    [InlineData("12:05 ana: 漢字漢字 漢字\n", "12:05 ana: 漢字漢字 漢字\n")]
    [InlineData("12:05 ana: 漢字漢字 漢字漢\n", "12:05 ana: 漢字漢字\n      漢字漢\n")]
    [InlineData("12:05 \u001B[2muno dos tres cuatro\u001B[0m\n", "12:05 \u001B[2muno dos tres\n      cuatro\u001B[0m\n")]
    [InlineData("12:05 ana: https://example.org/una/ruta y más así\n", "12:05 ana: https://example.org/una/ruta y más\n      así\n")]
    [InlineData("", "")]
    [InlineData("\n", "\n")]
    public void Lines_are_broken_between_words_and_no_word_is_cut(string lines, string expected) => Assert.Equal(expected, WordWrap.Wrap(lines, 24));

    [Fact]
    public void No_row_is_too_wide_and_no_word_is_lost() =>
        Prop.ForAll(Gen.Elements(Words).ArrayOf().ToArbitrary(), Gen.Choose(24, 100).ToArbitrary(), (words, columns) =>
            {
                var line = "12:05 " + string.Join(' ', words);
                var wrapped = WordWrap.Wrap(line + "\n", columns);
                var rows = wrapped.TrimEnd('\n').Split('\n');
                return wrapped.Replace("\n      ", " ", StringComparison.Ordinal) == line + "\n"
                    && rows.All(row => CellWidth.Measure(WithoutColours(row)) <= columns || row.Contains("https", StringComparison.Ordinal));
            }).QuickCheckThrowOnFailure();

    private static string WithoutColours(string row) =>
        row.Replace("\u001B[1m", "", StringComparison.Ordinal).Replace("\u001B[0m", "", StringComparison.Ordinal);
}
