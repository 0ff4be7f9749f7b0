using System.Text;
using ActorChat.Client.Terminal.Keys;
using FsCheck.Xunit;
using Xunit;

namespace ActorChat.Tests.Client.Terminal;

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
    [InlineData("\u001B[3;5~", KeyKind.KillWordRight)]
    [InlineData("\u007F", KeyKind.Backspace)]
    [InlineData("\u001B\u007F", KeyKind.KillNameLeft)]
    [InlineData("\u0001", KeyKind.Home)]
    [InlineData("\u0003", KeyKind.Interrupt)]
    [InlineData("\u0004", KeyKind.DeleteOrEnd)]
    [InlineData("\u0017", KeyKind.KillWordLeft)]
    [InlineData("\u001B[5~", KeyKind.Unknown)]
    [InlineData("\u001B[?1;2c", KeyKind.Unknown)]
    [InlineData("\u001B\u001B[A", KeyKind.Up)]
    internal void A_key_is_known_by_its_bytes_wherever_they_are_cut(string sent, KeyKind kind)
    {
        var bytes = Encoding.UTF8.GetBytes("x" + sent + "y");
        for (var cut = 0; cut <= bytes.Length; cut++)
        {
            var keys = Decode(bytes.AsSpan(0, cut).ToArray(), bytes.AsSpan(cut).ToArray());
            Assert.Equal([new Key(KeyKind.Text, "x"), new Key(kind), new Key(KeyKind.Text, "y")], keys);
        }
    }

    [Fact]
    public void Characters_of_any_script_are_text_wherever_their_bytes_are_cut()
    {
        var bytes = Encoding.UTF8.GetBytes("añ漢😀e\u0301");
        for (var cut = 0; cut <= bytes.Length; cut++)
        {
            var keys = Decode(bytes.AsSpan(0, cut).ToArray(), bytes.AsSpan(cut).ToArray());
            Assert.Equal("añ漢😀e\u0301", string.Concat(keys.Select(key => key.Text)));
            Assert.All(keys, key => Assert.Equal(KeyKind.Text, key.Kind));
        }
    }

    [Fact]
    public void A_paste_is_one_key_with_lines_and_nothing_in_it_is_obeyed()
    {
        var bytes = Encoding.UTF8.GetBytes("\u001B[200~uno\r\ndos\r/salir\n\u001B[A\u0003\u001B]0;x\u0007tres\u001B[201~z");
        for (var cut = 0; cut <= bytes.Length; cut++)
        {
            var keys = Decode(bytes.AsSpan(0, cut).ToArray(), bytes.AsSpan(cut).ToArray());
            Assert.Equal([new Key(KeyKind.Paste, "uno\ndos\n/salir\ntres"), new Key(KeyKind.Text, "z")], keys);
        }
    }

    [Fact]
    public void A_paste_beyond_the_cap_ends_where_it_ends()
    {
        var keys = Decode(Encoding.UTF8.GetBytes($"\u001B[200~{new string('x', 3_000_000)}\u001B[201~z"));

        Assert.Equal(KeyKind.Paste, keys[0].Kind);
        Assert.InRange(keys[0].Text.Length, 1, PasteCollector.MaxCharacters + 10);
        Assert.Equal(new Key(KeyKind.Text, "z"), keys[1]);
    }

    [Property]
    public bool No_bytes_break_it_and_text_never_holds_a_control_character(byte[][] parts) =>
        Decode(parts).Where(key => key.Kind is KeyKind.Text).All(key => !key.Text.Any(char.IsControl));

    private static Key[] Decode(params byte[][] parts)
    {
        var decoder = new KeyDecoder();
        return [.. parts.SelectMany(part => decoder.Decode(part))];
    }
}
