using ActorChat.Client.Resources;

namespace ActorChat.Tests.Client;

public class LocaleTests
{
    [Theory]
    [InlineData("LANG", "en_GB.UTF-8")]
    [InlineData("LANG", "en")]
    [InlineData("LC_MESSAGES", "EN_us@euro")]
    [InlineData("LC_ALL", "en.utf8")]
    public void An_English_locale_makes_the_client_speak_English(string name, string value) =>
        Assert.Equal(Texts.English, Texts.FromLocale(variable => variable == name ? value : null));

    [Theory]
    [InlineData("LANG", "es_MX.UTF-8")]
    [InlineData("LANG", "C.UTF-8")]
    [InlineData("LANG", "enm_GB")]
    [InlineData("LANG", "")]
    public void Any_other_locale_leaves_it_Spanish(string name, string value) =>
        Assert.Equal(Texts.Spanish, Texts.FromLocale(variable => variable == name ? value : null));

    [Fact]
    public void The_variable_that_counts_most_wins() =>
        Assert.Equal(Texts.Spanish, Texts.FromLocale(variable => variable is "LC_ALL" ? "es_ES" : "en_GB"));
}
