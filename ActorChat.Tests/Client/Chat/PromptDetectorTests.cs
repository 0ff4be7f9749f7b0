using ActorChat.Client.Chat;
using Xunit;

namespace ActorChat.Tests.Client.Chat;

public class PromptDetectorTests
{
    [Fact]
    public void Text_that_stops_at_a_colon_and_a_space_is_a_prompt() => Assert.True(new PromptDetector().Observe("Bienvenido\nNickname: "));

    [Fact]
    public void A_prompt_may_arrive_in_pieces()
    {
        var prompts = new PromptDetector();

        Assert.False(prompts.Observe("Nick"));
        Assert.False(prompts.Observe("name:"));
        Assert.True(prompts.Observe(" "));
    }

    [Theory]
    [InlineData("Nickname:")]
    [InlineData("Nickname: \n")]
    [InlineData("ana: hola")]
    [InlineData("")]
    public void Other_text_is_none(string text) => Assert.False(new PromptDetector().Observe(text));
}
