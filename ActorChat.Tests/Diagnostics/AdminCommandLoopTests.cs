using ActorChat.Server.Diagnostics;

namespace ActorChat.Tests.Diagnostics;

public sealed class AdminCommandLoopTests
{
    [Theory]
    [InlineData("actores", nameof(AdminCommand.Actors))]
    [InlineData("  ACTORS  ", nameof(AdminCommand.Actors))]
    [InlineData("ocupados", nameof(AdminCommand.Busiest))]
    [InlineData("busiest", nameof(AdminCommand.Busiest))]
    [InlineData("conexiones", nameof(AdminCommand.Connections))]
    [InlineData("connections", nameof(AdminCommand.Connections))]
    [InlineData("ayuda", nameof(AdminCommand.Help))]
    [InlineData("help", nameof(AdminCommand.Help))]
    [InlineData("?", nameof(AdminCommand.Help))]
    [InlineData("", nameof(AdminCommand.Nothing))]
    [InlineData(" \t", nameof(AdminCommand.Nothing))]
    [InlineData("/ayuda orden", nameof(AdminCommand.Help))]
    [InlineData("//vetos", nameof(AdminCommand.Unknown))]
    [InlineData("salir", nameof(AdminCommand.Unknown))]
    public void A_line_is_a_command(string line, string expected) => Assert.Equal(expected, AdminCommand.Parse(line).GetType().Name);

    [Fact]
    public void Connections_can_be_picked_by_a_text() =>
        Assert.Equal(new AdminCommand.Connections("ana b"), AdminCommand.Parse("conexiones  ana b "));

    [Theory]
    [InlineData("vetar juegos beto 2h por pesado", "juegos", ModerationKind.Ban, false, "beto", "2h por pesado")]
    [InlineData("BAN Juegos beto", "Juegos", ModerationKind.Ban, false, "beto", "")]
    [InlineData("vetar servidor 10.0.0.0/8", "", ModerationKind.Ban, true, "10.0.0.0/8", "")]
    [InlineData("lento juegos 5", "juegos", ModerationKind.Slow, false, "", "5")]
    [InlineData("vetos juegos", "juegos", ModerationKind.ListBans, false, "", "")]
    [InlineData("avisar a dormir", "", ModerationKind.Announce, true, "", "a dormir")]
    [InlineData(" /vetar juegos beto", "juegos", ModerationKind.Ban, false, "beto", "")]
    [InlineData("lento", "", ModerationKind.Slow, false, "", "")]
    internal void An_order_names_its_room_before_the_rest(string line, string room, ModerationKind kind, bool isForServer, string subject, string text) =>
        Assert.Equal(new AdminCommand.Order(room, new ChatCommand.Order(kind, isForServer, subject, text)), AdminCommand.Parse(line));

    [Fact]
    public void A_line_of_controls_is_a_command_too() => Assert.Equal(new AdminCommand.Unknown("\0\e[2J"), AdminCommand.Parse("\0\e[2J"));

    [Fact]
    public async Task Each_line_gets_its_answer_in_one_write_and_the_end_of_the_input_ends_it()
    {
        var output = new RecordingWriter();
        var line = new AdminCommandLoop(
            ["actores", "", "ayuda"],
            output,
            command => Task.FromResult<IReadOnlyList<string>>(command is AdminCommand.Nothing ? [] : [command.ToString(), "."]));
        line.Start();
        await line.Ended.WaitAsync(TestTimeout.Limit);
        Assert.Equal([$"Actors {{ }}{Environment.NewLine}.{Environment.NewLine}", $"Help {{ }}{Environment.NewLine}.{Environment.NewLine}"], output.Writes);
    }

    [Fact]
    public async Task An_answer_cannot_steer_the_terminal()
    {
        var output = new RecordingWriter();
        var line = new AdminCommandLoop(["actores"], output, _ => Task.FromResult<IReadOnlyList<string>>(["\e[2J\u202Eana"]));
        line.Start();
        await line.Ended.WaitAsync(TestTimeout.Limit);
        Assert.Equal([$"\\u001b[2J\\u202eana{Environment.NewLine}"], output.Writes);
    }

    private sealed class RecordingWriter : StringWriter
    {
        public List<string?> Writes { get; } = [];

        public override void Write(string? value) => Writes.Add(value);
    }
}
