using ActorChat.Client.Resources;

namespace ActorChat.Tests.Client;

public class LocaleTests
{
    [Theory]
    [InlineData(true, "LANG", "en_GB.UTF-8")]
    [InlineData(true, "LANG", "en")]
    [InlineData(true, "LC_MESSAGES", "EN_us@euro")]
    [InlineData(true, "LC_ALL", "en.utf8")]
    [InlineData(false, "LANG", "es_MX.UTF-8")]
    [InlineData(false, "LANG", "C.UTF-8")]
    [InlineData(false, "LANG", "enm_GB")]
    [InlineData(false, "LANG", "")]
    public void An_English_locale_makes_the_client_speak_English_and_any_other_leaves_it_Spanish(bool isEnglish, string name, string value) =>
        Assert.Equal(isEnglish ? Texts.English : Texts.Spanish, Texts.FromLocale(variable => variable == name ? value : null));

    [Fact]
    public void The_variable_that_counts_most_wins() =>
        Assert.Equal(Texts.Spanish, Texts.FromLocale(variable => variable is "LC_ALL" ? "es_ES" : "en_GB"));
}
