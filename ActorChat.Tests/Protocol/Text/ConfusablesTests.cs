namespace ActorChat.Tests.Protocol.Text;

public sealed class ConfusablesTests
{
    // The pairs of letters of these three scripts that UTS #39 calls identical by intention (intentional.txt).
    private const string Intentional =
        """
        0041 0391 0042 0392 0043 0421 0045 0395 0048 0397 0049 0399 004A 0408 004B 039A 004D 039C 004E 039D 004F 039F 0050 03A1
        0053 0405 0054 03A4 0058 03A7 0059 03A5 005A 0396 0061 0430 0063 0441 0064 0501 0065 0435 0068 04BB 0069 0456 006A 03F3
        006F 03BF 0070 0440 0073 0455 0078 0445 0079 0443 00C6 04D4 00D0 0110 00E6 04D5 0138 043A 0182 0411 018F 04D8 019F 04E8
        01A9 03A3 01DD 0259 0245 039B 0259 04D9 025B 03B5 0269 03B9 0275 04E9 0292 04E1 0299 0432 029C 043D 0393 0413 03A0 041F
        0433 1D26 043B 1D2B 043F 1D28 1D0D 043C 1D18 1D29 1D1B 0442 2C67 04A2 2C69 049A
        """;

    private static readonly string[] Pieces =
        ["a", "а", "α", "Α", "А", "ɑ", "ａ", "𝐚", "𝛂", "𝚨", "n", "Ν", "ν", "v", "й", "ї", "ё", "ά", "é", "ñ", "ς", "Σ", "σ", "Γ", "Б", "ﬁ", "ϲ", "ß", "İ", "ı", "Ꭰ", "語", "\u0301", "\u0307", "\u0338", "\u0342", "m", "j", "1", "_"];

    private static Arbitrary<string> Names => Gen.Elements(Pieces).NonEmptyListOf().Select(string.Concat).ToArbitrary();

