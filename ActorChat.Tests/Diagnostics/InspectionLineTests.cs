using ActorChat.Server.Diagnostics;
using Xunit;

namespace ActorChat.Tests.Diagnostics;

public sealed class InspectionLineTests
{
    [Theory]
    [InlineData("actores", nameof(InspectionCommand.Actors))]
    [InlineData("  ACTORS  ", nameof(InspectionCommand.Actors))]
    [InlineData("ocupados", nameof(InspectionCommand.Busiest))]
    [InlineData("busiest", nameof(InspectionCommand.Busiest))]
    [InlineData("conexiones", nameof(InspectionCommand.Connections))]
    [InlineData("connections", nameof(InspectionCommand.Connections))]
    [InlineData("ayuda", nameof(InspectionCommand.Help))]
    [InlineData("help", nameof(InspectionCommand.Help))]
    [InlineData("?", nameof(InspectionCommand.Help))]
    [InlineData("", nameof(InspectionCommand.Nothing))]
    [InlineData(" \t", nameof(InspectionCommand.Nothing))]
    [InlineData("salir", nameof(InspectionCommand.Unknown))]
    public void A_line_is_a_command(string line, string expected) => Assert.Equal(expected, InspectionCommand.Parse(line).GetType().Name);

    [Fact]
    public void Connections_can_be_picked_by_a_text() =>
        Assert.Equal(new InspectionCommand.Connections("ana b"), InspectionCommand.Parse("conexiones  ana b "));

    [Fact]
    public void A_line_of_controls_is_a_command_too() => Assert.Equal(new InspectionCommand.Unknown("\0\e[2J"), InspectionCommand.Parse("\0\e[2J"));

    [Fact]
    public async Task Each_line_gets_its_answer_in_one_write_and_the_end_of_the_input_ends_it()
    {
        var output = new RecordingWriter();
        var line = new InspectionLine(
            ["actores", "", "ayuda"],
            output,
            command => Task.FromResult<IReadOnlyList<string>>(command is InspectionCommand.Nothing ? [] : [command.ToString(), "."]));
        line.Start();
        await line.Ended.WaitAsync(Client.Support.Patience.Limit);
        Assert.Equal([$"Actors {{ }}{Environment.NewLine}.{Environment.NewLine}", $"Help {{ }}{Environment.NewLine}.{Environment.NewLine}"], output.Writes);
    }

    [Fact]
    public async Task An_answer_cannot_steer_the_terminal()
    {
        var output = new RecordingWriter();
        var line = new InspectionLine(["actores"], output, _ => Task.FromResult<IReadOnlyList<string>>(["\e[2J\u202Eana"]));
        line.Start();
        await line.Ended.WaitAsync(Client.Support.Patience.Limit);
        Assert.Equal([$"\\u001b[2J\\u202eana{Environment.NewLine}"], output.Writes);
    }

    private sealed class RecordingWriter : StringWriter
    {
        public List<string?> Writes { get; } = [];

        public override void Write(string? value) => Writes.Add(value);
    }
}
