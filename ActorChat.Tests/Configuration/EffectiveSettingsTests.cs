using ActorChat.Server.Configuration;
using ActorChat.Server.Configuration.Hocon;
using ActorChat.Server.Configuration.Sources;

namespace ActorChat.Tests.Configuration;

/// <summary>What <c>--print-config</c> prints.</summary>
public sealed class EffectiveSettingsTests : IDisposable
{
    private readonly SettingsFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Without_changes_it_is_the_documented_file() =>
        Assert.Equal(BuiltInSettings.Source.Text, EffectiveSettings.Render(Loading.Config()));

    [Fact]
    public void It_can_be_given_back_and_means_the_same()
    {
        var loaded = Loading.Loaded([], [
            "actorchat.language=en", "actorchat.chat.port=4000", "actorchat.storage.sqlite.path=C:\\a \"b\" #1.db", "akka.loggers=[]",
            "akka.io.tcp.register-timeout=11s", "akka={ x { \"/user/*\" { y = [1, { z = \"a b\" }], v = ${actorchat.chat.port} }, empty {} } }"]);
        var printed = EffectiveSettings.Render(loaded.Config);

        var again = Loading.Loaded([_folder.Write("printed.hocon", printed)], []);

        Assert.Equal(loaded.Settings, again.Settings);
        Assert.Equal(HoconWriter.Write(loaded.Config.Root), HoconWriter.Write(again.Config.Root));
        Assert.Equal(printed, EffectiveSettings.Render(again.Config));
        Assert.Equal("4000", again.Config.GetString("akka.x.\"/user/*\".v", null));
    }

    [Fact]
    public void Values_stand_in_the_place_of_the_defaults_under_their_comments() => Assert.Contains(
        "    # 0 lets the system pick a free port; the line printed at start tells which.\n    port = 4000\n",
        EffectiveSettings.Render(Loading.Config("actorchat.chat.port=4000")),
        StringComparison.Ordinal);

    [Fact]
    public void Secrets_are_not_in_it()
    {
        var printed = EffectiveSettings.Render(Loading.Config(
            "actorchat.storage.mysql.password=tr3s", "actorchat.storage.mysql.password-file=/run/secrets/mysql", "akka.ssl.password=tr3s", "akka.list=[{ password = tr3s }]"));

        Assert.DoesNotContain("tr3s", printed, StringComparison.Ordinal);
        Assert.Contains("      password = \"\"  # *** (set, and not shown)\n", printed, StringComparison.Ordinal);
        Assert.Contains("      password-file = \"/run/secrets/mysql\"\n", printed, StringComparison.Ordinal);
        Assert.NotNull(Loading.Loaded([_folder.Write("printed.hocon", printed)], []));
    }
}
