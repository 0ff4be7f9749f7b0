using Akka.Configuration;
using Akka.Configuration.Hocon;
using Xunit;
using static ActorChat.Tests.Internals.Configuration.HoconText;

namespace ActorChat.Tests.Internals.Configuration;

public class IncludeSpecs
{
    [Theory]
    [InlineData("include \"dir/x y.hocon\"")]
    [InlineData("include file(\"dir/x y.hocon\")")]
    [InlineData("include file( \"dir/x y.hocon\" )")]
    [InlineData("include required(\"dir/x y.hocon\")")]
    [InlineData("include required(file(\"dir/x y.hocon\"))")]
    public void An_include_stands_for_the_keys_of_the_text_of_that_name(string include)
    {
        var config = Read($"a {{\n  x = 1, y = 1\n  {include}\n  z = 3\n}}", ("dir/x y.hocon", "y = 2\nz = 2"));

        Assert.Equal((1, 2, 3), (config.GetInt("a.x"), config.GetInt("a.y"), config.GetInt("a.z")));
    }

    [Fact]
    public void An_included_text_sees_its_own_keys_first_and_then_those_around_it()
    {
        var config = Read(
            "host = outer\nport = 80\na.b { include \"x\" }\na.b.late = yes",
            ("x", "host = inner\nurl = ${host}\":\"${port}\nlate2 = ${late}"));

        Assert.Equal("inner:80", config.GetString("a.b.url"));
        Assert.True(config.GetBoolean("a.b.late2"));
    }

    [Fact]
    public void Includes_in_includes_see_the_keys_of_all()
    {
        var config = Read(
            "top = 1\na { include \"x\" }",
            ("x", "middle = 2\nb { include \"y\" }"), ("y", "c = [${top}, ${middle}, ${own}]\nown = 3"));

        Assert.Equal([1, 2, 3], config.GetIntList("a.b.c"));
    }

    [Fact]
    public void An_include_in_an_item_of_a_list_sees_the_keys_of_the_item()
    {
        var config = Read("list = [{ x = 1, include \"t\" }, { x = 2, include \"t\" }]", ("t", "y = ${x}0\nz += ${y}"));
        var items = config.GetValue("list")!.GetArray();

        Assert.Equal(["10", "20"], items.Select(item => item.GetObject()!.Items["y"].GetString()));
        Assert.Equal([20], items[1].GetObject()!.Items["z"].GetIntList());
    }

    [Fact]
    public void Lists_in_a_text_that_is_included_in_a_list_keep_seeing_the_keys_around_them()
    {
        var config = Read(
            "top = 0\nlist = [{ x = 1, include \"t\" }]",
            ("t", "l = [${x}, [${x}, { m = [${top}], m += ${x} }]]"));
        var items = config.GetValue("list")!.GetArray();

        Assert.Equal("[1, [1, {\n  m = [0, 1]\n}]]", items[0].GetObject()!.Items["l"].ToString());
    }

    [Fact]
    public void One_text_can_be_included_twice()
    {
        var shared = Parser.Parse("n = ${base}1", null);
        var config = ConfigurationFactory.ParseString("a { base = x, include \"s\" }\nb { base = y, include \"s\" }", _ => shared);

        Assert.Equal(("x1", "y1"), (config.GetString("a.n"), config.GetString("b.n")));
    }

    [Fact]
    public void A_plus_equals_in_an_included_text_adds_to_the_list_of_the_including_one()
    {
        Assert.Equal([1, 2], Read("a { l = [1], include \"x\" }", ("x", "l += 2")).GetIntList("a.l"));
    }

    [Fact]
    public void A_callback_may_give_values_that_are_resolved_already()
    {
        var done = new HoconRoot(ConfigurationFactory.ParseString("x { y = 1 }\nz = ${x.y}").Root);
        var config = ConfigurationFactory.ParseString("include \"any\"\nx.w = ${x.y}2", _ => done);

        Assert.Equal((1, 1, 12), (config.GetInt("x.y"), config.GetInt("z"), config.GetInt("x.w")));
    }

