using ActorChat.Client.Resources;

namespace ActorChat.Tests.Client;

public class ExcerptTests
{
    [Fact]
    public void A_short_text_is_quoted_whole() => Assert.Equal("hola ñandú", Excerpt.Truncate("hola ñandú"));

    [Fact]
    public void A_long_text_is_cut_and_says_so() => Assert.Equal(new string('x', 60) + "…", Excerpt.Truncate(new string('x', 10_000_000)));

    [Fact]
    public void A_character_of_two_halves_is_not_cut_in_two() =>
        Assert.Equal(new string('x', 59) + "…", Excerpt.Truncate(new string('x', 59) + "😀 y más"));

    [Fact]
    public void Nothing_that_a_terminal_obeys_is_quoted() => Assert.Equal("a b rojo", Excerpt.Truncate("a\nb\t\u001B[31mrojo\r"));
}
