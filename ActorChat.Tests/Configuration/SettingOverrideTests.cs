using ActorChat.Server.Configuration;

namespace ActorChat.Tests.Configuration;

/// <summary>What <c>--set KEY=VALUE</c> means.</summary>
public sealed class SettingOverrideTests
{
    [Theory]
    [InlineData("C:\\Users\\ana\\mensajes.db")]
    [InlineData("/home/ana/my messages #1 ${HOME}.db")]
    [InlineData("a = b, c: 'd' // e")]
    [InlineData("10 \"inches\" {of} [rope]")]
    [InlineData("año 😀")]
    public void A_value_is_plain_text(string value) =>
        Assert.Equal(value, Loading.Settings($"actorchat.storage.sqlite.path={value}").Storage.SqlitePath);

    [Fact]
    public void Every_argument_is_taken_or_refused_in_one_line() => Prop.ForAll(AnyString.Arbitrary, text =>
        SettingsLoader.Load([], [text], null) is SettingsResult.Refused { Line: var line } && !line.Any(char.IsControl)).QuickCheckThrowOnFailure();

    [Fact]
    public void A_value_that_begins_like_HOCON_is_HOCON()
    {
        Assert.Equal(["a", "b"], Loading.Config("akka.test=[a, b]").GetStringList("akka.test"));
        Assert.Equal(7, Loading.Settings("actorchat={ chat { port = 7 } }").Chat.Port);
        Assert.Equal("a b.db", Loading.Settings("actorchat.storage.sqlite.path=\"a b\".db").Storage.SqlitePath);
    }

    [Fact]
    public void Blanks_around_the_key_do_not_count() => Assert.Equal(7, Loading.Settings(" actorchat.chat.port =7").Chat.Port);

    [Fact]
    public void A_key_may_have_parts_in_quotes() =>
        Assert.Equal("1", Loading.Config("akka.\"/user/*=\".x=1").GetString("akka.\"/user/*=\".x", null));

    [Theory]
    [InlineData("")]
    [InlineData("=")]
    [InlineData("=1")]
    [InlineData("actorchat.chat.port")]
    [InlineData("actorchat..port=1")]
    [InlineData(".port=1")]
    [InlineData("actorchat.chat.port.=1")]
    [InlineData("actorchat.chat port=1")]
    [InlineData("actorchat.\"chat=1")]
    [InlineData("akka.loggers+=x")]
    [InlineData("actorchat.chat\n.port=1")]
    [InlineData("${x}=1")]
    public void What_is_no_key_with_a_value_is_refused_with_an_example(string text)
    {
        var complaint = Loading.Refusal(text);

        Assert.Contains("--set espera CLAVE=VALOR", complaint, StringComparison.Ordinal);
        Assert.Contains("--set actorchat.chat.port=1234", complaint, StringComparison.Ordinal);
    }
}