    public static IEnumerable<object[]> IntentionalPairs =>
        Intentional.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)
            .Select(code => char.ConvertFromUtf32(Convert.ToInt32(code, 16))).Chunk(2).Select(pair => new object[] { pair[0], pair[1] });

    [Fact]
    public void The_table_is_that_of_the_version_that_its_head_names()
    {
        using var table = new StreamReader(typeof(Confusables).Assembly.GetManifestResourceStream("Confusables.txt")!);
        Assert.Equal("# Made by confusables.py from confusables.txt of UTS #39, version 15.0.0. Do not edit.", table.ReadLine());
    }

    [Theory]
    [InlineData("ana", "аna")]
    [InlineData("ana", "АΝА")]
    [InlineData("Ana", "аnа")]
    [InlineData("beto", "ВЕТО")]
    [InlineData("carla", "сarlа")]
    [InlineData("eva", "eνa")]
    [InlineData("Nina", "Νina")]
    [InlineData("josé", "jоsе\u0301")]
    [InlineData("josé", "ϳοsé")]
    [InlineData("xavi", "χavi")]
    [InlineData("Xavi", "\ua7b3avi")]
    [InlineData("wanda", "ωanda")]
    [InlineData("beto", "ьeto")]
    [InlineData("Beto", "\ua7b4eto")]
    [InlineData("Marta", "\u03faarta")]
    [InlineData("marta", "маrtа")]
    [InlineData("maría", "МАRÍА")]
    [InlineData("pepe", "p\uab32pe")]
    [InlineData("lola", "l\uab3dla")]
    [InlineData("Weiß", "Weiβ")]
    [InlineData("Weiss", "Weiβ")]
    [InlineData("ψ", "ѱ")]
    [InlineData("δelta", "ẟelta")]
    [InlineData("iñaki", "Іñakі")]
    [InlineData("Iñaki", "ӏñaki")]
    [InlineData("ana1", "anaӏ")]
    [InlineData("oso", "οѕо")]
    [InlineData("كتاب", "کتاب")]
    [InlineData("kike", "ＫＩＫＥ")]
    [InlineData("ana", "𝓪𝓷𝓪")]
    [InlineData("olga", "𝛐lga")]
    [InlineData("ana", "ᴀɴᴀ")]
    [InlineData("alice", "aӏice")]
    [InlineData("fin", "ﬁn")]
    [InlineData("Гоша", "Γοша")]
    [InlineData("Паша", "Πaшa")]
    // Marks that are not seen do not make another name.
    [InlineData("jose", "j\u0307ose")]
    [InlineData("jose", "\u0458\u0307ose")]
    [InlineData("jose", "\u0237ose")]
    [InlineData("jose", "\u0237\u0307ose")]
    [InlineData("isa", "i\u0307sa")]
    [InlineData("isa", "\u0456\u0307sa")]
    [InlineData("isa", "\u0131\u0307sa")]
    [InlineData("l\u1ecbn", "li\u0323\u0307n")]
    [InlineData("jos\u00e9", "jose\u0301\u0301")]
    [InlineData("jos\u00e9", "jose\u0301\u0341")]
    [InlineData("ni\u00f1o", "nin\u0342o")]
    [InlineData("ni\u00f1o", "nin\u0303\u0342o")]
    [InlineData("j\u00f8rgen", "jo\u0338rgen")]
    [InlineData("j\u00f8rgen", "jo\u0337rgen")]
    [InlineData("\u0142ukasz", "l\u0337ukasz")]
    [InlineData("\u0111or", "d\u0335or")]
    [InlineData("\u0111or", "d\u0336or")]
    [MemberData(nameof(IntentionalPairs))]
    public void Names_that_look_alike_have_one_skeleton(string one, string other) => Assert.Equal(Confusables.GetSkeleton(one), Confusables.GetSkeleton(other));

    [Theory]
    [InlineData("ana", "anna")]
    [InlineData("jose", "josé")]
    [InlineData("nino", "niño")]
    [InlineData("Иван", "Ivan")]
    [InlineData("Νίκος", "nikos")]
    [InlineData("nino", "niпo")]
    [InlineData("ü", "ű")]
    [InlineData("и", "й")]
    [InlineData("i", "ї")]
    public void Names_that_can_be_told_apart_have_different_skeletons(string one, string other) =>
        Assert.NotEqual(Confusables.GetSkeleton(one), Confusables.GetSkeleton(other));

    [Fact]
    public void The_skeleton_of_every_letter_is_stable()
    {
        var letters = Enumerable.Range(0, 0x110000).Where(Rune.IsValid).Select(code => new Rune(code))
            .Where(Rune.IsLetterOrDigit).Select(rune => rune.ToString());

        Assert.DoesNotContain(letters, letter => Confusables.GetSkeleton(letter) != Confusables.GetSkeleton(Confusables.GetSkeleton(letter)));
    }

    [Fact]
    public void The_skeleton_of_a_skeleton_is_the_same() =>
        Prop.ForAll(Names, name => Assert.Equal(Confusables.GetSkeleton(name), Confusables.GetSkeleton(Confusables.GetSkeleton(name))))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Fact]
    public void The_unicode_form_does_not_change_the_skeleton() =>
        Prop.ForAll(Names, name => Assert.All(
            [NormalizationForm.FormC, NormalizationForm.FormD],
            form => Assert.Equal(Confusables.GetSkeleton(name), Confusables.GetSkeleton(name.Normalize(form)))))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void A_Latin_name_looks_the_same_in_any_case() =>
        Prop.ForAll(Gen.Elements("a", "B", "ñ", "É", "İ", "Ø", "ł", "7", "-").NonEmptyListOf().Select(string.Concat).ToArbitrary(), name =>
        {
            Assert.Equal(Confusables.GetSkeleton(name), Confusables.GetSkeleton(name.ToUpperInvariant()));
            Assert.Equal(Confusables.GetSkeleton(name), Confusables.GetSkeleton(name.ToLowerInvariant()));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_nickname_looks_as_it_was_typed()
    {
        Assert.True(Nickname.TryParse("АΝА", out var ana));

        Assert.Equal(Confusables.GetSkeleton("ana"), ana.Skeleton);
        Assert.NotEqual("ana", ana.Casefolded);
    }
}
