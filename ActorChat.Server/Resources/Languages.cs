namespace ActorChat.Server.Resources;

/// <summary>The languages by their codes, as <c>actorchat.language</c> names them.</summary>
internal static class Languages
{
    /// <summary>The codes of all languages, the default first.</summary>
    public static IReadOnlyList<string> Codes { get; } = ["es", "en"];

    /// <summary>The language of a code (<c>es</c>, <c>en</c>; case is ignored); false when there is none.</summary>
    public static bool TryParse(string? code, out Language language)
    {
        language = string.Equals(code, "en", StringComparison.OrdinalIgnoreCase) ? Language.English : Language.Spanish;
        return Codes.Contains(code, StringComparer.OrdinalIgnoreCase);
    }
}
