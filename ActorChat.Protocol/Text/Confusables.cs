using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace ActorChat.Protocol.Text;

/// <summary>
/// What a text looks like, by the confusables of UTS #39 (Confusables.txt, which names its version). Unlike that standard's skeleton,
/// ours does not know case either, and repeated and hidden marks (5.4) are left out.
/// </summary>
internal static class Confusables
{
    private const string ShortStroke = "\u0335", LongStroke = "\u0336", ShortSolidus = "\u0337", LongSolidus = "\u0338";
    private const int DotAbove = 0x0307;

    // Two are enough for every letter: a shape may have a small letter with a shape of its own. The rest is a guard.
    private const int MostPasses = 8;

    private static readonly FrozenDictionary<int, string> Prototypes = UnicodeTable.Read("Confusables.txt")
        .SelectMany(row => row.Words.Select(word => (Letter: UnicodeTable.ParseCodePoint(word), Prototype: ParseText(row.Head))))
        .ToFrozenDictionary(pair => pair.Letter, pair => pair.Prototype);

    /// <summary>
    /// Equal, ordinally, for texts that are drawn alike in any case. It goes by the shapes as typed: a Greek capital Ν looks like N, a
    /// small ν like v. Not for users' eyes. The skeleton of a skeleton is the same.
    /// </summary>
    /// <param name="text">A well-formed text.</param>
    public static string GetSkeleton(string text)
    {
        string skeleton = Reduce(text);
        for (int pass = 1; pass < MostPasses && skeleton != text; pass++)
        {
            text = skeleton;
            skeleton = Reduce(text);
        }

        return skeleton;
    }

    /// <summary>Whether a letter is drawn like a colon: <c>ana</c> with it would seem to be ana, saying what follows.</summary>
    public static bool LooksLikeColon(Rune letter) => Prototypes.TryGetValue(letter.Value, out string? prototype) && prototype is ":";

    // Shapes first as typed; then those of compatibility forms (fullwidth, mathematical); what is left is told apart without its case.
    private static string Reduce(string text)
    {
        string shapes = ToPrototypes(text.Normalize(NormalizationForm.FormD));
        shapes = ToPrototypes(shapes.Normalize(NormalizationForm.FormKD));
        string folded = CaseFolding.Casefold(shapes).Normalize(NormalizationForm.FormD);

        // I is drawn like l, and is the capital of i.
        return WithoutHiddenMarks(folded.Replace('i', 'l')).Normalize(NormalizationForm.FormD);
    }

    private static string ToPrototypes(string text)
    {
        var shapes = new StringBuilder(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            shapes.Append(Prototypes.GetValueOrDefault(rune.Value) ?? rune.ToString());
        }

        return shapes.ToString();
    }

    // UTS #39, 5.4: terminals draw a mark once however often it stands there, and a dot above where the letter has its own. Strokes
    // through a letter are drawn alike, whatever their length and slant.
    private static string WithoutHiddenMarks(string text)
    {
        var shown = new StringBuilder(text.Length);
        Rune letter = default, last = default;
        foreach (Rune rune in WithOneStroke(text).EnumerateRunes())
        {
            bool isMark = Rune.GetUnicodeCategory(rune) == UnicodeCategory.NonSpacingMark;
            bool isHidden = isMark && (rune == last || (rune.Value == DotAbove && letter.Value is 'l' or 'j'));
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
