namespace ActorChat.Tests.Protocol.Lines;

public class LineSplitterTests
{
    [Fact]
    public void Lines_are_the_same_wherever_the_bytes_are_cut()
    {
        var bytes = Encoding.UTF8.GetBytes("uno ñ 😀\r\n\u001B[31mdos\n\nrest");
        for (var cut = 0; cut <= bytes.Length; cut++)
        {
            var splitter = Splitter();
            Assert.Equal(
                ["uno ñ 😀", "dos", "", "rest"],
                (string[])[.. splitter.Add(bytes.AsSpan(0, cut)), .. splitter.Add(bytes.AsSpan(cut)), .. splitter.Finish()]);
        }
    }

    [Fact]
    public void A_line_beyond_the_cap_is_cut_and_says_how_much_is_missing()
    {
        var splitter = Splitter(4);
        var parts = new[] { "abc", "defgh", "ij\nklm", "\n123😀" };

        Assert.Equal(
            ["abcd+6", "klm", "123+2"], (string[])[.. parts.SelectMany(part => splitter.Add(Encoding.UTF8.GetBytes(part))), .. splitter.Finish()]);
    }

    [Theory]
    [InlineData("Bienvenido\nNickname: ")]
    [InlineData("Who are you: ")]
    public void Text_that_stops_at_a_colon_and_a_space_is_a_prompt(string text)
    {
        var splitter = Splitter();
        splitter.Add(Encoding.UTF8.GetBytes(text));

        Assert.True(splitter.IsAtPrompt);
        Assert.Equal(text.Split('\n')[^1], splitter.TakePrompt());
        Assert.False(splitter.IsAtPrompt);
        Assert.Equal(["hola"], splitter.Add("hola\n"u8));
    }

    [Theory]
    [InlineData("Nickname:")]
    [InlineData("Nickname: \n")]
    [InlineData("ana: hola")]
    [InlineData("")]
    public void Other_text_is_none(string text)
    {
        var splitter = Splitter();
        splitter.Add(Encoding.UTF8.GetBytes(text));

        Assert.False(splitter.IsAtPrompt);
    }

    private static LineSplitter Splitter(int max = 1000) => new(max, left => $"+{left}");
}
