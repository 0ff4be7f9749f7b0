using System.Text;
using ActorChat.Server.Framing;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace ActorChat.Tests.Framing;

public sealed class LineClientTests
{
    [Fact]
    public void Lines_give_the_same_messages_however_the_network_cuts_them() =>
        Prop.ForAll(Traffic.Lines.ToArbitrary(), Traffic.Cuts.ToArbitrary(), (lines, cuts) =>
        {
            byte[] bytes = [.. lines.SelectMany(line => line.Bytes)];
            var framer = new MessageFramer(Traffic.MaxBytes);

            Assert.Equal(lines.Select(line => line.Frame), Feed.InPieces(framer, bytes, cuts));
            Assert.Equal(lines.Count > 0 ? PeerKind.Line : PeerKind.Unknown, framer.Kind);
            Assert.Equal(0, framer.BufferSize);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Lines_give_the_same_messages_byte_by_byte_and_all_at_once() =>
        Prop.ForAll(Traffic.Lines.ToArbitrary(), lines =>
        {
            byte[] bytes = [.. lines.SelectMany(line => line.Bytes)];
            IEnumerable<Frame> expected = lines.Select(line => line.Frame);

            Assert.Equal(expected, Feed.InPieces(new MessageFramer(Traffic.MaxBytes), bytes, [1]));
            Assert.Equal(expected, Feed.InPieces(new MessageFramer(Traffic.MaxBytes), bytes, [int.MaxValue]));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_bytes_give_what_splitting_them_at_their_newlines_gives() =>
        Prop.ForAll(Traffic.Bytes.ToArbitrary(), Gen.Choose(1, 6).ToArbitrary(), Traffic.Cuts.ToArbitrary(), (bytes, maxBytes, cuts) =>
            Assert.Equal(Expected(bytes, maxBytes), Feed.InPieces(new MessageFramer(maxBytes), bytes, cuts)))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Fact]
    public void The_rest_of_a_line_waits_for_its_newline_through_any_quiet_period()
    {
        var framer = new MessageFramer(100);
        Feed.Block(framer, "hola\nqué "u8);

        Assert.False(framer.AwaitsQuietPeriod);
        framer.EndQuietPeriod();
        Assert.Empty(Feed.Drain(framer));
        Assert.Equal([Frame.Message("qué tal")], Feed.Block(framer, "tal\n"u8));
    }

    [Fact]
    public void A_half_close_in_the_middle_of_a_line_loses_nothing()
    {
        var framer = new MessageFramer(100);
        Feed.Block(framer, "hola\nadi"u8);

        framer.EndInput();

        Assert.Equal([Frame.Message("adi")], Feed.Drain(framer));
        Assert.Equal(PeerKind.Line, framer.Kind);
    }

    [Fact]
    public void A_half_close_after_a_whole_line_adds_no_message()
    {
        var framer = new MessageFramer(100);
        Feed.Block(framer, "hola\n"u8);

        framer.EndInput();

        Assert.Empty(Feed.Drain(framer));
    }

    [Fact]
    public void An_empty_line_is_an_empty_message() =>
        Assert.Equal(
            [Frame.Message(""), Frame.Message("a"), Frame.Message("")],
            Feed.Block(new MessageFramer(10), "\na\n\r\n"u8));

    [Fact]
    public void Only_one_carriage_return_belongs_to_the_line_end() =>
        Assert.Equal([Frame.Message("a\rb\r")], Feed.Block(new MessageFramer(10), "a\rb\r\r\n"u8));

    // Splits by the definition, without looking at how the bytes come.
    private static IEnumerable<Frame> Expected(byte[] bytes, int maxBytes)
    {
        string[] lines = Encoding.Latin1.GetString(bytes).Split('\n');
        IEnumerable<string> messages = lines[^1].Length == 0 ? lines[..^1] : lines;
        return messages.Select(line => ExpectedOf(Encoding.Latin1.GetBytes(line.EndsWith('\r') ? line[..^1] : line), maxBytes));
    }

    private static Frame ExpectedOf(byte[] message, int maxBytes)
    {
        try
        {
            string text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(message);
            return message.Length > maxBytes ? Frame.TooLong : Frame.Message(text);
        }
        catch (DecoderFallbackException)
        {
            return message.Length > maxBytes ? Frame.TooLong : Frame.InvalidUtf8;
        }
    }
}
