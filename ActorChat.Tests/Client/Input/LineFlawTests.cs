using ActorChat.Client.Input;

namespace ActorChat.Tests.Client.Input;

public class LineFlawTests
{
    [Theory]
    [InlineData("uno\rdos", '\r')]
    [InlineData("\rdos", '\r')]
    [InlineData("dos\r", '\r')]
    [InlineData("uno\0dos", '\0')]
    [InlineData("uno\tdos", '\t')]
    [InlineData("\u001B[31mrojo", '\u001B')]
    [InlineData("uno\u007Fdos", '\u007F')]
    [InlineData("uno\u0085dos", '\u0085')]
    [InlineData("uno\u2028dos", '\u2028')]
    [InlineData("uno\u2029dos", '\u2029')]
    public void A_line_in_which_the_server_would_end_or_remove_something_is_not_sent(string line, char control) =>
        Assert.Equal(new InputLine(null, Flaw: new InputFlaw.Control(control), Number: 1), Inspect(Encoding.UTF8.GetBytes(line)));

    [Theory]
    [InlineData("señor 漢字 😀 e\u0301")]
    [InlineData("\u200Bشلام\u200F")]
    [InlineData("\uFFFD")]
    [InlineData("")]
    [InlineData(" \t \r")]
    public void Any_other_text_is_sent_as_it_is(string line) =>
        Assert.Equal(new InputLine(line, Number: 1), Inspect(Encoding.UTF8.GetBytes(line)));

    [Theory]
    [InlineData(new byte[] { 0xF1, (byte)'o' })]
    [InlineData(new byte[] { (byte)'a', 0xC3 })]
    [InlineData(new byte[] { 0xED, 0xA0, 0x80 })]
    [InlineData(new byte[] { 0xC0, 0x80 })]
    public void What_is_no_UTF8_is_not_sent_lone_surrogates_and_long_forms_included(byte[] line) =>
        Assert.Equal(new InputLine(null, Flaw: new InputFlaw.NotUtf8(), Number: 1), Inspect(line));

    private static InputLine Inspect(byte[] line) => Assert.Single(new LineAssembler(isTerminal: false).Add((byte[])[.. line, (byte)'\r', (byte)'\n']));
}
