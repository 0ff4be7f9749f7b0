using System.Collections.Frozen;
using System.Text;

namespace ActorChat.Protocol.Text;

/// <summary>
/// Letters of the Latin, Greek and Cyrillic scripts that are drawn alike. The facts are those of UTS #39 (intentional.txt, and
/// the pairs of confusables.txt between single letters of these scripts), without those within ASCII: <c>0</c> and <c>o</c>,
/// <c>1</c>, <c>l</c> and <c>I</c> look different in the fonts of terminals, and Ila must be able to talk to Lia.
/// </summary>
internal static class Confusables
{
    /// <summary>The table: for each shape the small letter or digit that stands for it, and the letters that share it.</summary>
    public static IReadOnlyList<(char Shape, string Greek, string Cyrillic, string Latin)> Table { get; } =
    [
        ('a', "\u0391\u03B1", "\u0410\u0430", "\u0251\u1D00"),                    // Α α, А а, ɑ ᴀ
        ('b', "\u0392", "\u0412\u0432\u042C\u044C", "\u0184\u0185\u0299"),        // Β, В в Ь ь, Ƅ ƅ ʙ
        ('c', "\u03F2\u03F9", "\u0421\u0441", "\u1D04"),                          // ϲ Ϲ, С с, ᴄ
        ('d', "", "\u0501", "\u1D05"),                                            // ԁ, ᴅ
        ('e', "\u0395", "\u0415\u0435\u04BD", "\u1D07"),                          // Ε, Е е ҽ, ᴇ
        ('f', "\u03DC\u03DD", "", "\u0192\uA730"),                                // Ϝ ϝ, ƒ ꜰ
        ('g', "", "\u050C\u050D", "\u0261\u0262"),                                // Ԍ ԍ, ɡ ɢ
        ('h', "\u0397", "\u041D\u043D\u04BA\u04BB", "\u029C"),                    // Η, Н н Һ һ, ʜ
        ('i', "\u0345\u0399\u03B9", "\u0406\u0456", "\u0269\u026A"),              // iota subscript (a letter in capitals) Ι ι, І і, ɩ ɪ
        ('j', "\u037F\u03F3", "\u0408\u0458", "\u1D0A"),                          // Ϳ ϳ, Ј ј, ᴊ
        ('k', "\u039A\u03BA", "\u041A\u043A", "\u0138\u1D0B"),                    // Κ κ, К к, ĸ ᴋ
        ('l', "", "\u04C0\u04CF", "\u01C0\u029F"),                                // Ӏ ӏ, ǀ ʟ
        ('m', "\u039C", "\u041C\u043C", "\u1D0D"),                                // Μ, М м, ᴍ
        ('n', "\u039D\u03B7", "", "\u0274"),                                      // Ν η, ɴ
        ('o', "\u039F\u03BF", "\u041E\u043E", "\u1D0F"),                          // Ο ο, О о, ᴏ
        ('p', "\u03A1\u03C1\u1D29", "\u0420\u0440", "\u01BF\u1D18"),              // Ρ ρ ᴩ, Р р, ƿ ᴘ
        ('q', "", "\u051A\u051B", ""),                                            // Ԛ ԛ
        ('r', "\u0393\u1D26", "\u0413\u0433", "\u0280"),                          // Γ ᴦ, Г г, ʀ
        ('s', "", "\u0405\u0455", "\uA731"),                                      // Ѕ ѕ, ꜱ
        ('t', "\u03A4\u03C4", "\u0422\u0442", "\u1D1B"),                          // Τ τ, Т т, ᴛ
        ('u', "\u03C5", "", "\u028B\u1D1C"),                                      // υ, ʋ ᴜ
        ('v', "\u03BD", "\u0474\u0475", "\u1D20"),                                // ν, Ѵ ѵ, ᴠ
        ('w', "\u03C9", "\u0460\u0461\u051C\u051D", "\u026F\u1D21"),              // ω, Ѡ ѡ Ԝ ԝ, ɯ ᴡ
        ('x', "\u03A7\u03C7", "\u0425\u0445", ""),                                // Χ χ, Х х
        ('y', "\u03A5\u03B3", "\u0423\u0443\u04AE\u04AF", "\u0263\u028F"),        // Υ γ, У у Ү ү, ɣ ʏ
        ('z', "\u0396", "", "\u1D22"),                                            // Ζ, ᴢ
        ('3', "", "\u0417\u0437", "\u021C\u021D\u025C"),                          // З з, Ȝ ȝ ɜ
        ('6', "", "\u0411\u0431", "\u0182"),                                      // Б б, Ƃ
        ('\u00E6', "", "\u04D4\u04D5", ""),                                       // æ: Ӕ ӕ
        ('\u00FE', "\u03F7\u03F8", "", ""),                                       // þ: Ϸ ϸ
        ('\u0111', "", "", "\u00D0"),                                             // đ: Ð, drawn like its capital
        ('\u0127', "", "\u045B", ""),                                             // ħ: ћ
        ('\u0259', "", "\u04D8\u04D9", "\u018E\u018F\u01DD"),                     // ə: Ә ә, Ǝ Ə ǝ
        ('\u025B', "\u03B5", "\u0510\u0511", ""),                                 // ɛ: ε, Ԑ ԑ
        ('\u0275', "\u0398\u03B8", "\u04E8\u04E9", ""),                           // ɵ: Θ θ, Ө ө
        ('\u028C', "\u039B", "", ""),                                             // ʌ: Λ
        ('\u0292', "", "\u04E0\u04E1", ""),                                       // ʒ: Ӡ ӡ
        ('\u03C3', "", "", "\u01A9"),                                             // σ: Ʃ
        ('\u043B', "", "\u1D2B", ""),                                             // л: ᴫ
        ('\u043F', "\u03A0\u03C0\u1D28", "", ""),                                 // п: Π π ᴨ
        ('\u0444', "\u03A6\u03C6", "", ""),                                       // ф: Φ φ
        ('\u2C68', "", "\u04A2\u04A3", ""),                                       // ⱨ: Ң ң
        ('\u2C6A', "", "\u049A\u049B", ""),                                       // ⱪ: Қ қ
    ];

    private static readonly FrozenDictionary<char, char> ShapeOf = Table
        .SelectMany(static row => $"{row.Greek}{row.Cyrillic}{row.Latin}".Select(letter => (Letter: letter, row.Shape)))
        .ToFrozenDictionary(static pair => pair.Letter, static pair => pair.Shape);

    /// <summary>
    /// What a text looks like: equal, ordinally, for texts of letters that are drawn alike, whatever the case. Unlike a comparison
    /// that ignores case, it goes by the shapes as typed: a Greek capital Ν looks like N, a small ν like v. The look of a look is the
    /// same look. Accents stay: they are seen.
    /// </summary>
    /// <param name="text">A well-formed text.</param>
    public static string SkeletonOf(string text)
    {
        // Shapes first as they are, then those of compatibility forms (fullwidth, mathematical), then those of what has no other
        // shape than that of its small letter.
        string shapes = ToShapes(ToShapes(text.Normalize(NormalizationForm.FormD)).Normalize(NormalizationForm.FormKD));
        return ToShapes(CaseFolding.Casefold(shapes).Normalize(NormalizationForm.FormD)).Normalize(NormalizationForm.FormC);
    }

    private static string ToShapes(string text) =>
        string.Create(text.Length, text, static (shapes, text) =>
        {
            for (int i = 0; i < shapes.Length; i++)
            {
                shapes[i] = ShapeOf.GetValueOrDefault(text[i], text[i]);
            }
        });
}
