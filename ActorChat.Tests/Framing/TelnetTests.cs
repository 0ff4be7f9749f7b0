using ActorChat.Server.Framing;

namespace ActorChat.Tests.Framing;

public sealed class TelnetTests
{
    private const byte Iac = 255, Sb = 250, Se = 240, Nop = 241, Ip = 244, AreYouThere = 246, EraseCharacter = 247, EraseLine = 248;
    private const byte Will = 251, Wont = 252, Do = 253, Dont = 254, TimingMark = 6;

    private static readonly byte[][] Sequences =
    [
        [Iac, Nop], [Iac, AreYouThere], [Iac, EraseCharacter], [Iac, EraseLine], [Iac, 236], [Iac, 242], [Iac, Se],
        [Iac, Will, 24], [Iac, Wont, 1], [Iac, Do, 3], [Iac, Dont, (byte)'\n'], [Iac, Will, Iac],
        [Iac, Ip, Iac, Do, TimingMark],
        [Iac, Sb, 24, 0, (byte)'x', (byte)'t', (byte)'e', (byte)'r', (byte)'m', Iac, Se],
        [Iac, Sb, 31, 0, 80, Iac, Iac, (byte)'\n', (byte)'\r', 0, 0xC3, Iac, Se],
        [Iac, Sb, Iac, Se],
        [Iac, Sb, 1, (byte)'a', Iac, Do, 1],
    ];

    private static Gen<(int At, byte[] Sequence)[]> Insertions =>
        Gen.Choose(0, 200).Zip(Gen.Elements(Sequences)).ListOf().Select(insertions => insertions.Select(i => (i.Item1, i.Item2)).ToArray());

