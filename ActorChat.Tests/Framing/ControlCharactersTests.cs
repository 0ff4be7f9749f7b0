using ActorChat.Server.Framing;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace ActorChat.Tests.Framing;

public sealed class ControlCharactersTests
{
    [Theory]
    [InlineData("\u001b[31mrojo\u001b[0m", "[31mrojo[0m")]
    [InlineData("a\0b\u0007c\u007fd\u0080e\u009bf\tg\r", "abcdefg")]
    [InlineData("\0", "")]
    public void Terminal_controls_are_removed_and_the_rest_is_kept(string text, string kept) =>
        Assert.Equal(kept, ControlCharacters.Remove(text));

    [Theory]
    [InlineData("")]
    [InlineData("¡Hola, señorita! 😀 e\u0301 क्षि")]
    [InlineData("\u00a0\u00ad\u200d\u2028")]
    public void A_text_without_controls_is_given_back_itself(string text) => Assert.Same(text, ControlCharacters.Remove(text));

    [Fact]
    public void Of_any_string_exactly_the_controls_go() =>
        Prop.ForAll(AnyString.Arbitrary, text =>
            Assert.Equal(string.Concat(text.Where(character => !char.IsControl(character))), ControlCharacters.Remove(text)))
            .QuickCheckThrowOnFailure();
}