    [Fact]
    public void What_is_not_there_is_left_out_unless_it_is_required()
    {
        Assert.Equal(1, Read("include \"no\"\na = 1", []).GetInt("a"));
        Assert.Equal("line 1, column 3: there is no \"no\", which is required", ErrorOf("  include required(\"no\")"));
    }

    [Fact]
    public void Without_a_callback_an_include_is_an_error()
    {
        var error = Assert.Throws<ConfigurationException>(() => ConfigurationFactory.ParseString("a = 1\ninclude \"x\""));

        Assert.Equal("line 2, column 1: \"x\" cannot be included: this text is read without a way to find others", error.Message);
    }

    [Theory]
    [InlineData("include x", "line 1, column 9: after 'include' expected \"name\", file(\"name\") or required(\"name\"), found 'x'")]
    [InlineData("include url(\"x\")", "line 1, column 9: after 'include' expected \"name\", file(\"name\") or required(\"name\"), found 'url('")]
    [InlineData("include file(\"x\"", "line 1, column 17: after 'include' expected ')', found the end of the text")]
    [InlineData("include file(\"x\"))", "line 1, column 17: after 'include' expected ')', found '))'")]
    [InlineData("include file(x)", "line 1, column 9: after 'include' expected \"name\", file(\"name\") or required(\"name\"), found 'file(x)'")]
    [InlineData("include", "line 1, column 8: after 'include' expected \"name\", file(\"name\") or required(\"name\"), found the end of the text")]
    public void An_include_needs_a_quoted_name(string text, string expected) => Assert.Equal(expected, ErrorOf(text));

    [Theory]
    [InlineData("include = 1", "include")]
    [InlineData("include { x = 1 }", "include.x")]
    [InlineData("include.x = 1", "include.x")]
    [InlineData("\"include\" = 1", "include")]
    public void Include_can_be_a_key_too(string text, string path) => Assert.Equal(1, Read(text).GetInt(path));

    [Fact]
    public void An_error_in_an_included_text_is_told_with_both_places()
    {
        Assert.Equal(
            "line 2, column 3: in the included \"x\": line 1, column 1: in the included \"y\": "
            + "line 3, column 4: expected a value for 'b', found the end of the text",
            ErrorOf("a {\n  include \"x\"\n}", ("x", "include \"y\""), ("y", "\n\nb =")));
        Assert.Equal(
            "line 1, column 1: in the included \"x\": line 1, column 1: in the included \"y\": "
            + "line 2, column 5: ${no} names nothing: there is no such key, and no such environment variable",
            ErrorOf("include \"x\"", ("x", "include \"y\""), ("y", "\nb = ${no}")));
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_told_with_the_place()
    {
        var error = Assert.Throws<ConfigurationException>(
            () => ConfigurationFactory.ParseString("include \"x\"", _ => throw new FileNotFoundException("no such file")));

        Assert.Equal("line 1, column 1: in the included \"x\": no such file", error.Message);
        Assert.IsType<FileNotFoundException>(error.InnerException);
    }

    [Fact]
    public void Texts_that_include_each_other_are_an_error_at_the_first_include()
    {
        Assert.Equal(
            "line 2, column 1: includes lead more than 50 levels deep: does \"x\" include itself?",
            ErrorOf("\ninclude \"x\"", ("x", "include \"y\""), ("y", "include \"x\"")));
    }

    [Fact]
    public void Includes_do_not_nest_deeper_than_one_text_may()
    {
        var deep = Repeat("a {", 50) + Repeat("}", 50);
        var including = Repeat("a {", 25) + "include \"x\"" + Repeat("}", 25);

        Assert.Contains("nested more than 64 deep", ErrorOf(including, ("x", deep)), StringComparison.Ordinal);

        var readBefore = Parser.Parse(deep, null);
        var error = Assert.Throws<ConfigurationException>(() => ConfigurationFactory.ParseString(including, _ => readBefore));
        Assert.Contains("nested more than 64 deep", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_included_must_have_keys()
    {
        var list = new HoconRoot(new HoconValue(new HoconArray([])));
        var error = Assert.Throws<ConfigurationException>(() => ConfigurationFactory.ParseString("include \"x\"", _ => list));

        Assert.Equal("line 1, column 1: the included \"x\" is not an object", error.Message);
    }
}
