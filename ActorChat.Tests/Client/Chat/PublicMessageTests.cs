using ActorChat.Client.Chat;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace ActorChat.Tests.Client.Chat;

public class PublicMessageTests
{
    [Theory]
    [InlineData("hola", "hola")]
    [InlineData(" /salir", null)]
    [InlineData(" //salir", " /salir")]
    [InlineData("\u3000\uFF03beto hola", null)]
    [InlineData("\uFE5Fbeto hola", null)]
    [InlineData("\uFF03#beto", "#beto")]
    [InlineData("  hola", "  hola")]
    [InlineData("\u200B \u2800", null)]
    [InlineData("//salir", "/salir")]
    [InlineData("##beto", "#beto")]
    [InlineData("/salir", null)]
    [InlineData("#beto hola", null)]
    [InlineData("   ", null)]
    public void What_others_read_of_a_line(string line, string? message) => Assert.Equal(message, PublicMessage.TextOf(line));

    [Theory]
    [InlineData("hola", "hola")]
    [InlineData("", "")]
    [InlineData("/salir", "//salir")]
    [InlineData("//salir", "///salir")]
    [InlineData("#beto hola", "##beto hola")]
    [InlineData("a/b", "a/b")]
    [InlineData(" /salir", " //salir")]
    [InlineData("\u00A0\uFF03beto hola", "\u00A0\uFF03\uFF03beto hola")]
    [InlineData("\u200B/salir", "\u200B//salir")]
    [InlineData("\uFEFF\u3164#beto", "\uFEFF\u3164##beto")]
    [InlineData("\u0301\U000E0001/salir", "\u0301\U000E0001//salir")]
    public void A_line_that_says_it_begins_with_no_command_that_the_server_could_see(string message, string line) =>
        Assert.Equal(line, PublicMessage.Line(message));

    [Fact]
    public void Others_read_what_was_to_be_said() =>
        Prop.ForAll(Gen.Elements("/", "#", "\uFF03", "\uFF0F", "a", " ", "\u3000", "\u200B", "ñ").ArrayOf().Select(string.Concat).ToArbitrary(), message =>
                PublicMessage.TextOf(PublicMessage.Line(message)) == (message.All(character => char.IsWhiteSpace(character) || character is '\u200B') ? null : message))
            .QuickCheckThrowOnFailure();
}
