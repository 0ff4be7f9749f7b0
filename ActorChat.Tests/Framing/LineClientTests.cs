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
            Assert.Equal(lines.Select(line => line.Frame), Feed.InPieces(new LineDecoder(Traffic.MaxBytes), bytes, [int.MaxValue]));
            Assert.Equal(lines.Count > 0 ? PeerKind.Line : PeerKind.Unknown, framer.Kind);
            Assert.Equal(0, framer.BufferSize);
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

    [Theory]
    [InlineData("a\nb\n", "a", "b")]
    [InlineData("a\r\nb\r\n", "a", "b")]
    [InlineData("a\r\0b\r\0", "a", "b")]
    [InlineData("a\rb\r", "a", "b")]
    [InlineData("a\rb\n", "a", "b")]
    [InlineData("a\nb\r", "a", "b")]
    [InlineData("\r\n\r\n", "", "")]
    [InlineData("\r\0\r\0", "", "")]
    [InlineData("\r\r\n", "", "")]
    [InlineData("\r\n\n", "", "")]
    [InlineData("\n\r", "", "")]
    [InlineData("\n\r\n", "", "")]
    [InlineData("\r\r\r", "", "", "")]
    [InlineData("\r\0\n", "", "")]
    public void Every_line_end_ends_a_line_and_empty_ones_are_counted_right_in_all_mixtures(string lines, params string[] messages) =>
        Assert.Equal(messages.Select(Frame.Message), Feed.InAnyPieces(() => new LineDecoder(10), lines));

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
