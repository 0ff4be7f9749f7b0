using System.Text;

namespace ActorChat.Protocol.Text;

/// <summary>Folds case and compatibility forms, close to Unicode's NFKC case folding. A casefolded text is its own casefold.</summary>
internal static class CaseFolding
{
    private const string DotAbove = "\u0307";

    /// <summary>Compares texts by their casefold.</summary>
    public static EqualityComparer<string> Comparer { get; } = EqualityComparer<string>.Create(
        static (one, other) => one is null || other is null ? ReferenceEquals(one, other) : Casefold(one) == Casefold(other),
        static text => Casefold(text).GetHashCode(StringComparison.Ordinal));

    /// <summary>Equal, ordinally, for two spellings of the same nickname.</summary>
    /// <param name="text">Any text. Malformed parts count as U+FFFD.</param>
    public static string Casefold(string text) => Ascii.IsValid(text) ? text.ToLowerInvariant() : Fold(text);

    private static string Fold(string text)
    {
        // Up, then down: two small letters may share a capital (σ and ς), and two capitals a small letter.
        var folded = WellFormed(text).Normalize(NormalizationForm.FormKC).ToUpperInvariant().ToLowerInvariant();
        folded = folded.Replace("ß", "ss", StringComparison.Ordinal).Replace("İ", "i" + DotAbove, StringComparison.Ordinal);
        return WithoutSecondDots(folded).Normalize(NormalizationForm.FormKC);
    }

    // .NET normalizes neither half a surrogate pair nor U+FFFE.
    private static string WellFormed(string text) =>
        text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') || text.Contains('\uFFFE', StringComparison.Ordinal)
            ? string.Concat(text.EnumerateRunes()).Replace('\uFFFE', '\uFFFD')
            : text;

    // An i with a second dot is drawn like an i. Lower case makes it of the Turkish İ.
    private static string WithoutSecondDots(string text)
    {
        var dotted = "i" + DotAbove;
        while (text.Contains(dotted, StringComparison.Ordinal))
            text = text.Replace(dotted, "i", StringComparison.Ordinal);

        return text;
    }
}
