using ActorChat.Server.Configuration;
using ActorChat.Tests.Architecture;

namespace ActorChat.Tests.Configuration;

/// <summary>Which of several sources of settings counts.</summary>
public sealed class PrecedenceTests : IDisposable
{
    private static readonly string[] DebugKeys = ["receive", "autoreceive", "lifecycle", "unhandled", "event-stream"];

    private readonly SettingsFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_file_changes_only_what_it_names()
    {
        var file = _folder.Write("a.hocon", "actorchat.chat.port = 4000");

        var settings = Loading.Loaded([file], []).Settings;

        Assert.Equal(Loading.Settings() with { Chat = new PortSettings(true, ["127.0.0.1"], 4000) }, settings);
    }

    [Fact]
    public void A_later_file_wins_over_an_earlier_one()
    {
        var first = _folder.Write("1.hocon", "actorchat { chat.port = 4001, confirmation.port = 5001 }");
        var second = _folder.Write("2.hocon", "actorchat { chat { port = 4002 } }");

        var settings = Loading.Loaded([first, second], []).Settings;

        Assert.Equal((4002, 5001), (settings.Chat.Port, settings.Confirmation.Port));
    }

    [Fact]
    public void Set_wins_over_files_and_the_last_set_over_the_others()
    {
        var file = _folder.Write("a.hocon", "actorchat.chat.port = 4000");

        Assert.Equal(4002, Loading.Loaded([file], ["actorchat.chat.port=4001", "actorchat.chat.port=4002"]).Settings.Chat.Port);
    }

    [Fact]
    public void The_log_level_of_the_command_line_wins_over_everything()
    {
        var file = _folder.Write("a.hocon", "akka.loglevel = WARNING");

        Assert.Equal("WARNING", Level(Loading.Loaded([file], [])));
        Assert.Equal("ERROR", Level(Loading.Loaded([file], ["akka.loglevel=ERROR"])));
        Assert.Equal("DEBUG", Level(Loading.Loaded([file], ["akka.loglevel=ERROR"], "debug")));
    }

    [Fact]
    public void A_file_may_stand_in_braces_as_JSON_does_and_others_still_follow_it()
    {
        var json = _folder.Write("a.json", "\uFEFF// { made by a program\n{ \"actorchat\": { \"chat\": { \"port\": 4000, \"host\": \"}\" } } } # }\n");
        var other = _folder.Write("b.hocon", "actorchat.chat.host = localhost");

        Assert.Equal(new PortSettings(true, ["localhost"], 4000), Loading.Loaded([json, other], []).Settings.Chat);
    }

    [Fact]
    public void A_substitution_sees_the_sources_before_its_own_with_their_final_values()
    {
        var first = _folder.Write("1.hocon", "actorchat.confirmation.host = ${actorchat.chat.host}\nmine.port = 4000");
        var second = _folder.Write("2.hocon", "actorchat.chat { host = localhost, port = ${mine.port} }");

        var settings = Loading.Loaded([first, second], []).Settings;

        Assert.Equal(new PortSettings(true, ["localhost"], 4000), settings.Chat);
        Assert.Equal("localhost", settings.Confirmation.Hosts.Single());
    }

    [Fact]
    public void The_file_for_debugging_can_be_loaded()
    {
        var debug = Path.Combine(RepositoryRoot.Path, "hocon", "debug.hocon");

        var config = Loading.Loaded([debug], []).Config;

        Assert.Equal("DEBUG", config.GetString("akka.loglevel", null));
        Assert.All(DebugKeys, key => Assert.True(config.GetBoolean($"akka.actor.debug.{key}")));
    }

    private static string Level(SettingsResult.Loaded loaded) => loaded.Config.GetString("akka.loglevel", "");
}
