using ActorChat.Server.Configuration;
using Config = Akka.Configuration.Config;

namespace ActorChat.Tests.Configuration;

/// <summary>Loads settings and expects them to be right, or wrong.</summary>
internal static class Loading
{
    /// <summary>The settings with some values set as by <c>--set</c>.</summary>
    public static ServerSettings Settings(params string[] sets) => Loaded([], sets).Settings;

    /// <summary>The same, as the actor system gets them.</summary>
    public static Config Config(params string[] sets) => Loaded([], sets).Config;

    /// <summary>The settings of all sources.</summary>
    public static SettingsResult.Loaded Loaded(string[] files, string[] sets, string? logLevel = null) =>
        SettingsLoader.Load(files, sets, logLevel) switch
        {
            SettingsResult.Loaded loaded => loaded,
            SettingsResult.Refused refused => throw new Xunit.Sdk.XunitException(refused.Line),
            var other => throw new ArgumentOutOfRangeException(nameof(files), other, "neither right nor wrong"),
        };

    /// <summary>The complaint about settings with some values set as by <c>--set</c>.</summary>
    public static string Refusal(params string[] sets) => Refusal([], sets);

    /// <summary>The complaint about the settings of all sources: always one line for standard error.</summary>
    public static string Refusal(string[] files, string[] sets, string? logLevel = null)
    {
        var line = Assert.IsType<SettingsResult.Refused>(SettingsLoader.Load(files, sets, logLevel)).Line;
        Assert.StartsWith("[ERROR] ", line, StringComparison.Ordinal);
        Assert.DoesNotContain(line, char.IsControl);
        return line;
    }
}
