using ActorChat.Server.Configuration.Hocon;
using Akka.Configuration;

namespace ActorChat.Server.Configuration;

/// <summary>The outcome of reading the settings.</summary>
internal abstract record SettingsResult
{
    private SettingsResult() { }

    /// <summary>The checked values, all settings for the actor system, and the operator's assignments, the weakest first.</summary>
    public sealed record Loaded(ServerSettings Settings, Config Config, IReadOnlyList<Setting> Given) : SettingsResult
    {
        /// <summary>Explains a failure of the actor runtime, with key and place when its message shows the value.</summary>
        public SettingsError Explain(string message) =>
            Given.LastOrDefault(setting => Shows(message, setting.Text)) is { } setting
                ? setting.Locate(texts => texts.RuntimeSettings(setting.Path, message))
                : texts => texts.RuntimeSettings("akka", message);

        // A short value occurs in many messages by chance, but seldom in quotes.
        private static bool Shows(string message, string? value) =>
            value is { Length: > 0 } && message.Contains(value.Length > 2 ? value : $"'{value}'", StringComparison.Ordinal);
    }

    /// <param name="Line">The first mistake, as a whole <c>[ERROR] …</c> line for standard error.</param>
    public sealed record Refused(string Line) : SettingsResult;
}
