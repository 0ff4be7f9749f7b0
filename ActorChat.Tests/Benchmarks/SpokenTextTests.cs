using ActorChat.Benchmarks.Load.Wire;
using FsCheck.Xunit;

namespace ActorChat.Tests.Benchmarks;

public class SpokenTextTests
{
    private const ulong Run = 0x1234_5678_9ABC;

    [Property]
    public bool Any_number_of_48_bits_is_read_as_it_was_written(ulong number)
    {
        var value = number & 0xFFFF_FFFF_FFFF;
        var text = new byte[SixBit.Length];
        SixBit.Write(text, value);
        return SixBit.TryRead(text, out var read) && read == value && text.All(c => c is >= (byte)'0' and <= (byte)'p' and not (byte)'\\');
    }

    [Fact]
    public void Any_other_character_anywhere_is_no_number()
    {
        for (var place = 0; place < SixBit.Length; place++)
        {
            for (var other = 0; other < 256; other++)
            {
                var text = "01:;aZo0"u8.ToArray();
                text[place] = (byte)other;
                Assert.Equal(other is >= '0' and <= 'p', SixBit.TryRead(text, out _));
            }
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("ana: ")]
    [InlineData(":ana!ana@localhost PRIVMSG #room :")]
    public void A_text_is_found_at_the_end_of_its_line_whatever_the_server_puts_before_it(string before)
    {
        var text = new SpokenText(64, Run);
        var spoken = new Spoken(65_535, uint.MaxValue, (1L << 48) - 1);

        Assert.True(text.TryRead(Line(text, before, spoken), out var read));
        Assert.Equal(spoken, read);
    }

    [Fact]
    public void The_shortest_text_says_everything()
    {
        var text = new SpokenText(SpokenText.Shortest, Run);
        Assert.True(text.TryRead(Line(text, "ana: ", new Spoken(1, 2, 3)), out var read));
        Assert.Equal(new Spoken(1, 2, 3), read);
        Assert.Throws<ArgumentOutOfRangeException>(() => new SpokenText(SpokenText.Shortest - 1, Run));
    }

    [Fact]
    public void Other_lines_other_runs_and_torn_texts_are_none_of_this_run()
    {
        var text = new SpokenText(64, Run);
        var line = Line(text, "ana: ", new Spoken(1, 2, 3));
        Assert.False(text.TryRead("* beto se ha conectado"u8, out _));
        Assert.False(text.TryRead([], out _));
        Assert.False(text.TryRead(line.AsSpan(0, line.Length - 1), out _));
        Assert.False(text.TryRead(line.AsSpan(6), out _));
        Assert.False(new SpokenText(64, Run + 1).TryRead(line, out _));
    }

    private static byte[] Line(SpokenText text, string before, Spoken spoken)
    {
        var line = new byte[before.Length + text.Length];
        Encoding.ASCII.GetBytes(before, line);
        text.Write(line.AsSpan(before.Length), spoken);
        return line;
    }
}
