namespace ActorChat.Tests.Protocol.Names;

public sealed class NicknameTests
{
    private static readonly string[] Pieces =
        ["a", "B", "ñ", "É", "e\u0301", "Σ", "ς", "İ", "i\u0307", "İ\u0307", "ı", "ß", "ẞ", "ﬁ", "Å", "ｗ", "7", "٣", "-", "_", ".", "क्षि", "語", "𐐀", "ქ", "ꭰ", "ŉ"];

    private static Arbitrary<string> Names =>
        Gen.Elements(Pieces).NonEmptyListOf().Select(pieces => string.Concat(pieces.Take(8))).ToArbitrary();

    [Theory]
    [InlineData("a")]
    [InlineData("ana-maría_2.0")]
    [InlineData("...")]
    [InlineData("ñandú")]
    [InlineData("Владимир")]
    [InlineData("語")]
    [InlineData("क्षत्रिय")]
    [InlineData("٣عمر")]
    [InlineData("𐐀𐐨")]
    [InlineData("ဝင်း")]
    [InlineData("दुःख")]
    [InlineData("ก้อง")]
    public void Letters_digits_and_three_signs_of_any_script_make_a_nickname(string text) => Assert.Equal(text, Parse(text).Value);

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("/salir")]
    [InlineData("#beto")]
    [InlineData("ana maría")]
    [InlineData("ana\tb")]
    [InlineData("ana\u001bb")]
    [InlineData("ana,beto")]
    [InlineData("ana:")]
    [InlineData("😀")]
    [InlineData("ana😀")]
    [InlineData("1\ufe0f\u20e3")]
    [InlineData("🇪🇸")]
    [InlineData("❤")]
    [InlineData("\u0301ana")]
    [InlineData("1\u0301")]
    [InlineData("-\u0301a")]
    [InlineData("a\u20dd")]
    [InlineData("½")]
    [InlineData("Ⅷ")]
    [InlineData("\ud83d")]
    [InlineData("ana\ude00")]
    [InlineData("ana\ufffe")]
    [InlineData("ana\uffff")]
    [InlineData("ana\ufffd")]
    [InlineData("ana\u02d0")]
    [InlineData("ana\ua4fd")]
    [InlineData("ana\u0903")]
    [InlineData("ana\u0a83")]
    [InlineData("ana\u0d83")]
    [InlineData("ana\u0f7f")]
    [InlineData("ana\u1038")]
    [InlineData("ana\u17c7")]
    [InlineData("ана\u0903")]
    [InlineData("語\u1038")]
    [InlineData("अ\u1038")]
    [InlineData("\u0301")]
    [InlineData("a\u0301\u0323\u0301\u0323\u0301\u0323")]
    // With what shows nothing somebody could be another one's double.
    [InlineData("ana\u200d")]
    [InlineData("ana\u200b")]
    [InlineData("ana\u00ad")]
    [InlineData("ana\ufe0f")]
    [InlineData("a\u034fna")]
    [InlineData("ana\u3164")]
    [InlineData("\u1160ana")]
    [InlineData("ana\udb40\udd00")]
    [InlineData("a\u2060na")]
    [InlineData("a\ufeffna")]
    [InlineData("\u202eana")]
    [InlineData("ana\u200e")]
    [InlineData("ana\udb40\udc41")]
    [InlineData("a\u180ena")]
    [InlineData("an\u2028a")]
    public void Anything_else_is_no_nickname(string text) => Assert.False(Nickname.TryParse(text, out _));

    [Theory]
    [InlineData("  ana\t")]
    [InlineData("\u00a0ana\u2003")]
    [InlineData("ana\r\0")]
    [InlineData("\ufeffana")]
    public void What_surrounds_a_nickname_is_not_part_of_it(string text) => Assert.Equal("ana", Parse(text).Value);

    [Fact]
    public void The_length_is_counted_in_code_points_of_the_composed_form()
    {
        Assert.True(Nickname.TryParse(new string('a', Nickname.MaxLength), out _));
        Assert.False(Nickname.TryParse(new string('a', Nickname.MaxLength + 1), out _));
        Assert.True(Nickname.TryParse(Repeat("𐐀", Nickname.MaxLength), out _));
        Assert.False(Nickname.TryParse(Repeat("𐐀", Nickname.MaxLength + 1), out _));
        Assert.True(Nickname.TryParse(Repeat("e\u0301", Nickname.MaxLength), out _));
        Assert.False(Nickname.TryParse(Repeat("x\u0301", Nickname.MaxLength), out _));
    }

    [Fact]
    public void The_spelling_is_kept_composed() => Assert.Equal("Jos\u00e9", Parse("Jose\u0301").Value);

    [Theory]
    [InlineData("ana", "ANA")]
    [InlineData("José", "JOSE\u0301")]
    [InlineData("ñandú", "ÑANDÚ")]
    [InlineData("Σίσυφος", "ΣΊΣΥΦΟΣ")]
    [InlineData("σ", "ς")]
    [InlineData("İsmail", "i\u0307smail")]
    [InlineData("İsmail", "ismail")]
    [InlineData("Straße", "STRASSE")]
    [InlineData("straße", "STRAẞE")]
    [InlineData("ﬁn", "FIN")]
    [InlineData("ａｎａ", "ana")]
    [InlineData("Å", "\u212b")]
    [InlineData("Mª", "ma")]
    [InlineData("ſol", "SOL")]
    [InlineData("𐐀", "𐐨")]
    [InlineData("Ꭰ", "ꭰ")]
    [InlineData("ǆ", "ǅ")]
    public void Spellings_that_differ_in_case_or_unicode_form_are_one_nickname(string one, string other) => AssertSame(one, other);

    [Theory]
    [InlineData("ana", "aná")]
    [InlineData("nino", "niño")]
    [InlineData("ana", "an.a")]
    [InlineData("isik", "ısık")]
    [InlineData("o", "0")]
    [InlineData("ana", "аna")]
    public void Other_letters_make_another_nickname(string one, string other)
    {
        Assert.NotEqual(Parse(one), Parse(other));
        Assert.True(Parse(one) != Parse(other));
        Assert.NotEqual(0, Parse(one).CompareTo(Parse(other)));
    }

    [Fact]
    public void The_case_and_the_form_of_any_nickname_do_not_matter() =>
        Prop.ForAll(Names, name =>
        {
            AssertSame(name, name.ToUpperInvariant());
            AssertSame(name, name.ToLowerInvariant());
            AssertSame(name, name.Normalize(NormalizationForm.FormD));
            AssertSame(name, name.Normalize(NormalizationForm.FormKC));
            AssertSame(name, name.Normalize(NormalizationForm.FormKD));
            Assert.Equal(Parse(name).Casefolded, CaseFolding.Casefold(Parse(name).Casefolded));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_string_has_a_casefold_that_can_be_normalized() =>
        Prop.ForAll(AnyString.Arbitrary, text => Assert.NotNull(CaseFolding.Casefold(text).Normalize()))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Fact]
    public void What_cannot_be_normalized_counts_as_a_replacement()
    {
        Assert.Equal("a\ufffd", CaseFolding.Casefold("A\ud83d"));
        Assert.Equal("é\ufffd", CaseFolding.Casefold("É\ufffe"));
    }

    [Fact]
    public void The_casefold_of_every_letter_is_stable_and_blind_to_its_case()
    {
        var letters = Enumerable.Range(0, 0x110000).Where(Rune.IsValid).Select(code => new Rune(code))
            .Where(Rune.IsLetterOrDigit).Select(rune => rune.ToString());
        var wrong = letters.Where(letter =>
        {
            var key = CaseFolding.Casefold(letter);
            return key != CaseFolding.Casefold(key)
                || key != CaseFolding.Casefold(letter.ToUpperInvariant())
                || key != CaseFolding.Casefold(letter.ToLowerInvariant());
        });

        Assert.Empty(wrong);
    }

    [Fact]
    public void Any_string_is_either_a_valid_nickname_or_refused_without_an_exception() =>
        Prop.ForAll(AnyString.Arbitrary, text =>
        {
            if (Nickname.TryParse(text, out var nickname))
            {
                Assert.Equal(nickname, Parse(nickname.Value));
                Assert.True(nickname.Value.IsNormalized());
                Assert.InRange(nickname.Value.EnumerateRunes().Count(), 1, Nickname.MaxLength);
            }
            else
            {
                Assert.Equal(default, nickname);
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Fact]
    public void Nicknames_are_listed_in_alphabetical_order_with_accents_by_their_letters()
    {
        string[] names = ["zoe", "beto", "Ángel", "ana", "Carla", "ñandú", "nora"];

        Assert.Equal(["ana", "Ángel", "beto", "Carla", "ñandú", "nora", "zoe"], names.Select(Parse).Order().Select(nickname => nickname.ToString()));
    }

    private static Nickname Parse(string text)
    {
        Assert.True(Nickname.TryParse(text, out var nickname), $"'{text}' should be a nickname");
        return nickname;
    }

    private static void AssertSame(string one, string other)
    {
        Assert.Equal(Parse(one), Parse(other));
        Assert.Equal(Parse(one).Casefolded, Parse(other).Casefolded);
        Assert.Equal(Parse(one).GetHashCode(), Parse(other).GetHashCode());
        Assert.Equal(0, Parse(one).CompareTo(Parse(other)));
    }

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));
}
