using ActorChat.Client.Chat;

namespace ActorChat.Tests.Client.Chat;

public class OutboxTests
{
    private readonly Outbox _outbox = new(TimeProvider.System);

    [Fact]
    public void Public_messages_wait_and_commands_are_not_named()
    {
        Send("uno", "/hora", "#beto a ti", "//dos", "  ");

        Assert.Equal(["uno", "/dos"], _outbox.Since(TimeSpan.MaxValue));
        Assert.Empty(_outbox.Since(TimeSpan.Zero));
    }

    [Theory]
    [InlineData("#beto a ti", "[privado a beto] a ti")]
    [InlineData("/listar", "Usuarios conectados (1): ana")]
    [InlineData("/LIST ahora", "Connected users (1): ana")]
    public void The_answer_to_a_later_line_is_one_to_all_before_it_and_none_to_those_after(string line, string answer)
    {
        Send("uno", "dos", line, "tres");
        Receive("beto: hola", answer);

        Assert.Equal(["tres"], _outbox.Since(TimeSpan.MaxValue));
    }

    [Fact]
    public void An_answer_to_nothing_that_was_sent_says_nothing()
    {
        Send("uno");
        Receive("[privado a beto] hola", "Usuarios conectados (1): ana");

        Assert.Equal(["uno"], _outbox.Since(TimeSpan.MaxValue));
    }

    [Fact]
    public void Of_very_many_only_the_last_are_kept()
    {
        Send([.. Enumerable.Range(1, 100).Select(number => $"mensaje {number}")]);

        Assert.Equal("mensaje 81", _outbox.Since(TimeSpan.MaxValue)[0]);
    }

    private void Send(params string[] lines) => Array.ForEach(lines, line => _outbox.Sent(ChatCommandParser.Parse(line)));

    private void Receive(params string[] lines) => _outbox.Observe(lines.Select(ServerLineParser.Parse));
}
