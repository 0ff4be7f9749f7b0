using ActorChat.Client.Input;
using Xunit;

namespace ActorChat.Tests.Client.Input;

public class LineAssemblerTests
{
    [Theory]
    [InlineData("uno\ndos\n", "uno", "dos")]
    [InlineData("uno\r\n\r\ndos", "uno", "", "dos")]
    [InlineData("a\rb\n", "a\rb")]
    [InlineData("\n", "")]
    [InlineData("")]
    public void Lines_are_the_same_however_the_characters_arrive(string text, params string[] expected)
    {
        for (var cut = 0; cut <= text.Length; cut++)
            Assert.Equal(expected, Lines(text[..cut], text[cut..]).Select(line => line.Text));
    }

    [Fact]
    public void A_line_of_the_greatest_length_is_kept() =>
        Assert.Equal(LineAssembler.MaxCharacters, Lines(new string('x', LineAssembler.MaxCharacters), "\n").Single().Text!.Length);

    [Fact]
    public void A_longer_line_is_reported_without_its_text_and_the_next_one_is_whole()
    {
        var lines = Lines(new string('x', LineAssembler.MaxCharacters), "x", "x\nhola\n");

        Assert.Equal([null, "hola"], lines.Select(line => line.Text));
    }

    [Fact]
    public void A_longer_line_without_an_end_is_reported_too() =>
        Assert.Null(Lines(new string('x', LineAssembler.MaxCharacters), "x").Single().Text);

    private static List<InputLine> Lines(params string[] pieces)
    {
        var assembler = new LineAssembler();
        var lines = pieces.SelectMany(piece => assembler.Add(piece.AsMemory())).ToList();
        if (assembler.Finish() is { } last)
            lines.Add(last);
        return lines;
    }
}
