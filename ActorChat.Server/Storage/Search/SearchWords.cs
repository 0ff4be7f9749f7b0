using System.Globalization;
using System.Text;

namespace ActorChat.Server.Storage.Search;

/// <summary>Splits a text into the words by which it is found. Case, accents and signs do not count.</summary>
internal static class SearchWords
{
    /// <summary>The letters that a word needs. Shorter ones are in nearly every message, and would find nothing.</summary>
    public const int MinLength = 3;

    // UTF-16 units. Longer words count by their beginning: an index has no place for more.
    private const int MaxLength = 64;

    // Scripts without spaces between words: Thai to Burmese, Khmer, kana, Chinese characters.
    private static readonly (int First, int Last)[] Unspaced =
        [(0x0E00, 0x0EFF), (0x1000, 0x109F), (0x1780, 0x17FF), (0x3040, 0x30FF), (0x3400, 0x9FFF), (0x20000, 0x3FFFF)];

    /// <summary>Returns the words, each once. In scripts without spaces every two letters side by side are a word.</summary>
    public static string[] Split(string text)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        var word = new StringBuilder();
        Rune? before = null;
        foreach (var rune in Fold(text).EnumerateRunes().Append(new Rune(' ')))
        {
            if (IsMark(rune))
                continue;
            var isUnspaced = IsUnspaced(rune);
            if (isUnspaced && before is { } first)
                words.Add($"{first}{rune}");
            before = isUnspaced ? rune : null;
            if (!isUnspaced && Rune.IsLetterOrDigit(rune))
                Append(word, rune);
            else
                Take(word, words);
        }

        return [.. words];
    }

    // Decomposed, so that accents are marks behind their letters.
    private static string Fold(string text) =>
        Ascii.IsValid(text) ? text.ToLowerInvariant() : CaseFolding.Casefold(text).Normalize(NormalizationForm.FormKD);

    private static void Append(StringBuilder word, Rune rune)
    {
        Span<char> characters = stackalloc char[2];
        var length = rune.EncodeToUtf16(characters);
        if (word.Length + length <= MaxLength)
            word.Append(characters[..length]);
    }

    private static void Take(StringBuilder word, HashSet<string> words)
    {
        if (word.Length >= MinLength)
            words.Add(word.ToString());
        word.Clear();
    }

    private static bool IsUnspaced(Rune rune) =>
        rune.Value >= Unspaced[0].First && Array.Exists(Unspaced, range => rune.Value >= range.First && rune.Value <= range.Last) && Rune.IsLetter(rune);

    private static bool IsMark(Rune rune) => !rune.IsAscii
        && Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;
}
