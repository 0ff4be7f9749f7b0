namespace ActorChat.Tests.Protocol.Lines;

public class LineSafetyTests
{
    // What hostile bytes are made of: halves of characters, openers, terminators and plain text.
    private static readonly string[] Fragments =
    [
        "a", "ñ", "😀", "e\u0301", "\n", "\t", "\r", "\0", "\u001B", "[", "]", "\\", "31;4m", "P", "\u0007", "\u0018", "\u007F", "\u009B",
        "\u009D", "\u009C", "\u0085", " ", "\u00A0",
    ];

    [Theory]
    [InlineData("hola\tañ😀\n", "hola\tañ😀\n")]
    [InlineData("uno\r\ndos\n", "uno\ndos\n")]
    [InlineData("a\u001B[31;1mrojo\u001B[0m b", "arojo b")]
    [InlineData("a\u001B[2J\u001B[Hb", "ab")]
    [InlineData("a\u001B[?1049hb\u001B[38:5:3mc", "abc")]
    [InlineData("a\u001B]0;titulo\u0007b", "ab")]
    [InlineData("a\u001B]8;;http://x\u001B\\b\u001B]8;;\u001B\\c", "abc")]
    [InlineData("a\u001BPq#0\u001B\\b\u001B_x\u001B\\c\u001B^x\u001B\\d\u001BXx\u001B\\e", "abcde")]
    [InlineData("a\u001Bcb\u001B(Bc\u001B#8d", "abcd")]
    [InlineData("a\u009B31mb\u009D0;t\u009Cc\u0090q\u009Cd", "abcd")]
    [InlineData("a\0b\bc\u0007d\u000Be\u007Ff\u0085g", "abcdefg")]
    [InlineData("a\u001B[3\u001B[1mb", "ab")]
    [InlineData("a\u001B[31\u0018b\u001B]0;x\u001Ac", "abc")]
    [InlineData("a\u001B]0;x\u001B[31mb", "ab")]
    // An unfinished sequence hides no more than its line.
    [InlineData("\u001B]0;sin fin\nhola", "\nhola")]
    [InlineData("\u001B[1;1\nhola", "\nhola")]
    [InlineData("\u001B\nhola", "\nhola")]
    [InlineData("\u001BPq\u001B\nhola", "\nhola")]
    // What turns out to be no sequence is text.
    [InlineData("\u001Bñb", "ñb")]
    [InlineData("\u001B[3ñb", "ñb")]
    [InlineData("\u001B[3\u009D0;t\u0007b", "b")]
    public void A_terminal_gets_the_text_and_none_of_its_commands(string sent, string shown) =>
        Assert.Equal(shown, Filter([Encoding.UTF8.GetBytes(sent)]));

    [Fact]
    public void A_character_cut_in_two_is_shown_once_and_whole()
    {
        var emoji = Encoding.UTF8.GetBytes("😀");

        Assert.Equal("😀", Filter([emoji[..2], emoji[2..]]));
    }

    [Fact]
    public void Invalid_bytes_and_half_a_character_at_the_end_become_replacement_characters()
    {
        Assert.Equal("a\uFFFDb", Filter([[(byte)'a', 0xFF, (byte)'b']]));
        Assert.Equal("a\uFFFD", Filter([[(byte)'a', 0xF0, 0x9F, 0x98]]));
    }

    [Fact]
    public void Any_bytes_cut_anywhere_give_the_same_text_without_control_characters()
    {
        var fragment = Gen.OneOf(
            Gen.Elements(Fragments).Select(Encoding.UTF8.GetBytes),
            Gen.Choose(0, 255).Select(value => new[] { (byte)value }));
        var inputs =
            from fragments in fragment.ArrayOf()
            from cuts in Gen.Choose(1, 7).ArrayOf(Math.Max(1, fragments.Sum(bytes => bytes.Length)))
            select (Bytes: fragments.SelectMany(bytes => bytes).ToArray(), Cuts: cuts);

        Prop.ForAll(inputs.ToArbitrary(), input =>
        {
            var whole = Filter([input.Bytes]);
            return whole == Filter(Cut(input.Bytes, input.Cuts)) && !whole.Any(c => char.IsControl(c) && c is not ('\n' or '\t'));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }

    private static List<byte[]> Cut(byte[] bytes, int[] lengths)
    {
        var pieces = new List<byte[]>();
        var start = 0;
        foreach (var length in lengths)
        {
            pieces.Add(bytes[start..Math.Min(bytes.Length, start + length)]);
            start += pieces[^1].Length;
        }

        return pieces;
    }

    private static string Filter(IEnumerable<byte[]> pieces)
    {
        var splitter = new LineSplitter(int.MaxValue, _ => "");
        return string.Concat(pieces.SelectMany(piece => splitter.Add(piece)).Select(line => line + "\n")) + string.Concat(splitter.Finish());
    }
}
