using ActorChat.Client.Input;

namespace ActorChat.Tests.Client.Input;

public class LineAssemblerTests
{
    [Theory]
    [InlineData("uno\ndos\n", "uno", "dos")]
    [InlineData("uno\r\n\r\ndos", "uno", "", "dos")]
    [InlineData("\n", "")]
    [InlineData("")]
    [InlineData("añá\n漢😀\r\n", "añá", "漢😀")]
    [InlineData("\uFEFFuno\n\uFEFFdos", "uno", "\uFEFFdos")]
    public void Lines_are_the_same_however_the_bytes_arrive(string text, params string[] expected)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        for (var cut = 0; cut <= bytes.Length; cut++)
            Assert.Equal(expected, Lines(false, bytes[..cut], bytes[cut..]).Select(line => line.Text));
    }

    [Fact]
    public void A_line_of_the_greatest_length_is_kept() =>
        Assert.Equal(LineAssembler.MaxBytes, Lines(false, Longest(), "\n"u8.ToArray()).Single().Text!.Length);

    [Fact]
    public void A_longer_line_is_reported_without_its_text_and_the_next_one_is_whole()
    {
        var lines = Lines(false, Longest(), "x"u8.ToArray(), "x\nhola\n"u8.ToArray());

        Assert.Equal([new InputLine(null, Flaw: new InputFlaw.TooLong(), Number: 1), new InputLine("hola", Number: 2)], lines);
    }

    [Fact]
    public void A_longer_line_without_an_end_is_reported_too() =>
        Assert.Equal(new InputFlaw.TooLong(), Lines(false, Longest(), "x"u8.ToArray()).Single().Flaw);

    [Theory]
    [InlineData(true, 4094, true)]
    [InlineData(true, 4095, false)]
    [InlineData(false, 4095, true)]
    public void A_line_that_a_terminal_may_have_cut_is_not_taken_for_whole(bool isTerminal, int length, bool isWhole)
    {
        var line = Lines(isTerminal, Encoding.UTF8.GetBytes(new string('x', length) + "\n")).Single();

        Assert.Equal(isWhole ? null : new InputFlaw.CutByTerminal(), line.Flaw);
        Assert.Equal(isWhole, line.Text is not null);
    }

    private static byte[] Longest() => Encoding.UTF8.GetBytes(new string('x', LineAssembler.MaxBytes));

    private static List<InputLine> Lines(bool isTerminal, params byte[][] pieces)
    {
        var assembler = new LineAssembler(isTerminal);
        var lines = pieces.SelectMany(piece => assembler.Add(piece)).ToList();
        if (assembler.Finish() is { } last)
            lines.Add(last);
        return lines;
    }
}
