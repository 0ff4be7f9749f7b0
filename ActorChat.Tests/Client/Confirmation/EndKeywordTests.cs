using ActorChat.Client.Confirmation;

namespace ActorChat.Tests.Client.Confirmation;

public class EndKeywordTests
{
    [Theory]
    [InlineData("éxito")]
    [InlineData("ÉXITO")]
    [InlineData("Éxito")]
    [InlineData("exito")]
    [InlineData("EXITO")]
    [InlineData("eXiTo")]
    [InlineData("e\u0301xito")]
    [InlineData("E\u0301XITO")]
    [InlineData("  éxito\t")]
    [InlineData("\u00A0exito\r")]
    public void It_is_recognised_in_every_spelling(string line) => Assert.True(ConfirmationSession.IsEndKeyword(line));

    [Theory]
    [InlineData("")]
    [InlineData("éxitos")]
    [InlineData("¡éxito!")]
    [InlineData("un éxito")]
    [InlineData("éxito éxito")]
    [InlineData("èxito")]
    [InlineData("exíto")]
    [InlineData("ex ito")]
    public void Another_word_is_a_message(string line) => Assert.False(ConfirmationSession.IsEndKeyword(line));
}
