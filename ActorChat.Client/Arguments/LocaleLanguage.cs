using ActorChat.Client.Resources;

namespace ActorChat.Client.Arguments;

/// <summary>The language that the environment asks for: English where the locale is English, else Spanish.</summary>
internal static class LocaleLanguage
{
    // In the order in which POSIX has them looked at.
    private static readonly string[] Variables = ["LC_ALL", "LC_MESSAGES", "LANG"];

    /// <summary>The texts in that language.</summary>
    /// <param name="variable">Reads a variable of the environment.</param>
    public static Texts Of(Func<string, string?> variable)
    {
        var locale = Variables.Select(variable).FirstOrDefault(value => !string.IsNullOrEmpty(value)) ?? "";
        return locale.Split('_', '.', '@')[0].Equals("en", StringComparison.OrdinalIgnoreCase) ? Texts.English : Texts.Spanish;
    }
}
