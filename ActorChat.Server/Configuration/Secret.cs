namespace ActorChat.Server.Configuration;

/// <summary>Which settings are nobody's business: no message and no <c>--print-config</c> shows their values.</summary>
internal static class Secret
{
    private const string Hidden = "***";

    /// <summary>What may be shown of a setting's value.</summary>
    public static string Redact(string key, string value) => IsSecret(key) ? Hidden : value;

    /// <summary>What may be shown of a <c>KEY=VALUE</c> that could not be understood.</summary>
    public static string RedactOption(string text) =>
        text.IndexOf('=', StringComparison.Ordinal) is >= 0 and var sign && IsSecret(text) ? text[..(sign + 1)] + Hidden : text;

    /// <summary>Whether a key has a secret. The path of a file with one is none.</summary>
    public static bool IsSecret(string key) =>
        key.Replace("password-file", "", StringComparison.OrdinalIgnoreCase).Contains("password", StringComparison.OrdinalIgnoreCase);
}
