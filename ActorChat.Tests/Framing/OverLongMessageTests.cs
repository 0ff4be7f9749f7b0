using ActorChat.Server.Framing;

namespace ActorChat.Tests.Framing;

public sealed class OverLongMessageTests
{
    [Theory]
    [InlineData("1234\n")]
    [InlineData("1234\r\n")]
    [InlineData("1234\r")]
    [InlineData("1234\r\0")]
    public void A_message_of_exactly_the_cap_is_read_and_its_line_end_is_not_counted(string line) =>
        Assert.Equal([Frame.Message("1234")], Feed.InAnyPieces(() => new LineDecoder(4), line));

    [Fact]
    public void The_error_comes_at_the_moment_the_cap_is_passed_and_only_once()
    {
        var framer = new LineDecoder(4);

        Assert.Empty(Feed.Block(framer, "1234"u8));
        Assert.Equal([Frame.TooLong], Feed.Block(framer, "5"u8));
        Assert.Equal(0, framer.BufferSize);
        Assert.Empty(Feed.Block(framer, "678901234567890"u8));
        Assert.Equal([Frame.Message("hola")], Feed.Block(framer, "end\nhola\n"u8));
    }

    [Fact]
    public void A_quiet_period_ends_the_skipping_for_a_peer_that_has_sent_no_newline()
    {
        var framer = new LineDecoder(4);
        Assert.Equal([Frame.TooLong], Feed.Block(framer, "12345"u8));
        Assert.True(framer.AwaitsQuietPeriod);

        framer.EndQuietPeriod();

        Assert.False(framer.AwaitsQuietPeriod);
        Assert.Equal(PeerKind.Chunk, framer.Kind);
        Assert.Equal([Frame.Message("hola")], Feed.Block(framer, "hola"u8));
    }

    [Fact]
    public void A_chunk_over_the_cap_gives_one_error_and_the_next_chunk_is_a_new_message()
    {
        var framer = Feed.ChunkClient(maxBytes: 600);

        Assert.Empty(Feed.Block(framer, new byte[512]));
        Assert.Equal([Frame.TooLong], Feed.Block(framer, new byte[512]));
        Assert.True(framer.AwaitsQuietPeriod);
        Assert.Empty(Feed.Block(framer, new byte[100]));
        Assert.False(framer.AwaitsQuietPeriod);
        Assert.Equal([Frame.Message("hola")], Feed.Block(framer, "hola"u8));
    }

    [Fact]
    public void For_a_line_client_only_the_newline_or_the_half_close_ends_the_skipping()
    {
        var framer = new LineDecoder(4);
        Assert.Equal([Frame.Message("ana"), Frame.TooLong], Feed.Block(framer, "ana\n12345"u8));

        Assert.False(framer.AwaitsQuietPeriod);
        framer.EndQuietPeriod();
        Assert.Empty(Feed.Block(framer, "678"u8));
        framer.EndInput();
        Assert.Empty(Feed.Drain(framer));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(512)]
    [InlineData(10_000_000)]
    public void A_line_of_10_MB_costs_no_more_memory_than_the_cap(int blockSize)
    {
        // So large that the memory which a collection, set off by any other test, takes from this thread's share (8 kB) is little beside it.
        const int Cap = 65_536;
        var line = Enumerable.Repeat((byte)'x', 10_000_000).ToArray();
        var framer = new LineDecoder(Cap);
        List<Frame> frames = new(capacity: 4);
        var largest = 0;
        var before = GC.GetAllocatedBytesForCurrentThread();

        for (var at = 0; at < line.Length; at += blockSize)
        {
            framer.Append(line.AsSpan(at, Math.Min(blockSize, line.Length - at)));
            largest = Math.Max(largest, framer.BufferSize);
            while (framer.TryRead(out var frame))
                frames.Add(frame);
        }

        Assert.InRange(largest, 0, Cap);

        // The buffer and the smaller ones it grew from.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 3 * Cap);
        Assert.Equal([Frame.TooLong], frames);
        Assert.Equal(0, framer.BufferSize);
    }

    [Fact]
    public void A_long_message_byte_by_byte_is_not_copied_over_and_over()
    {
        const int Length = 1_000_000;
        byte[] one = [(byte)'x'];
        var framer = new LineDecoder(Length);
        var before = GC.GetAllocatedBytesForCurrentThread();

        for (var i = 0; i < Length; i++)
            framer.Append(one);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, Length, 3 * Length);
        Assert.Equal(Length, framer.BufferSize);
        Assert.Equal([Frame.Message(new string('x', Length))], Feed.Block(framer, "\n"u8));
        Assert.Equal(0, framer.BufferSize);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(int.MaxValue)]
    public void A_cap_that_no_message_can_have_is_refused(int maxBytes) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new LineDecoder(maxBytes));
}
