using ActorChat.Client;
using ActorChat.Client.Consoles;
using ActorChat.Client.Input;
using ActorChat.Client.Resources;
using ActorChat.Client.Terminal;
using ActorChat.Client.Terminal.Painting;

namespace ActorChat.Tests.Client.Terminal;

public class TerminalConsoleTests
{
    private readonly FakeTerminal _terminal = new();
    private readonly TaskCompletionSource _interrupted = new();
    private readonly TerminalConsole _console;

    public TerminalConsoleTests()
    {
        _console = new TerminalConsole(
            _terminal, new Theme(ColorDepth.None), Texts.Spanish, TimeProvider.System, new KeptHistory(), () => _interrupted.TrySetResult());
        _console.Start();
    }

    [Fact]
    public async Task What_arrives_together_is_one_write_with_the_row_of_input()
    {
        await ChatAsync();
        _terminal.Press("hola");
        await _terminal.WaitForAsync("ana> hola");
        await _console.ShowAsync([Received("beto: uno"), Received("beto: dos"), Received("beto: tres")], CancellationToken.None);
        await _terminal.WaitForAsync("beto: tres");

        var writing = Assert.Single(_terminal.Writings, writing => writing.Contains("beto: ", StringComparison.Ordinal));
        Assert.Matches("(?s)beto: uno\r\n.*beto: dos\r\n.*beto: tres\r\n.*ana> hola", writing);
    }

    [Fact]
    public async Task Whoever_names_us_rings_the_bell()
    {
        await ChatAsync();
        await _console.ShowAsync([Received("beto: uno")], CancellationToken.None);
        await _terminal.WaitForAsync("beto: uno");
        await _console.ShowAsync([Received("beto: hola, Ana")], CancellationToken.None);
        await _terminal.WaitForAsync("beto: hola");

        var writing = Assert.Single(_terminal.Writings, writing => writing.Contains('\a', StringComparison.Ordinal));
        Assert.Contains("! beto: hola, Ana", writing, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Escape_alone_says_no_to_a_paste_and_the_arrow_that_begins_with_it_does_nothing_worse()
    {
        await ChatAsync();
        _terminal.Press("\u001B[200~uno\ndos\u001B[201~");
        await _terminal.WaitForAsync("¿Enviar 2 líneas?");
        _terminal.Press("\u001B");
        await _terminal.WaitForAsync(Texts.Spanish.PasteDropped);
        _terminal.Press("ab\u001B[Dc\r");

        Assert.Equal(new InputLine("acb"), await ReadAsync());
    }

    [Fact]
    public async Task A_paste_that_has_lost_its_end_comes_into_the_line_after_a_while()
    {
        await ChatAsync();
        _terminal.Press("\u001B[200~pegado");
        await _terminal.WaitForAsync(Texts.Spanish.PasteUnfinished);
        _terminal.Press("!\r");

        Assert.Equal(new InputLine("pegado!"), await ReadAsync());
    }

    [Fact]
    public async Task Ctrl_C_drops_a_paste_that_does_not_end_and_then_leaves()
    {
        await ChatAsync();
        _terminal.Press("\u001B[200~pegado\u0003");
        await _terminal.WaitForAsync(Texts.Spanish.PasteDropped);
        Assert.False(_interrupted.Task.IsCompleted);
        _terminal.Press("\u0003");

        await _interrupted.Task.WaitAsync(TestTimeout.Limit);
    }

    [Fact]
    public async Task Where_nothing_can_stop_it_Ctrl_Z_costs_nothing()
    {
        await ChatAsync();
        _terminal.Press("ho\u001Ala\r");

        Assert.Equal(new InputLine("hola"), await ReadAsync());
        Assert.Equal(["Enter", "Leave", "Suspend", "Enter"], _terminal.Life);
        _terminal.Press("x");
        await _terminal.WaitForAsync("ana> x");
    }

    [Fact]
    public async Task After_the_end_nothing_takes_the_terminal_over_again()
    {
        await _console.FinishAsync();
        _console.OnContinued();

        Assert.Equal(["Enter", "Leave"], _terminal.Life);
    }

    [Fact]
    public async Task A_terminal_that_cannot_be_written_ends_the_reading()
    {
        await ChatAsync();
        _terminal.Break();
        await _console.SayAsync("hola");

        var failure = await Assert.ThrowsAsync<ConsoleException>(ReadAsync);
        Assert.False(failure.IsInput);
        Assert.False(failure.IsReaderGone);
    }

    [Fact]
    public async Task Ctrl_C_interrupts_and_Ctrl_D_ends_the_input()
    {
        _terminal.Press("\u0003");
        await _interrupted.Task.WaitAsync(TestTimeout.Limit);
        _terminal.Press("\u0004");

        Assert.Null(await ReadAsync());
    }

    private static ConsoleEvent.Received Received(string line) => new(DateTimeOffset.UnixEpoch, ServerLineParser.Parse(line));

    private async Task ChatAsync()
    {
        await _console.SetPromptAsync(new PromptState.Chatting("ana"), CancellationToken.None);
        await _terminal.WaitForAsync("ana> ");
    }

    private Task<InputLine?> ReadAsync() => _console.ReadAsync(CancellationToken.None).AsTask().WaitAsync(TestTimeout.Limit);
}
