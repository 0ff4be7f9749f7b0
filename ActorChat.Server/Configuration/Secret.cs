namespace ActorChat.Server.Configuration;

/// <summary>Hides passwords from messages and from <c>--print-config</c>.</summary>
internal static class Secret
{
    private const string Hidden = "***";

    public static string Redact(string key, string value) => IsSecret(key) ? Hidden : value;

    /// <summary>Redacts a <c>KEY=VALUE</c>, even an invalid one.</summary>
    public static string RedactOption(string text) =>
        text.IndexOf('=', StringComparison.Ordinal) is >= 0 and var sign && IsSecret(text) ? text[..(sign + 1)] + Hidden : text;

    /// <summary>Whether the value of a key is secret. The path of a password file is not.</summary>
    public static bool IsSecret(string key) =>
        key.Replace("password-file", "", StringComparison.OrdinalIgnoreCase).Contains("password", StringComparison.OrdinalIgnoreCase);
}
