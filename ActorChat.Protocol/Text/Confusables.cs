using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace ActorChat.Protocol.Text;

/// <summary>
/// Compares texts by their looks, with the confusables of UTS #39 (Confusables.txt, which names its version). Unlike that standard's
/// skeleton, ours ignores case, and repeated and hidden marks (5.4).
/// </summary>
internal static class Confusables
{
    private const string ShortStroke = "\u0335", LongStroke = "\u0336", ShortSolidus = "\u0337", LongSolidus = "\u0338";
    private const int DotAbove = 0x0307;

    // Two are enough for every letter: the small letter of a shape may have another shape. The rest is a guard.
    private const int MostPasses = 8;

    private static readonly FrozenDictionary<int, string> Prototypes = UnicodeTable.Read("Confusables.txt")
        .SelectMany(row => row.Words.Select(word => (Letter: UnicodeTable.ParseCodePoint(word), Prototype: ParseText(row.Head))))
        .ToFrozenDictionary(pair => pair.Letter, pair => pair.Prototype);

    /// <summary>
    /// Equal, ordinally, for texts drawn alike in any case. It depends on the shapes as typed: a Greek capital Ν looks like N, a small ν
    /// like v. Not for display. The skeleton of a skeleton is the same.
    /// </summary>
    /// <param name="text">A well-formed text.</param>
    public static string GetSkeleton(string text)
    {
        var skeleton = Reduce(text);
        for (var pass = 1; pass < MostPasses && skeleton != text; pass++)
        {
            text = skeleton;
            skeleton = Reduce(text);
        }

        return skeleton;
    }

    /// <summary>Whether a letter is drawn like a colon: behind <c>ana</c> it would seem to make ana say what follows.</summary>
    public static bool LooksLikeColon(Rune letter) => Prototypes.TryGetValue(letter.Value, out var prototype) && prototype is ":";

    // Replaces shapes as typed, then those of compatibility forms (fullwidth, mathematical), and folds the rest.
    private static string Reduce(string text)
    {
        var shapes = ToPrototypes(text.Normalize(NormalizationForm.FormD));
        shapes = ToPrototypes(shapes.Normalize(NormalizationForm.FormKD));
        var folded = CaseFolding.Casefold(shapes).Normalize(NormalizationForm.FormD);

        // I is drawn like l, and is the capital of i.
        return WithoutHiddenMarks(folded.Replace('i', 'l')).Normalize(NormalizationForm.FormD);
    }

    private static string ToPrototypes(string text)
    {
        var shapes = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            shapes.Append(Prototypes.GetValueOrDefault(rune.Value) ?? rune.ToString());

        return shapes.ToString();
    }

    // UTS #39, 5.4: terminals draw a repeated mark once, and a dot above not where the letter has its own. Strokes through a letter are
    // drawn alike, whatever their length and slant.
    private static string WithoutHiddenMarks(string text)
    {
        var shown = new StringBuilder(text.Length);
        Rune letter = default, last = default;
        foreach (var rune in WithOneStroke(text).EnumerateRunes())
        {
            var isMark = Rune.GetUnicodeCategory(rune) == UnicodeCategory.NonSpacingMark;
            var isHidden = isMark && (rune == last || (rune.Value == DotAbove && letter.Value is 'l' or 'j'));
            if (!isHidden)
            {
                shown.Append(rune);
                last = rune;
            }

            letter = isMark ? letter : rune;
        }

        return shown.ToString();
    }

    private static string WithOneStroke(string text) =>
        text.Replace(ShortStroke, LongSolidus, StringComparison.Ordinal).Replace(LongStroke, LongSolidus, StringComparison.Ordinal)
            .Replace(ShortSolidus, LongSolidus, StringComparison.Ordinal);

    private static string ParseText(string hexadecimal) =>
        string.Concat(hexadecimal.Split(' ').Select(code => char.ConvertFromUtf32(UnicodeTable.ParseCodePoint(code))));
}
