using System.Text.RegularExpressions;
using ActorChat.Server.Framing;

namespace ActorChat.Tests.Framing;

public sealed class LineClientTests
{
    [Fact]
    public void Lines_give_the_same_messages_however_the_network_cuts_them() =>
        Prop.ForAll(Traffic.Lines.ToArbitrary(), Traffic.Cuts.ToArbitrary(), (lines, cuts) =>
        {
            byte[] bytes = [.. lines.SelectMany(line => line.Bytes)];
            var framer = new LineDecoder(Traffic.MaxBytes);

            Assert.Equal(lines.Select(line => line.Frame), Feed.InPieces(framer, bytes, cuts));
            Assert.Equal(lines.Count > 0 ? PeerKind.Line : PeerKind.Unknown, framer.Kind);
            Assert.Equal(0, framer.BufferSize);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Lines_give_the_same_messages_byte_by_byte_and_all_at_once() =>
        Prop.ForAll(Traffic.Lines.ToArbitrary(), lines =>
        {
            byte[] bytes = [.. lines.SelectMany(line => line.Bytes)];
            var expected = lines.Select(line => line.Frame);

            Assert.Equal(expected, Feed.InPieces(new LineDecoder(Traffic.MaxBytes), bytes, [1]));
            Assert.Equal(expected, Feed.InPieces(new LineDecoder(Traffic.MaxBytes), bytes, [int.MaxValue]));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_bytes_give_what_splitting_them_at_their_line_ends_gives() =>
        Prop.ForAll(Traffic.Bytes.ToArbitrary(), Gen.Choose(1, 6).ToArbitrary(), Traffic.Cuts.ToArbitrary(), (bytes, maxBytes, cuts) =>
            Assert.Equal(Expected(bytes, maxBytes), Feed.InPieces(new LineDecoder(maxBytes), bytes, cuts)))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Fact]
    public void The_rest_of_a_line_waits_for_its_newline_through_any_quiet_period()
    {
        var framer = new LineDecoder(100);
        Feed.Block(framer, "hola\nqué "u8);

        Assert.False(framer.AwaitsQuietPeriod);
        framer.EndQuietPeriod();
        Assert.Empty(Feed.Drain(framer));
        Assert.Equal([Frame.Message("qué tal")], Feed.Block(framer, "tal\n"u8));
    }

    [Fact]
    public void A_half_close_in_the_middle_of_a_line_loses_nothing()
    {
        var framer = new LineDecoder(100);
        Feed.Block(framer, "hola\nadi"u8);

        framer.EndInput();

        Assert.Equal([Frame.Message("adi")], Feed.Drain(framer));
        Assert.Equal(PeerKind.Line, framer.Kind);
    }

    [Fact]
    public void A_half_close_after_a_whole_line_adds_no_message()
    {
        var framer = new LineDecoder(100);
        Feed.Block(framer, "hola\n"u8);

        framer.EndInput();

        Assert.Empty(Feed.Drain(framer));
    }

    [Fact]
    public void An_empty_line_is_an_empty_message() =>
        Assert.Equal(
            [Frame.Message(""), Frame.Message("a"), Frame.Message("")],
            Feed.Block(new LineDecoder(10), "\na\n\r\n"u8));

    [Theory]
    [InlineData("a\nb\n")]
    [InlineData("a\r\nb\r\n")]
    [InlineData("a\r\0b\r\0")]
    [InlineData("a\rb\r")]
    [InlineData("a\rb\n")]
    [InlineData("a\nb\r")]
    public void Every_line_end_ends_a_line(string lines)
    {
        var bytes = Encoding.UTF8.GetBytes(lines);

        Assert.Equal([Frame.Message("a"), Frame.Message("b")], Feed.InPieces(new LineDecoder(10), bytes, [1]));
        Assert.Equal([Frame.Message("a"), Frame.Message("b")], Feed.InPieces(new LineDecoder(10), bytes, [100]));
    }

    [Theory]
    [InlineData("\r\n\r\n", 2)]
    [InlineData("\r\0\r\0", 2)]
    [InlineData("\r\r\n", 2)]
    [InlineData("\r\n\n", 2)]
    [InlineData("\n\r", 2)]
    [InlineData("\n\r\n", 2)]
    [InlineData("\r\r\r", 3)]
    [InlineData("\r\0\n", 2)]
    public void Empty_lines_are_counted_right_in_all_mixtures(string lines, int count)
    {
        var bytes = Encoding.UTF8.GetBytes(lines);

        Assert.Equal(Enumerable.Repeat(Frame.Message(""), count), Feed.InPieces(new LineDecoder(10), bytes, [1]));
        Assert.Equal(Enumerable.Repeat(Frame.Message(""), count), Feed.InPieces(new LineDecoder(10), bytes, [100]));
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\0")]
    public void A_carriage_return_ends_its_line_at_once_and_what_may_follow_it_is_no_line_of_its_own(string follower)
    {
        var framer = new LineDecoder(10);

        Assert.Equal([Frame.Message("a")], Feed.Block(framer, "a\r"u8));
        Assert.Equal(PeerKind.Line, framer.Kind);
        Assert.Empty(Feed.Block(framer, []));
        Assert.Equal([Frame.Message("b")], Feed.Block(framer, Encoding.UTF8.GetBytes(follower + "b\n")));
    }

    [Fact]
    public void A_NUL_that_follows_no_carriage_return_is_text() =>
        Assert.Equal([Frame.Message("\0a\0"), Frame.Message("\0b")], Feed.Block(new LineDecoder(10), "\0a\0\n\0b\n"u8));

    // Splits by the definition, without looking at how the bytes come. In telnet, 255 twice stands for it once.
    private static IEnumerable<Frame> Expected(byte[] bytes, int maxBytes)
    {
        var text = Encoding.Latin1.GetString(bytes).Replace("\u00ff\u00ff", "\u00ff", StringComparison.Ordinal);
        var lines = Regex.Split(text, "\r\n|\r\0|\r|\n");
        IEnumerable<string> messages = lines[^1].Length == 0 ? lines[..^1] : lines;
        return messages.Select(line => ExpectedOf(Encoding.Latin1.GetBytes(line), maxBytes));
    }

    private static Frame ExpectedOf(byte[] message, int maxBytes)
    {
        try
        {
            var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(message);
            return message.Length > maxBytes ? Frame.TooLong : Frame.Message(text);
        }
        catch (DecoderFallbackException)
        {
            return message.Length > maxBytes ? Frame.TooLong : Frame.InvalidUtf8;
        }
    }
}
