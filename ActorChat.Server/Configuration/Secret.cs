namespace ActorChat.Server.Configuration;

/// <summary>Which settings are nobody's business: their values stand in no complaint.</summary>
internal static class Secret
{
    private const string Hidden = "***";

    /// <summary>What a complaint may show of a setting's value.</summary>
    public static string Shown(string key, string value) => IsSecret(key) ? Hidden : value;

    /// <summary>What a complaint may show of a <c>KEY=VALUE</c> that could not be understood.</summary>
    public static string ShownOption(string text) =>
        IsSecret(text) && text.IndexOf('=', StringComparison.Ordinal) is >= 0 and var sign ? text[..(sign + 1)] + Hidden : text;

    private static bool IsSecret(string text) => text.Contains("password", StringComparison.OrdinalIgnoreCase);
}
