using ActorChat.Server.Chat;
using ActorChat.Server.Resources;
using Xunit;

namespace ActorChat.Tests.Chat;

public sealed class ReservedNicknamesTests
{
    [Theory]
    [InlineData("Error", true)]
    [InlineData("ERROR", true)]
    [InlineData("nickname", true)]
    [InlineData("Errores", false)]
    [InlineData("ana", false)]
    public void They_are_reserved_in_any_spelling(string text, bool isReserved)
    {
        Assert.True(Nickname.TryParse(text, out var nickname));
        Assert.Equal(isReserved, ReservedNicknames.Contains(nickname));
    }

    [Fact]
    public void No_user_can_have_a_name_that_makes_messages_look_like_lines_of_the_server() => Assert.All(
        new[] { Language.Spanish, Language.English }.Select(Texts.For).SelectMany(LinesToUsers),
        line => Assert.True(
            !Nickname.TryParse(line.Split(": ")[0], out var nickname) || ReservedNicknames.Contains(nickname), line));

    // Those that begin with a word and a colon, now or perhaps one day.
    private static IEnumerable<string> LinesToUsers(Texts texts) =>
    [
        texts.NicknamePrompt, texts.InvalidUtf8, texts.MessageNotStored, texts.MessageTooLong(1), texts.CommandFailed, texts.ConnectionFailed,
        texts.NicknameRule, texts.PrivateUsage, texts.UnknownCommand("/x"), texts.ConnectedUsers(1, "ana"), texts.ServerTime(default), texts.MessageReceived(default),
    ];
}