    [Fact]
    public void Sequences_between_any_two_bytes_change_no_message_however_the_network_cuts_them() =>
        Prop.ForAll(Traffic.Lines.Select(Honest).ToArbitrary(), Insertions.ToArbitrary(), Traffic.Cuts.ToArbitrary(), (lines, insertions, cuts) =>
        {
            var bytes = Insert([.. lines.SelectMany(line => line.Bytes)], insertions);
            var framer = new LineDecoder(Traffic.MaxBytes);

            Assert.Equal(lines.Select(line => line.Frame), Feed.InPieces(framer, bytes, cuts));
            Assert.Equal(lines.Count > 0 ? PeerKind.Line : PeerKind.Unknown, framer.Kind);
            Assert.Equal(0, framer.BufferSize);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void Any_bytes_give_the_same_messages_and_answers_however_the_network_cuts_them()
    {
        byte[] alphabet = [Iac, Iac, Sb, Se, Will, Do, Dont, Nop, (byte)'a', (byte)'\r', (byte)'\n', 0, 0xC3, 0xA9];
        var anything = Gen.Elements(alphabet).ListOf().Select(bytes => bytes.ToArray());
        Prop.ForAll(anything.ToArbitrary(), Traffic.Cuts.ToArbitrary(), Gen.Choose(1, 6).ToArbitrary(), (bytes, cuts, maxBytes) =>
        {
            var whole = new LineDecoder(maxBytes);
            var cut = new LineDecoder(maxBytes);
            Assert.Equal(Feed.InPieces(whole, bytes, [int.MaxValue]), Feed.InPieces(cut, bytes, cuts));
            Assert.Equal(Answers(whole), Answers(cut));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }

    [Fact]
    public void Every_option_is_refused_each_time_it_is_offered_or_asked_for()
    {
        for (var option = 0; option <= byte.MaxValue; option++)
        {
            var framer = new LineDecoder(100);
            byte[] asked = [Iac, Will, (byte)option, Iac, Do, (byte)option, Iac, Do, (byte)option];

            Assert.Empty(Feed.InPieces(framer, asked, [1 + (option % 4)]));
            Assert.Equal([Iac, Dont, (byte)option, Iac, Wont, (byte)option, Iac, Wont, (byte)option], Answers(framer));
            Assert.Null(framer.TakeAnswers());
        }
    }

    [Fact]
    public void A_refusal_and_any_other_sequence_is_not_answered()
    {
        foreach (var sequence in Sequences.Where(sequence => !sequence.Contains(Will) && !sequence.Contains(Do)))
        {
            var framer = new LineDecoder(100);
            Assert.Empty(Feed.Block(framer, sequence));
            Assert.Null(framer.TakeAnswers());
        }
    }

    [Fact]
    public void What_a_telnet_client_sends_before_its_first_line_is_no_message_and_shows_no_chunk_client()
    {
        var framer = new LineDecoder(100);
        foreach (var part in Sequences.SelectMany(sequence => sequence))
        {
            Assert.Empty(Feed.Block(framer, [part]));
            Assert.False(framer.AwaitsQuietPeriod);
            framer.EndQuietPeriod();
            Assert.Empty(Feed.Drain(framer));
        }

        Assert.Equal(PeerKind.Unknown, framer.Kind);
        Assert.Equal([Frame.Message("ana")], Feed.Block(framer, "ana\r\n"u8));
        Assert.Equal(PeerKind.Line, framer.Kind);
    }

    [Fact]
    public void Ctrl_C_leaves_the_line_as_it_is_and_its_timing_mark_is_answered_so_that_the_client_shows_text_again()
    {
        var framer = new LineDecoder(100);

        Assert.Equal([Frame.Message("hola")], Feed.Block(framer, [.. "ho"u8, Iac, Ip, Iac, Do, TimingMark, .. "la\r\n"u8]));
        Assert.Equal([Iac, Wont, TimingMark], Answers(framer));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(10_000)]
    public void An_endless_subnegotiation_is_an_overlong_message_up_to_its_line_end(int blockSize)
    {
        var framer = new LineDecoder(100);
        byte[] bytes = [.. "a"u8, Iac, Sb, 24, .. Enumerable.Repeat((byte)'x', 1000), .. "\r\nhola\r\n"u8];

        Assert.Equal([Frame.TooLong, Frame.Message("hola")], Feed.InPieces(framer, bytes, [blockSize]));
        Assert.Equal(0, framer.BufferSize);
    }

    [Fact]
    public void A_subnegotiation_of_escaped_bytes_has_the_same_cap()
    {
        byte[] escaped = [.. Enumerable.Repeat(Iac, 2 * 100)];

        Assert.Equal([Frame.Message("a")], Feed.Block(new LineDecoder(100), [Iac, Sb, .. escaped, Iac, Se, .. "a\n"u8]));
        Assert.Equal([Frame.TooLong, Frame.Message("a")], Feed.Block(new LineDecoder(100), [Iac, Sb, .. escaped, Iac, Iac, Iac, Se, .. "b\na\n"u8]));
    }

    [Fact]
    public void A_subnegotiation_without_its_end_ends_where_the_next_sequence_begins()
    {
        var framer = new LineDecoder(100);

        Assert.Equal([Frame.Message("a")], Feed.Block(framer, [Iac, Sb, 24, 1, Iac, Do, 1, .. "a\n"u8]));
        Assert.Equal([Iac, Wont, 1], Answers(framer));
    }

    [Theory]
    [InlineData("h\u00ffla\n")]
    [InlineData("h\u00ff\u00ffla\n")]
    [InlineData("hola\u00ff\n")]
    [InlineData("hola\u00ff\r\n")]
    [InlineData("\u00ff")]
    public void A_byte_255_that_begins_no_sequence_is_no_UTF8(string latin1) =>
        Assert.Equal([Frame.InvalidUtf8], Feed.InAnyPieces(() => new LineDecoder(100), latin1));

    [Fact]
    public void A_chunk_that_ends_with_byte_255_is_no_UTF8_after_the_quiet_period_and_the_next_one_is_read()
    {
        var framer = Feed.ChunkClient(maxBytes: 100);

        Assert.Empty(Feed.Block(framer, [.. "hola"u8, Iac]));
        Assert.True(framer.AwaitsQuietPeriod);
        framer.EndQuietPeriod();

        Assert.Equal([Frame.InvalidUtf8], Feed.Drain(framer));
        Assert.Equal([Frame.Message("hola")], Feed.Block(framer, "hola"u8));
    }

    [Fact]
    public void Sequences_within_a_chunk_are_swallowed_and_a_chunk_of_them_alone_is_no_message()
    {
        var framer = Feed.ChunkClient(maxBytes: 100);

        Assert.Equal([Frame.Message("hola")], Feed.Block(framer, [Iac, Nop, .. "ho"u8, Iac, Will, 1, .. "la"u8, Iac, Nop]));
        Assert.Empty(Feed.Block(framer, [Iac, Do, 1]));
        Assert.False(framer.AwaitsQuietPeriod);
        Assert.Equal([Frame.Message("hola")], Feed.Block(framer, "hola"u8));
    }

    [Fact]
    public void A_chunk_cut_within_a_sequence_is_one_message()
    {
        var framer = Feed.ChunkClient(maxBytes: 100);

        Assert.Empty(Feed.Block(framer, [.. "ho"u8, Iac, Do]));
        Assert.True(framer.AwaitsQuietPeriod);
        Assert.Equal([Frame.Message("hola")], Feed.Block(framer, [1, .. "la"u8]));
    }

    private static byte[] Answers(LineDecoder framer) => framer.TakeAnswers() ?? [];

    // A line that holds a stray 255 means something else with a sequence behind it.
    private static List<(byte[] Bytes, Frame Frame)> Honest(List<(byte[] Bytes, Frame Frame)> lines) =>
        Traffic.Unambiguous([.. lines.Where(line => !line.Bytes.Contains(Iac))]);

    private static byte[] Insert(byte[] bytes, IEnumerable<(int At, byte[] Sequence)> insertions)
    {
        List<byte>[] before = [.. Enumerable.Range(0, bytes.Length + 1).Select(_ => new List<byte>())];
        foreach (var (at, sequence) in insertions)
            before[at % before.Length].AddRange(sequence);

        return [.. before.SelectMany((sequences, at) => at < bytes.Length ? sequences.Append(bytes[at]) : sequences)];
    }
}
