using ActorChat.Server.Configuration;
using Akka.Configuration;
using Xunit;

namespace ActorChat.Tests.Configuration;

/// <summary>Loads settings for tests, from files of a temporary folder and from what <c>--set</c> would give.</summary>
internal static class Loading
{
    public static ServerSettings Settings(params string[] sets) => Loaded([], sets).Settings;

    public static Config Config(params string[] sets) => Loaded([], sets).Config;

    public static string Refusal(params string[] sets) => Refused([], sets);

    public static SettingsResult.Loaded Loaded(string[] files, string[] sets, string? logLevel = null) =>
        SettingsLoader.Load(files, sets, logLevel) switch
        {
            SettingsResult.Loaded loaded => loaded,
            SettingsResult.Refused refused => throw new Xunit.Sdk.XunitException(refused.Line),
            _ => throw new InvalidOperationException(),
        };

    public static string Refused(string[] files, string[] sets, string? logLevel = null)
    {
        var line = Assert.IsType<SettingsResult.Refused>(SettingsLoader.Load(files, sets, logLevel)).Line;
        Assert.StartsWith("[ERROR] ", line, StringComparison.Ordinal);
        Assert.DoesNotContain(line, char.IsControl);
        return line;
    }
}
