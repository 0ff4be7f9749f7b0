using System.Text;

namespace ActorChat.Protocol.Text;

/// <summary>
/// The key by which nicknames are told apart: close to Unicode's NFKC case folding. The key of a key is the same key.
/// Compatibility forms need the globalization library (ICU); without it (invariant mode), only case is ignored.
/// </summary>
internal static class CaseFolding
{
    private const string DotAbove = "\u0307";

    /// <summary>The key of a well-formed text.</summary>
    public static string Casefold(string text) => Ascii.IsValid(text) ? text.ToLowerInvariant() : Fold(text);

    private static string Fold(string text)
    {
        // Up, then down: there are small letters with one capital (σ and ς), and capitals with one small letter.
        string folded = text.Normalize(NormalizationForm.FormKC).ToUpperInvariant().ToLowerInvariant();
        folded = folded.Replace("ß", "ss", StringComparison.Ordinal).Replace("İ", "i" + DotAbove, StringComparison.Ordinal);
        return WithoutSecondDots(folded).Normalize(NormalizationForm.FormKC);
    }

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
