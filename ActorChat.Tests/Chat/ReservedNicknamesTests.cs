using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using ActorChat.Server.Chat;
using ActorChat.Server.Resources;
using Xunit;

namespace ActorChat.Tests.Chat;

public sealed partial class ReservedNicknamesTests
{
    [Theory]
    [InlineData("Error")]
    [InlineData("ERROR")]
    [InlineData("ｅｒｒｏｒ")]
    [InlineData("Еrrоr")]
    [InlineData("nickname")]
    [InlineData("Servidor")]
    [InlineData("ЅЕRVER")]
    public void Nobody_can_speak_as_the_server(string text) => Assert.True(ReservedNicknames.Contains(Parse(text)));

    [Theory]
    [InlineData("ana")]
    [InlineData("error1")]
    [InlineData("Serveria")]
    public void All_other_nicknames_are_free(string text) => Assert.False(ReservedNicknames.Contains(Parse(text)));

    [Theory]
    [InlineData("")]
    [InlineData("en")]
    public void The_words_with_which_the_server_s_own_lines_begin_are_reserved(string language)
    {
        ResourceManager texts = new(typeof(Texts));
        IEnumerable<string> words = texts.GetResourceSet(CultureInfo.GetCultureInfo(language), createIfNotExists: true, tryParents: false)!
            .Cast<DictionaryEntry>().Where(text => !((string)text.Key).StartsWith("Inspection", StringComparison.Ordinal)).Select(text => FirstWord().Match((string)text.Value!)).Where(match => match.Success)
            .Select(match => match.Groups["word"].Value).Distinct();

        Assert.All(words.Append("Nickname"), word => Assert.True(ReservedNicknames.Contains(Parse(word)), word));
    }

    // As a nickname would stand before what its owner says.
    [GeneratedRegex(@"^(?<word>[\p{L}\p{Nd}._-]{1,32}): ")]
    private static partial Regex FirstWord();

    private static Nickname Parse(string text)
    {
        Assert.True(Nickname.TryParse(text, out Nickname nickname));
        return nickname;
    }
}
