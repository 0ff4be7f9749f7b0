using FsCheck.Xunit;

namespace ActorChat.Tests.Protocol.Text;

public class CellWidthTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("hola", 4)]
    [InlineData("ñandú", 5)]
    [InlineData("n\u0303", 1)]
    [InlineData("漢字", 4)]
    [InlineData("한글", 4)]
    [InlineData("\u1112\u1161\u11AB", 2)]
    [InlineData("ｆｕｌｌ", 8)]
    [InlineData("ﾊﾝｶｸ", 4)]
    [InlineData("😀", 2)]
    [InlineData("👩‍👩‍👧", 2)]
    [InlineData("👍🏽", 2)]
    [InlineData("🇪🇸", 2)]
    [InlineData("❤", 1)]
    [InlineData("❤️", 2)]
    [InlineData("\u200B\uFEFF", 0)]
    [InlineData("1️⃣", 2)]
    [InlineData("🫨", 2)]
    [InlineData("क्ष", 2)]
    [InlineData("ሀለ", 2)]
    [InlineData("עברית", 5)]
    public void Cells_are_counted_as_terminals_do(string text, int cells) => Assert.Equal(cells, CellWidth.Measure(text));

    [Property]
    public bool No_text_has_more_than_two_cells_for_each_of_its_units(NonNull<string> text) => CellWidth.Measure(text.Get) <= 2 * text.Get.Length;
}
