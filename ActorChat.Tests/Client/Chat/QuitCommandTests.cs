using ActorChat.Client.Chat;
using Xunit;

namespace ActorChat.Tests.Client.Chat;

public class QuitCommandTests
{
    [Theory]
    [InlineData("/salir")]
    [InlineData("/quit")]
    [InlineData("/SALIR ")]
    [InlineData("/quit adiós a todos")]
    [InlineData(" /salir")]
    [InlineData("\u00A0\u200B/salir\u00A0ya")]
    [InlineData("\uFF0Fs\uFF41lir")]
    public void Both_names_of_the_command_are_known(string line) => Assert.True(QuitCommand.Matches(line));

    [Theory]
    [InlineData("")]
    [InlineData("salir")]
    [InlineData("//salir")]
    [InlineData(" //salir")]
    [InlineData("/salirse")]
    [InlineData("voy a /salir")]
    public void Other_lines_are_no_wish_to_leave(string line) => Assert.False(QuitCommand.Matches(line));
}
