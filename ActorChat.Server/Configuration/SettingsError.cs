using ActorChat.Server.Resources;

namespace ActorChat.Server.Configuration;

/// <summary>Renders a mistake as one line without <c>[ERROR]</c>. Deferred, since the settings decide the language.</summary>
internal delegate string SettingsError(Texts texts);

/// <summary>Carries a mistake out of the checks. It never leaves <see cref="SettingsLoader"/>.</summary>
internal sealed class SettingsErrorException(SettingsError error, Exception? cause = null) : Exception("The settings are wrong.", cause)
{
    public SettingsError Error { get; } = error;
}
