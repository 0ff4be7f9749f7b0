using Akka.Configuration;

namespace ActorChat.Server.Configuration;

/// <summary>What became of reading the settings: a user's mistake is one of the outcomes.</summary>
internal abstract record SettingsResult
{
    private SettingsResult()
    {
    }

    /// <summary>The settings are right.</summary>
    /// <param name="Settings">What stands under <c>actorchat</c>, checked.</param>
    /// <param name="Config">All settings, <c>akka</c> too, for the actor system.</param>
    public sealed record Loaded(ServerSettings Settings, Config Config) : SettingsResult;

    /// <summary>The settings are wrong.</summary>
    /// <param name="Line">The first mistake, as a whole <c>[ERROR] …</c> line for standard error, in the language asked for.</param>
    public sealed record Refused(string Line) : SettingsResult;
}
