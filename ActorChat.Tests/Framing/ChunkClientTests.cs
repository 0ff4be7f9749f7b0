using ActorChat.Server.Framing;

namespace ActorChat.Tests.Framing;

public sealed class ChunkClientTests
{
    private static Arbitrary<string[]> Sends =>
        Traffic.Text.Where(text => text.Length > 0).NonEmptyListOf().Select(texts => texts.ToArray()).ToArbitrary();

    [Fact]
    public void Every_send_is_a_message_and_only_the_first_needs_a_quiet_period() =>
        Prop.ForAll(Sends.Filter(sends => sends[0].EnumerateRunes().Count() > 1), sends =>
        {
            var framer = new LineDecoder(Traffic.MaxBytes);
            Assert.Empty(Feed.Block(framer, Encoding.UTF8.GetBytes(sends[0])));
            Assert.Equal((true, false), (framer.AwaitsQuietPeriod, framer.AwaitsNextKey));
            framer.EndQuietPeriod();
            var frames = Feed.Drain(framer);

            foreach (var text in sends[1..])
            {
                frames.AddRange(Feed.Block(framer, Encoding.UTF8.GetBytes(text)));
                Assert.False(framer.AwaitsQuietPeriod);
            }

            Assert.Equal(sends.Select(Frame.Message), frames);
            Assert.Equal(PeerKind.Chunk, framer.Kind);
            Assert.Equal(0, framer.BufferSize);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_first_send_that_arrives_in_fragments_is_one_message_after_the_quiet_period() =>
        Prop.ForAll(Sends, Traffic.Cuts.ToArbitrary(), (sends, cuts) =>
        {
            var framer = new LineDecoder(Traffic.MaxBytes);

            Assert.Equal([Frame.Message(sends[0])], Feed.InPieces(framer, Encoding.UTF8.GetBytes(sends[0]), cuts));
            Assert.Equal(PeerKind.Chunk, framer.Kind);
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(511, false)]
    [InlineData(512, true)]
    [InlineData(513, false)]
    [InlineData(1024, true)]
    [InlineData(1500, false)]
    [InlineData(4096, true)]
    public void A_send_that_the_transport_cut_into_full_blocks_is_one_message(int length, bool awaitsQuietPeriod)
    {
        var framer = Feed.ChunkClient(maxBytes: 8192);
        var send = Enumerable.Repeat((byte)'x', length).ToArray();
        List<Frame> frames = [];
        foreach (var block in send.Chunk(512))
        {
            Assert.Empty(frames);
            frames.AddRange(Feed.Block(framer, block));
        }

        Assert.Equal(awaitsQuietPeriod, framer.AwaitsQuietPeriod);
        framer.EndQuietPeriod();
        frames.AddRange(Feed.Drain(framer));

        Assert.Equal([Frame.Message(new string('x', length))], frames);
        Assert.False(framer.AwaitsQuietPeriod);
    }

    [Fact]
    public void A_newline_makes_the_peer_a_line_client_for_good()
    {
        var framer = Feed.ChunkClient(maxBytes: 100);

        Assert.Equal([Frame.Message("hola"), Frame.Message("qué")], Feed.Block(framer, "hola\nqué\ntal"u8));
        Assert.Equal(PeerKind.Line, framer.Kind);
        Assert.False(framer.AwaitsQuietPeriod);
        Assert.Equal([Frame.Message("tal")], Feed.Block(framer, "\n"u8));
        Assert.Empty(Feed.Block(framer, "sin fin"u8));
    }

    [Fact]
    public void A_carriage_return_within_a_chunk_makes_the_peer_a_line_client_just_as_a_newline_does()
    {
        var framer = Feed.ChunkClient(maxBytes: 100);

        Assert.Equal([Frame.Message("50%")], Feed.Block(framer, "50%\r100%"u8));
        Assert.Equal(PeerKind.Line, framer.Kind);
        Assert.False(framer.AwaitsQuietPeriod);
        Assert.Equal([Frame.Message("100%")], Feed.Block(framer, "\r"u8));
    }

    [Fact]
    public void A_peer_that_closes_without_a_word_has_sent_no_message()
    {
        var framer = new LineDecoder(100);

        framer.EndQuietPeriod();
        framer.EndInput();

        Assert.Empty(Feed.Drain(framer));
        Assert.Equal(PeerKind.Unknown, framer.Kind);
    }

    [Theory]
    [InlineData("ana")]
    [InlineData("ñandú")]
    [InlineData("漢字😀")]
    public void A_line_typed_at_a_client_that_sends_each_key_is_awaited_key_by_key(string typed)
    {
        var framer = new LineDecoder(100);
        foreach (var key in typed.EnumerateRunes())
        {
            Assert.Empty(Feed.Block(framer, Encoding.UTF8.GetBytes(key.ToString())));
            Assert.True(framer.AwaitsNextKey);
        }

        Assert.Equal([Frame.Message(typed)], Feed.Block(framer, "\r\n"u8));
        Assert.Equal((PeerKind.Line, false), (framer.Kind, framer.AwaitsNextKey));
    }

    [Fact]
    public void A_key_of_an_old_code_page_is_one_too()
    {
        var framer = new LineDecoder(100);

        Assert.Empty(Feed.Block(framer, [0xA4]));
        Assert.True(framer.AwaitsNextKey);
    }

    [Fact]
    public void Keys_that_the_network_has_gathered_behind_the_first_are_awaited_too()
    {
        var framer = new LineDecoder(100);
        Feed.Block(framer, "a"u8);
        Feed.Block(framer, "na"u8);

        Assert.True(framer.AwaitsNextKey);
        Assert.Equal([Frame.Message("ana")], Feed.Block(framer, "\r\n"u8));
    }

    [Fact]
    public void Who_was_too_slow_with_the_second_key_is_still_taken_for_somebody_who_types()
    {
        var framer = new LineDecoder(100);
        Feed.Block(framer, "a"u8);
        framer.EndQuietPeriod();
        Assert.Equal([Frame.Message("a")], Feed.Drain(framer));

        Assert.Empty(Feed.Block(framer, "n"u8));
        Assert.Empty(Feed.Block(framer, "a"u8));
        Assert.Equal([Frame.Message("na")], Feed.Block(framer, "\r\n"u8));
    }

    [Fact]
    public void A_chunk_client_with_a_nickname_of_one_letter_is_known_by_its_next_longer_message()
    {
        var framer = new LineDecoder(100);
        Feed.Block(framer, "a"u8);
        framer.EndQuietPeriod();
        Assert.Equal([Frame.Message("a")], Feed.Drain(framer));
        Assert.Equal(PeerKind.Chunk, framer.Kind);

        Assert.Equal([Frame.Message("hola")], Feed.Block(framer, "hola"u8));
        Assert.Equal([Frame.Message("s")], Feed.Block(framer, "s"u8));
    }

    [Fact]
    public void An_empty_block_ends_nothing()
    {
        var framer = Feed.ChunkClient(maxBytes: 1000);
        var full = Enumerable.Repeat((byte)'x', 512).ToArray();

        Assert.Empty(Feed.Block(framer, full));
        Assert.Empty(Feed.Block(framer, []));
        Assert.Equal([Frame.Message(new string('x', 512) + "y")], Feed.Block(framer, "y"u8));
    }

    [Fact]
    public void A_chunk_that_is_no_utf8_gives_one_error_and_the_next_one_is_read()
    {
        var framer = Feed.ChunkClient(maxBytes: 100);

        Assert.Equal([Frame.InvalidUtf8], Feed.Block(framer, [0xC3, 0x28]));
        Assert.Equal([Frame.Message("hola")], Feed.Block(framer, "hola"u8));
    }
}
