using ActorChat.Client.Terminal.Keys;
using FsCheck.Xunit;

namespace ActorChat.Tests.Client.Terminal.Keys;

public class KeyDecoderTests
{
    [Theory]
    [InlineData("\r", KeyKind.Enter)]
    [InlineData("\t", KeyKind.Tab)]
    [InlineData("\u001B[Z", KeyKind.BackTab)]
    [InlineData("\u001B[A", KeyKind.Up)]
    [InlineData("\u001BOB", KeyKind.Down)]
    [InlineData("\u001B[C", KeyKind.Right)]
    [InlineData("\u001B[1;5D", KeyKind.WordLeft)]
    [InlineData("\u001B[1;3C", KeyKind.WordRight)]
    [InlineData("\u001BOd", KeyKind.WordLeft)]
    [InlineData("\u001Bb", KeyKind.WordLeft)]
    [InlineData("\u001Bf", KeyKind.WordRight)]
    [InlineData("\u001B[H", KeyKind.Home)]
    [InlineData("\u001B[1~", KeyKind.Home)]
    [InlineData("\u001BOF", KeyKind.End)]
    [InlineData("\u001B[4~", KeyKind.End)]
    [InlineData("\u001B[3~", KeyKind.Delete)]
    [InlineData("\u001B[5~", KeyKind.PageUp)]
    [InlineData("\u001B[3;5~", KeyKind.KillWordRight)]
    [InlineData("\u007F", KeyKind.Backspace)]
    [InlineData("\u001B\u007F", KeyKind.KillNameLeft)]
    [InlineData("\u0001", KeyKind.Home)]
    [InlineData("\u0003", KeyKind.Interrupt)]
    [InlineData("\u0004", KeyKind.DeleteOrEnd)]
    [InlineData("\u0017", KeyKind.KillWordLeft)]
    [InlineData("\u001B[6~", KeyKind.Unknown)]
    [InlineData("\u001B[?1;2c", KeyKind.Unknown)]
    [InlineData("\u001B\u001B[A", KeyKind.Up)]
    internal void A_key_is_known_by_its_bytes_wherever_they_are_cut(string sent, KeyKind kind)
    {
        Assert.All(DecodeAtEachCut("x" + sent + "y"), keys => Assert.Equal([new Key(KeyKind.Text, "x"), new Key(kind), new Key(KeyKind.Text, "y")], keys));
    }

    [Fact]
    public void Characters_of_any_script_are_text_wherever_their_bytes_are_cut()
    {
        Assert.All(DecodeAtEachCut("añ漢😀e\u0301"), keys =>
        {
            Assert.Equal("añ漢😀e\u0301", string.Concat(keys.Select(key => key.Text)));
            Assert.All(keys, key => Assert.Equal(KeyKind.Text, key.Kind));
        });
    }

    [Fact]
    public void A_paste_is_one_key_with_lines_and_nothing_in_it_is_obeyed()
    {
        const string Sent = "\u001B[200~uno\r\ndos\r/salir\n\u001B[A\u0003\u001B]0;x\u0007tres\u001B[201~z";
        Assert.All(DecodeAtEachCut(Sent), keys => Assert.Equal([new Key(KeyKind.Paste, "uno\ndos\n/salir\ntres"), new Key(KeyKind.Text, "z")], keys));
    }

    [Fact]
    public void A_paste_beyond_the_cap_is_refused_whole_and_ends_where_it_ends()
    {
        var keys = Decode(Encoding.UTF8.GetBytes($"\u001B[200~{new string('x', 3_000_000)}\u001B[201~z"));

        Assert.Equal([new Key(KeyKind.PasteTooLong), new Key(KeyKind.Text, "z")], keys);
    }

    [Fact]
    public void A_paste_of_the_greatest_length_is_kept()
    {
        var text = new string('x', PasteCollector.MaxCharacters);

        Assert.Equal([new Key(KeyKind.Paste, text)], Decode(Encoding.UTF8.GetBytes($"\u001B[200~{text}\u001B[201~")));
    }

    [Fact]
    public void Every_line_end_of_Unicode_ends_a_line_of_a_paste_and_is_a_space_where_it_is_typed()
    {
        var bytes = Encoding.UTF8.GetBytes("\u001B[200~a\u2028b\u2029c\u0085d\u001B[201~e\u2028f");

        Assert.Equal([new Key(KeyKind.Paste, "a\nb\nc\nd"), new Key(KeyKind.Text, "e f")], Decode(bytes));
    }

    [Fact]
    public void Bytes_that_are_no_UTF8_are_no_text()
    {
        Assert.Equal(
            [new Key(KeyKind.Text, "se"), new Key(KeyKind.NotText), new Key(KeyKind.Text, "or")],
            Decode(Encoding.Latin1.GetBytes("se\u00F1or")));
        Assert.Equal([new Key(KeyKind.NotText)], Decode(Encoding.Latin1.GetBytes("\u001B[200~se\u00F1or\u001B[201~")));
    }

    [Theory]
    [InlineData("\u001BO\u0003")]
    [InlineData("\u001B[\u0003")]
    [InlineData("\u001B[1;\u0003")]
    [InlineData("\u001B\u0003")]
    public void Ctrl_C_gets_out_of_every_unfinished_sequence(string sent) =>
        Assert.Equal([new Key(KeyKind.Interrupt)], Decode(Encoding.UTF8.GetBytes(sent)));

    [Fact]
    public void A_paste_without_an_end_can_be_ended_and_the_next_one_begins_anew()
    {
        var decoder = new KeyDecoder();
        Assert.Empty(decoder.Decode("\u001B[200~uno\r\u001B[20"u8));

        Assert.Equal([new Key(KeyKind.PasteUnfinished), new Key(KeyKind.Paste, "uno\n")], decoder.EndPaste());
        Assert.Equal([new Key(KeyKind.Enter), new Key(KeyKind.Paste, "dos")], decoder.Decode("\r\u001B[200~dos\u001B[201~"u8));
    }

    [Property]
    public bool No_bytes_break_it_and_text_never_holds_a_control_character(byte[][] parts) =>
        Decode(parts).Where(key => key.Kind is KeyKind.Text).All(key => !key.Text.Any(char.IsControl));

    private static IEnumerable<Key[]> DecodeAtEachCut(string sent)
    {
        var bytes = Encoding.UTF8.GetBytes(sent);
        return Enumerable.Range(0, bytes.Length + 1).Select(cut => Decode(bytes[..cut], bytes[cut..]));
    }

    private static Key[] Decode(params byte[][] parts)
    {
        var decoder = new KeyDecoder();
        return [.. parts.SelectMany(part => decoder.Decode(part))];
    }
}
