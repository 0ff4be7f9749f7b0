namespace ActorChat.Server.Configuration;

/// <summary>Carries a mistake out of the checking of a text. It never leaves <see cref="SettingsLoader"/>.</summary>
internal sealed class SettingsErrorException(SettingsError error, Exception? cause = null) : Exception("The settings are wrong.", cause)
{
    /// <summary>The mistake.</summary>
    public SettingsError Error { get; } = error;
}
