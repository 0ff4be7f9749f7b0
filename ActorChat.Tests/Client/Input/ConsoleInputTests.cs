using ActorChat.Client;
using ActorChat.Client.Input;

namespace ActorChat.Tests.Client.Input;

public class ConsoleInputTests
{
    [Fact]
    public async Task More_lines_than_may_wait_all_come_in_order_and_then_the_end_again_and_again()
    {
        var expected = Enumerable.Range(0, 1000).Select(number => $"línea {number}").ToList();
        var input = Start(Encoding.UTF8.GetBytes(string.Join('\n', expected)));

        foreach (var text in expected)
            Assert.Equal(text, (await ReadAsync(input))?.Text);
        Assert.Null(await ReadAsync(input));
        Assert.Null(await ReadAsync(input));
    }

    [Fact]
    public async Task A_byte_order_mark_is_no_part_of_the_text_and_invalid_bytes_make_a_line_that_cannot_be_sent()
    {
        var input = Start([0xEF, 0xBB, 0xBF, (byte)'a', (byte)'\n', (byte)'b', 0xFF, (byte)'\n', (byte)'c']);

        Assert.Equal(new InputLine("a", Number: 1), await ReadAsync(input));
        Assert.Equal(new InputLine(null, Flaw: new InputFlaw.NotUtf8(), Number: 2), await ReadAsync(input));
        Assert.Equal(new InputLine("c", Number: 3), await ReadAsync(input));
    }

    [Fact]
    public async Task An_input_that_cannot_be_read_says_so()
    {
        var input = ConsoleInput.Start(new BrokenStream(), isTerminal: false);

        var failure = await Assert.ThrowsAsync<ConsoleException>(() => ReadAsync(input));
        Assert.True(failure.IsInput);
    }

    private static ConsoleInput Start(byte[] bytes) => ConsoleInput.Start(new MemoryStream(bytes), isTerminal: false);

    private static Task<InputLine?> ReadAsync(ConsoleInput input) =>
        input.ReadAsync(CancellationToken.None).AsTask().WaitAsync(TestTimeout.Limit);

    private sealed class BrokenStream : MemoryStream
    {
        public override int Read(Span<byte> buffer) => throw new IOException("broken");

        public override int Read(byte[] buffer, int offset, int count) => throw new IOException("broken");
    }
}
