using ActorChat.Server.Configuration.Checking;
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
    /// <param name="Given">What the operator gave, the weakest first.</param>
    public sealed record Loaded(ServerSettings Settings, Config Config, IReadOnlyList<Setting> Given) : SettingsResult
    {
        /// <summary>What to say when the actor runtime cannot use a setting, with the key and its place where the message shows the value.</summary>
        public SettingsError Explain(string message) =>
            Given.LastOrDefault(setting => Shows(message, setting.Text)) is { } setting
                ? setting.Locate(texts => texts.RuntimeSettings(setting.Path, message))
                : texts => texts.RuntimeSettings("akka", message);

        // A short text is in many a message, but seldom in quotes.
        private static bool Shows(string message, string? value) =>
            value is { Length: > 0 } && message.Contains(value.Length > 2 ? value : $"'{value}'", StringComparison.Ordinal);
    }

    /// <summary>The settings are wrong.</summary>
    /// <param name="Line">The first mistake, as a whole <c>[ERROR] …</c> line for standard error, in the language asked for.</param>
    public sealed record Refused(string Line) : SettingsResult;
}
