using ActorChat.Client;
using ActorChat.Client.Output;
using Microsoft.Extensions.Time.Testing;

namespace ActorChat.Tests.Client.Output;

public sealed class ConsoleOutputTests : IDisposable
{
    private readonly MemoryStream _data = new();
    private readonly MemoryStream _diagnostics = new();

    private string Data => Encoding.UTF8.GetString(_data.ToArray());

    private string Diagnostics => Encoding.UTF8.GetString(_diagnostics.ToArray());

    [Fact]
    public async Task On_a_terminal_an_error_has_a_line_of_its_own()
    {
        using var output = new ConsoleOutput(_data, _diagnostics, isTerminal: true, diagnosticsIsTerminal: true);
        await output.WriteAsync("Nickname: ", CancellationToken.None);
        await output.ReportAsync("adiós");
        await output.EndLineAsync();

        Assert.Equal("Nickname: \n", Data);
        Assert.Equal("[ERROR] adiós\n", Diagnostics);
    }

    [Fact]
    public async Task On_a_terminal_no_line_is_ended_after_the_Enter_of_the_user()
    {
        using var output = new ConsoleOutput(_data, _diagnostics, isTerminal: true, diagnosticsIsTerminal: true);
        await output.PromptAsync("> ", CancellationToken.None);
        output.LineWasTyped();
        await output.EndLineAsync();

        Assert.Equal("> ", Data);
    }

    [Fact]
    public async Task Collected_data_hold_no_prompt_which_goes_where_a_person_looks()
    {
        using var output = new ConsoleOutput(_data, _diagnostics, isTerminal: false, diagnosticsIsTerminal: true);
        await output.PromptAsync("> ", CancellationToken.None);
        await output.WriteAsync("recibido\n", CancellationToken.None);
        await output.EndLineAsync();

        Assert.Equal("recibido\n", Data);
        Assert.Equal("> \n", Diagnostics);
    }

    [Fact]
    public async Task Without_a_terminal_nothing_is_added_to_what_is_written()
    {
        using var output = new ConsoleOutput(_data, _diagnostics, isTerminal: false, diagnosticsIsTerminal: false);
        await output.PromptAsync("> ", CancellationToken.None);
        await output.WriteAsync("Nickname: ", CancellationToken.None);
        await output.EndLineAsync();

        Assert.Equal("Nickname: ", Data);
        Assert.Equal("", Diagnostics);
    }

    [Fact]
    public async Task An_output_that_cannot_be_written_says_so()
    {
        using var output = new ConsoleOutput(new FullStream(), _diagnostics, isTerminal: false, diagnosticsIsTerminal: false);

        var failure = await Assert.ThrowsAsync<ConsoleException>(() => output.WriteAsync("hola", CancellationToken.None));
        Assert.False(failure.IsInput);
    }

    [Fact]
    public async Task Words_that_nobody_reads_keep_nobody()
    {
        var clock = new FakeTimeProvider();
        using var stuck = new StuckStream();
        using var output = new ConsoleOutput(_data, stuck, isTerminal: false, diagnosticsIsTerminal: false, clock: clock);
        var report = output.ReportAsync("uno");
        Assert.False(report.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(2));
        await report.WaitAsync(TestTimeout.Limit);

        await output.SayAsync("dos").WaitAsync(TestTimeout.Limit);
        await output.WriteAsync("hola", CancellationToken.None);
        Assert.Equal("hola", Data);
        Assert.Equal(1, stuck.Writes);
    }

    public void Dispose()
    {
        _data.Dispose();
        _diagnostics.Dispose();
    }

    private sealed class StuckStream : MemoryStream
    {
        private readonly TaskCompletionSource _never = new();

        public int Writes { get; private set; }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Writes++;
            return new ValueTask(_never.Task);
        }
    }

    private sealed class FullStream : MemoryStream
    {
        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
            throw new IOException("full");
    }
}
