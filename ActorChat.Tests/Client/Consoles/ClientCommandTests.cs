using ActorChat.Client.Consoles;

namespace ActorChat.Tests.Client.Consoles;

public class ClientCommandTests
{
    [Theory]
    [InlineData("/salir")]
    [InlineData("/quit")]
    [InlineData("/SALIR ")]
    [InlineData("/quit adiós a todos")]
    [InlineData(" /salir")]
    [InlineData("\u00A0\u200B/salir\u00A0ya")]
    [InlineData("\uFF0Fs\uFF41lir")]
    public void Both_names_of_the_command_to_leave_are_known(string line) => Assert.Equal(ClientCommand.Quit, ClientCommands.Parse(line));

    [Theory]
    [InlineData("")]
    [InlineData("salir")]
    [InlineData("//salir")]
    [InlineData(" //salir")]
    [InlineData("/salirse")]
    [InlineData("voy a /salir")]
    public void Other_lines_are_no_wish_to_leave(string line) => Assert.Equal(ClientCommand.None, ClientCommands.Parse(line));
}
