using ActorChat.Client.Confirmation;

namespace ActorChat.Tests.Client.Confirmation;

public class EndKeywordTests
{
    [Theory]
    [InlineData(true, "éxito")]
    [InlineData(true, "ÉXITO")]
    [InlineData(true, "Éxito")]
    [InlineData(true, "exito")]
    [InlineData(true, "EXITO")]
    [InlineData(true, "eXiTo")]
    [InlineData(true, "e\u0301xito")]
    [InlineData(true, "E\u0301XITO")]
    [InlineData(true, "  éxito\t")]
    [InlineData(true, "\u00A0exito\r")]
    [InlineData(false, "")]
    [InlineData(false, "éxitos")]
    [InlineData(false, "¡éxito!")]
    [InlineData(false, "un éxito")]
    [InlineData(false, "éxito éxito")]
    [InlineData(false, "èxito")]
    [InlineData(false, "exíto")]
    [InlineData(false, "ex ito")]
    public void It_is_recognised_in_every_spelling_and_another_word_is_a_message(bool isEnd, string line) =>
        Assert.Equal(isEnd, ConfirmationSession.IsEndKeyword(line));
}
