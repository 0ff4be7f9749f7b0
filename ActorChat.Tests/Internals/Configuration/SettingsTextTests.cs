using ActorChat.Server.Configuration;
using ActorChat.Tests.Configuration;
using Akka.Configuration;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace ActorChat.Tests.Internals.Configuration;

/// <summary>
/// What the settings owe to our own HOCON reader: the place of every mistake, texts to the last blank, and null. The official
/// one names no places, trims what it reads and takes null for a text.
/// </summary>
public sealed class SettingsTextTests : IDisposable
{
    private readonly SettingsFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_mistake_is_told_with_file_line_and_column()
    {
        var good = _folder.Write("good.hocon", "# one\nactorchat.chat.port = 4000\n");
        var bad = _folder.Write("bad.hocon", "actorchat {\n  chat {\n    port = = 1\n");
        var after = _folder.Write("after.hocon", "}\n}");

        Assert.Contains($"'{bad}': line 3, column 12: ", Loading.Refusal([good, bad, after], []), StringComparison.Ordinal);
    }

    [Fact]
    public void A_brace_left_open_is_found_where_it_is_open_though_the_next_file_would_close_it()
    {
        var open = _folder.Write("open.hocon", "\nactorchat {\n");
        var close = _folder.Write("close.hocon", "}");

        Assert.Contains($"'{open}': line 2, column 11: ", Loading.Refusal([open, close], []), StringComparison.Ordinal);
    }

    [Fact]
    public void A_substitution_of_nothing_is_told_with_its_place()
    {
        var file = _folder.Write("a.hocon", "\n\nactorchat.chat.port = ${no.such.key}");

        Assert.Contains($"'{file}': line 3, column 23: ${{no.such.key}}", Loading.Refusal([file], []), StringComparison.Ordinal);
    }

    [Fact]
    public void A_mistake_in_an_included_file_is_told_with_its_place_there()
    {
        _folder.Write("bad.hocon", "\nactorchat { [");
        var file = _folder.Write("a.hocon", "include \"bad.hocon\"");

        Assert.Contains($"'{_folder["bad.hocon"]}': line 2, column 13: ", Loading.Refusal([file], []), StringComparison.Ordinal);
    }

    [Fact]
    public void A_broken_value_is_told_with_its_column() => Assert.StartsWith(
        "[ERROR] No se entiende --set 'actorchat.chat={ port = 1': line 1, column 16: ", Loading.Refusal("actorchat.chat={ port = 1"), StringComparison.Ordinal);

    [Fact]
    public void Every_value_arrives_unchanged() => Prop.ForAll(AnyString.Arbitrary, value =>
        value is ['[' or '{' or '"', ..] || Loading.Config($"akka.test.value={value}").GetString("akka.test.value", null) == value)
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Every_text_can_be_given_in_quotes() => Prop.ForAll(AnyString.Arbitrary, text =>
        ConfigurationFactory.ParseString($"text = {HoconWriter.Quote(text)}").GetString("text", null) == text).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("actorchat={ chat = null }", "actorchat.chat: 'null'", "una sección con claves")]
    [InlineData("actorchat.chat={ port = null }", "actorchat.chat.port: 'null'", "de 0 a 65535")]
    public void Null_is_no_value(string set, string shown, string expected)
    {
        Assert.Contains(shown, Loading.Refusal(set), StringComparison.Ordinal);
        Assert.Contains(expected, Loading.Refusal(set), StringComparison.Ordinal);
    }
}
