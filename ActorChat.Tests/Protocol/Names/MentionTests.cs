namespace ActorChat.Tests.Protocol.Names;

public sealed class MentionTests
{
    [Theory]
    [InlineData("ana", "ana, ven")]
    [InlineData("ana", "¡ANA!")]
    [InlineData("ana", "con ana.")]
    [InlineData("ana", "ana- hola")]
    [InlineData("ana", "hola -ana-")]
    [InlineData("ana", "@ana")]
    [InlineData("ana", "anabel y ana")]
    [InlineData("ana", "¿y ana? ...ana...")]
    [InlineData("ana", "l'ana")]
    [InlineData("ana", "ａｎａ: ven")]
    [InlineData("ana-2", "ana-2, ven")]
    [InlineData("-ana", "ven, --ana")]
    [InlineData("j.r.", "ven, J.R.")]
    [InlineData("...", "hola ... hola")]
    [InlineData("jos\u00e9", "jose\u0301, ven")]
    [InlineData("jose\u0301", "JOS\u00c9, ven")]
    [InlineData("stra\u00dfe", "STRASSE, ven")]
    [InlineData("strasse", "stra\u1e9ee, ven")]
    [InlineData("iris", "\u0130ris, ven")]
    [InlineData("\u0130ris", "iris, ven")]
    [InlineData("ΝΊΚΟΣ", "νίκος")]
    [InlineData("語", "語!")]
    public void Somebody_is_called_by_any_spelling_of_the_nickname(string nickname, string said) => Assert.True(Mention.Calls(said, nickname));

    [Theory]
    [InlineData("ana", "ana-2, ven")]
    [InlineData("ana", "x-ana, ven")]
    [InlineData("ana", "dr.ana, ven")]
    [InlineData("ana", "ana_, ven")]
    [InlineData("ana", "mañana")]
    [InlineData("ana", "anabel")]
    [InlineData("ana", "aná, ven")]
    [InlineData("ana", "ana\u0301, ven")]
    [InlineData("ana", "аna, ven")]
    [InlineData("-ana", "ana, ven")]
    [InlineData("j.r.", "j.r, ven")]
    [InlineData("...", "hola .... hola")]
    [InlineData("jose", "jos\u00e9, ven")]
    [InlineData("jose", "jose\u0301, ven")]
    [InlineData("jos\u00e9", "jose, ven")]
    [InlineData("ısık", "isik")]
    [InlineData("ana", "")]
    [InlineData("", "hola")]
    [InlineData(null, "hola")]
    public void Nobody_is_called_by_another_nickname(string? nickname, string said) => Assert.False(Mention.Calls(said, nickname));

    [Fact]
    public void Any_message_can_be_looked_into() =>
        Prop.ForAll(AnyString.Arbitrary, AnyString.Arbitrary, (said, nickname) =>
        {
            _ = Mention.Calls(said, nickname);
            Assert.True(Mention.Calls($"{said} ana {said}", "Ana"));
        }).QuickCheckThrowOnFailure();
}
