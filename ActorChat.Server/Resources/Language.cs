namespace ActorChat.Server.Resources;

/// <summary>A language of the server, for users and the operator.</summary>
internal enum Language
{
    Spanish,
    English,
}

/// <summary>Language codes, as in <c>actorchat.language</c>.</summary>
internal static class Languages
{
    /// <summary>The default first.</summary>
    public static IReadOnlyList<string> Codes { get; } = ["es", "en"];

    /// <summary>Accepts <c>es</c> and <c>en</c> in any case.</summary>
    public static bool TryParse(string? code, out Language language)
    {
        language = string.Equals(code, "en", StringComparison.OrdinalIgnoreCase) ? Language.English : Language.Spanish;
        return Codes.Contains(code, StringComparer.OrdinalIgnoreCase);
    }
}
