using ActorChat.Client.Consoles;

namespace ActorChat.Tests.Client.Consoles;

public class ClientCommandTests
{
    [Theory]
    [InlineData(true, "/salir")]
    [InlineData(true, "/quit")]
    [InlineData(true, "/SALIR ")]
    [InlineData(true, "/quit adiós a todos")]
    [InlineData(true, " /salir")]
    [InlineData(true, "\u00A0\u200B/salir\u00A0ya")]
    [InlineData(true, "\uFF0Fs\uFF41lir")]
    [InlineData(false, "")]
    [InlineData(false, "salir")]
    [InlineData(false, "//salir")]
    [InlineData(false, " //salir")]
    [InlineData(false, "/salirse")]
    [InlineData(false, "voy a /salir")]
    public void Both_names_of_the_command_to_leave_are_known_and_other_lines_are_no_wish_to_leave(bool leaves, string line) =>
        Assert.Equal(leaves ? ClientCommand.Quit : ClientCommand.None, ClientCommands.Parse(line));
}
