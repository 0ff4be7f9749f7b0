using ActorChat.Server.Dialects.Lines;

namespace ActorChat.Tests.Dialects.Lines;

public sealed class LineEncoderTests
{
    [Fact]
    public void An_unterminated_text_does_not() => Assert.Equal("Nickname: "u8.ToArray(), LineEncoder.EncodeUnterminated("Nickname: "));

    [Fact]
    public void Any_string_is_encoded_with_a_sign_for_what_is_no_character() =>
        Prop.ForAll(AnyString.Arbitrary, text =>
        {
            Assert.Equal(Encoding.UTF8.GetBytes(text + "\n"), LineEncoder.Encode(text));
            Assert.Equal(LineEncoder.Encode("ñu: " + text), LineEncoder.EncodePosted("ñu", text));
        }).QuickCheckThrowOnFailure();
}
