namespace ActorChat.Tests.Protocol.Text;

public sealed class DisplayTextTests
{
    private static readonly string[] Pieces =
        ["a", " ", "#", "é", "e\u0301", "\u0301", "\u0323", "ن", "م", "\u0651", "क", "\u094d", "র", "\u09cd", "හ", "\u200c", "\u200d", "\u200b", "\u202e", "\u2028",
            "\ufe0f", "\ufe0e", "❤", "👩", "🚀", "🏽", "1", "\u20e3", "葛", "\U000e0100", "\u1820", "\u180b", "\u3164", "\u0000", "\ufeff", "\U000e0041", "\ud83d", "\ufffe"];

    private static Arbitrary<string> Mixtures => Gen.Elements(Pieces).ListOf().Select(pieces => string.Concat(pieces)).ToArbitrary();

    [Theory]
    [InlineData("\u001b[31mrojo\u001b[0m", "[31mrojo[0m")]
    [InlineData("a\0b\u0007c\u007fd\u0080e\u009bf\tg\u0085", "abcdefg")]
    [InlineData("\0", "")]
    public void Terminal_controls_are_removed_and_the_rest_is_kept(string text, string shown) => Assert.Equal(shown, DisplayText.Sanitize(text));

    [Theory]
    [InlineData(0x061C, 0x061C)]
    [InlineData(0x200E, 0x200F)]
    [InlineData(0x202A, 0x202E)]
    [InlineData(0x2066, 0x2069)]
    [InlineData(0x00AD, 0x00AD)]
    [InlineData(0x034F, 0x034F)]
    [InlineData(0x115F, 0x1160)]
    [InlineData(0x17B4, 0x17B5)]
    [InlineData(0x180B, 0x180F)]
    [InlineData(0x200B, 0x200D)]
    [InlineData(0x2028, 0x2029)]
    [InlineData(0x2060, 0x206F)]
    [InlineData(0x3164, 0x3164)]
    [InlineData(0xFDD0, 0xFDEF)]
    [InlineData(0xFE00, 0xFE0F)]
    [InlineData(0xFEFF, 0xFEFF)]
    [InlineData(0xFFA0, 0xFFA0)]
    [InlineData(0xFFF0, 0xFFFB)]
    [InlineData(0xFFFE, 0xFFFF)]
    [InlineData(0x1FFFE, 0x1FFFF)]
    [InlineData(0xE0000, 0xE0FFF)]
    [InlineData(0x10FFFE, 0x10FFFF)]
    public void What_turns_the_direction_or_shows_nothing_is_removed_from_words(int first, int last)
    {
        for (var code = first; code <= last; code++)
        {
            Assert.Equal("ana maría", DisplayText.Sanitize($"an{char.ConvertFromUtf32(code)}a maría"));
            Assert.Equal("ana", DisplayText.Sanitize($"{char.ConvertFromUtf32(code)}ana"));
            Assert.Equal("ana", DisplayText.Sanitize($"ana{char.ConvertFromUtf32(code)}"));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("¡Hola, señorita! ¿Qué tal?")]
    [InlineData("“comillas” – guion … • ÷ ™ ½ ²")]
    [InlineData("Straße, Łódź, ñandú, e\u0301, Ðẹ̀")]
    [InlineData("Привет, Ёлка")]
    [InlineData("Γειά σου, Σίσυφε")]
    [InlineData("שָׁלוֹם עוֹלָם, וַיֹּ֥אמֶר")]
    [InlineData("مرحبًا بالعالم ٣ \u06DD")]
    [InlineData("می\u200cخواهم")]
    [InlineData("क्षि क्\u200dष क्\u200cष")]
    [InlineData("র\u200d\u09cdযাব")]
    [InlineData("ශ්\u200dරී ලංකාව")]
    [InlineData("ന്\u200d\u0d31")]
    [InlineData("မြန်မာဘာသာ")]
    [InlineData("ស្រី")]
    [InlineData("ภาษาไทยที่นี่")]
    [InlineData("བོད་སྐད")]
    [InlineData("\u1820\u180b\u1828")]
    [InlineData("葛\U000e0100飾区")]
    [InlineData("😀 🇪🇸 👍🏽 👩\u200d🚀 👩🏽\u200d🚀 👨\u200d👩\u200d👧\u200d👦")]
    [InlineData("❤\ufe0f ☺\ufe0e ❤\ufe0f\u200d🔥 🏳\ufe0f\u200d🌈 🙂\u200d\u2194\ufe0f 👁\ufe0f\u200d🗨\ufe0f")]
    [InlineData("#\ufe0f\u20e3 1\ufe0f\u20e3 \u203c\ufe0f \u2139\ufe0f \u3030\ufe0f")]
    [InlineData("\ue000 \uf8ff")]
    [InlineData("\ufffd")]
    public void Honest_text_of_any_language_is_given_back_itself(string text) => Assert.Same(text, DisplayText.Sanitize(text));

    [Theory]
    [InlineData("a\u200cna", "ana")]
    [InlineData("a\u200d👩", "a👩")]
    [InlineData("👩\u200da", "👩a")]
    [InlineData("👩\u200d", "👩")]
    [InlineData("می\u200c", "می")]
    [InlineData("می\u200c\u200cخ", "می\u200cخ")]
    [InlineData("م\u200c\u202eخ", "مخ")]
    [InlineData("👩\u200d\u200d🚀", "👩\u200d🚀")]
    [InlineData("a\ufe0f", "a")]
    [InlineData("❤\ufe0f\ufe0f\ufe0e", "❤\ufe0f")]
    [InlineData("a\U000e0100", "a")]
    [InlineData("葛\U000e0100\U000e0101", "葛\U000e0100")]
    [InlineData("🏴\U000e0067\U000e0062\U000e007f", "🏴")]
    public void Joiners_and_selectors_stay_only_where_they_do_something(string text, string shown) => Assert.Equal(shown, DisplayText.Sanitize(text));

    [Fact]
    public void Marks_are_not_stacked_higher_than_any_script_needs()
    {
        var tower = string.Concat(Enumerable.Repeat("\u0301\u0323", 50));

        Assert.Equal("Z\u0301\u0323\u0301\u0323alg\u0301\u0323\u0301\u0323o", DisplayText.Sanitize($"Z{tower}alg{tower}o"));
        Assert.Equal("\u20dd\u20dd\u20dd\u20dda", DisplayText.Sanitize("\u20dd\u20dd\u20dd\u20dd\u20dda"));
    }

    [Theory]
    [InlineData("", true)]
    [InlineData(" \u00a0\u3000\u2003", true)]
    [InlineData("\u2800 \u2800", true)]
    [InlineData(".", false)]
    [InlineData(" \u2801", false)]
    public void A_text_that_shows_nothing_is_blank(string text, bool isBlank) => Assert.Equal(isBlank, DisplayText.IndexOfVisible(text) == -1);

    [Fact]
    public void What_is_shown_of_what_is_shown_is_all_of_it() =>
        Prop.ForAll(Mixtures, text =>
        {
            var shown = DisplayText.Sanitize(text);
            Assert.Same(shown, DisplayText.Sanitize(shown));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(5000));

    [Fact]
    public void Of_any_string_only_invisible_characters_and_the_tops_of_towers_go() =>
        Prop.ForAll(AnyString.Arbitrary, text =>
        {
            var shown = DisplayText.Sanitize(text);
            Assert.Equal(Visible(text), Visible(shown));
            Assert.DoesNotContain(shown, character => char.IsControl(character) || character is '\u2028' or '\u2029' or '\u202e' or '\u200b');
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    private static string Visible(string text) =>
        string.Concat(text.EnumerateRunes().Where(rune => !DefaultIgnorable.Contains(rune) && !Rune.GetUnicodeCategory(rune).ToString().EndsWith("Mark", StringComparison.Ordinal)));
}
