using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

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
        ["a", "а", "α", "Α", "А", "ɑ", "ａ", "𝐚", "𝛂", "𝚨", "n", "Ν", "ν", "v", "й", "ї", "ё", "ά", "é", "ñ", "ς", "Σ", "σ", "Γ", "Б", "ﬁ", "ϲ", "ß", "İ", "ı", "Ꭰ", "語", "\u0301", "1", "_"];

    private static Arbitrary<string> Names => Gen.Elements(Pieces).NonEmptyListOf().Select(string.Concat).ToArbitrary();

    public static IEnumerable<object[]> IntentionalPairs =>
        Intentional.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)
            .Select(code => char.ConvertFromUtf32(Convert.ToInt32(code, 16))).Chunk(2).Select(pair => new object[] { pair[0], pair[1] });

    [Theory]
    [MemberData(nameof(IntentionalPairs))]
    public void Letters_that_are_identical_by_intention_look_alike(string one, string other) =>
        Assert.Equal(Confusables.SkeletonOf(one), Confusables.SkeletonOf(other));

    [Fact]
    public void Every_letter_of_the_table_looks_like_its_shape() =>
        Assert.All(Confusables.Table, row =>
            Assert.All(row.Greek + row.Cyrillic + row.Latin, letter =>
                Assert.Equal(row.Shape.ToString(), Confusables.SkeletonOf(letter.ToString()))));

    [Fact]
    public void No_letter_has_two_shapes_and_no_shape_is_a_letter_with_another_shape()
    {
        string letters = string.Concat(Confusables.Table.Select(row => row.Greek + row.Cyrillic + row.Latin));
        string shapes = string.Concat(Confusables.Table.Select(row => row.Shape));

        Assert.Equal(letters.Length, letters.Distinct().Count());
        Assert.Equal(shapes.Length, shapes.Distinct().Count());
        Assert.Empty(letters.Intersect(shapes));
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
    [InlineData("kike", "ＫＩＫＥ")]
    [InlineData("ana", "𝓪𝓷𝓪")]
    [InlineData("olga", "𝛐lga")]
    [InlineData("ana", "ᴀɴᴀ")]
    [InlineData("alice", "aӏice")]
    [InlineData("fin", "ﬁn")]
    [InlineData("Гоша", "Γοша")]
    [InlineData("Паша", "Πaшa")]
    public void Names_that_look_alike_have_one_look(string one, string other) => Assert.Equal(Confusables.SkeletonOf(one), Confusables.SkeletonOf(other));

    [Theory]
    [InlineData("ana", "anna")]
    [InlineData("jose", "josé")]
    [InlineData("nino", "niño")]
    [InlineData("ana1", "anal")]
    [InlineData("o", "0")]
    [InlineData("lia", "ila")]
    [InlineData("Иван", "Ivan")]
    [InlineData("Νίκος", "nikos")]
    [InlineData("isik", "ısık")]
    [InlineData("и", "й")]
    [InlineData("i", "ї")]
    public void Names_that_can_be_told_apart_have_different_looks(string one, string other) =>
        Assert.NotEqual(Confusables.SkeletonOf(one), Confusables.SkeletonOf(other));

    [Fact]
    public void The_look_of_every_letter_is_stable()
    {
        IEnumerable<string> letters = Enumerable.Range(0, 0x110000).Where(Rune.IsValid).Select(code => new Rune(code))
            .Where(Rune.IsLetterOrDigit).Select(rune => rune.ToString());

        Assert.DoesNotContain(letters, letter => Confusables.SkeletonOf(letter) != Confusables.SkeletonOf(Confusables.SkeletonOf(letter)));
    }

    [Fact]
    public void The_look_of_a_look_is_the_same_look() =>
        Prop.ForAll(Names, name => Assert.Equal(Confusables.SkeletonOf(name), Confusables.SkeletonOf(Confusables.SkeletonOf(name))))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Fact]
    public void The_unicode_form_does_not_change_the_look() =>
        Prop.ForAll(Names, name => Assert.All(
            [NormalizationForm.FormC, NormalizationForm.FormD],
            form => Assert.Equal(Confusables.SkeletonOf(name), Confusables.SkeletonOf(name.Normalize(form)))))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void A_Latin_name_looks_the_same_in_any_case() =>
        Prop.ForAll(Gen.Elements("a", "B", "ñ", "É", "İ", "Ø", "ł", "7", "-").NonEmptyListOf().Select(string.Concat).ToArbitrary(), name =>
        {
            Assert.Equal(Confusables.SkeletonOf(name), Confusables.SkeletonOf(name.ToUpperInvariant()));
            Assert.Equal(Confusables.SkeletonOf(name), Confusables.SkeletonOf(name.ToLowerInvariant()));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_plain_name_is_its_own_key_and_look()
    {
        Assert.True(Nickname.TryParse("Ana-1", out Nickname ana));

        Assert.Equal("ana-1", ana.Skeleton);
        Assert.Same(ana.Casefolded, ana.Skeleton);
        Assert.Equal(ana.Skeleton, Confusables.SkeletonOf("Ana-1"));
    }
}
