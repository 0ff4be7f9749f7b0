using System.Text;

namespace ActorChat.Protocol.Text;

/// <summary>
/// What texts are told apart by where case and compatibility form do not matter: close to Unicode's NFKC case folding. A casefolded
/// text is its own casefold.
/// </summary>
internal static class CaseFolding
{
    private const string DotAbove = "\u0307";

    /// <summary>Compares texts by their casefold.</summary>
    public static EqualityComparer<string> Comparer { get; } = EqualityComparer<string>.Create(
        static (one, other) => one is null || other is null ? ReferenceEquals(one, other) : Casefold(one) == Casefold(other),
        static text => Casefold(text).GetHashCode(StringComparison.Ordinal));

    /// <summary>Equal, ordinally, for two spellings of the same nickname.</summary>
    /// <param name="text">Any text. What is not well-formed counts as U+FFFD.</param>
    public static string Casefold(string text) => Ascii.IsValid(text) ? text.ToLowerInvariant() : Fold(text);

    private static string Fold(string text)
    {
        // Up, then down: there are small letters with one capital (σ and ς), and capitals with one small letter.
        string folded = WellFormed(text).Normalize(NormalizationForm.FormKC).ToUpperInvariant().ToLowerInvariant();
        folded = folded.Replace("ß", "ss", StringComparison.Ordinal).Replace("İ", "i" + DotAbove, StringComparison.Ordinal);
        return WithoutSecondDots(folded).Normalize(NormalizationForm.FormKC);
    }

    // .NET normalizes neither half a surrogate pair nor U+FFFE.
    private static string WellFormed(string text) =>
        text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') || text.Contains('\uFFFE', StringComparison.Ordinal)
            ? string.Concat(text.EnumerateRunes()).Replace('\uFFFE', '\uFFFD')
            : text;

    // An i with one more dot shows like an i, and is what lower case makes of the Turkish İ.
    private static string WithoutSecondDots(string text)
    {
        string dotted = "i" + DotAbove;
        while (text.Contains(dotted, StringComparison.Ordinal))
        {
            text = text.Replace(dotted, "i", StringComparison.Ordinal);
        }

        return text;
    }
}
