using Akka.Configuration;
using Xunit;

namespace ActorChat.Tests.Actors.Configuration;

public class HoconTextSpecs
{
    [Theory]
    [InlineData("a.b.c : 42")]
    [InlineData("a { b { c = 42 } }")]
    [InlineData("a.b { c : 42 }")]
    [InlineData("a = { b.c = 42 }")]
    [InlineData("{ \"a\" : { \"b\" : { \"c\" : 42 } } }")]
    [InlineData("\"a\".b.\"c\" = 42")]
    public void A_path_can_be_written_with_dots_and_with_braces(string hocon)
    {
        Assert.Equal(42, ConfigurationFactory.ParseString(hocon).GetInt("a.b.c"));
    }

    [Fact]
    public void A_quoted_key_keeps_its_dots_and_is_found_by_a_quoted_path()
    {
        var config = ConfigurationFactory.ParseString("a { \"/user/d.ev/*\".b = 1 }");

        Assert.Equal(1, config.GetInt("a.\"/user/d.ev/*\".b"));
        Assert.Equal("/user/d.ev/*", Assert.Single(config.GetConfig("a")!.AsEnumerable()).Key);
    }

    [Fact]
    public void Words_side_by_side_are_one_text_and_the_space_around_them_is_dropped()
    {
        Assert.Equal("1 2 3", ConfigurationFactory.ParseString("a = \t 1 2 3 \t").GetString("a"));
    }

    [Theory]
    [InlineData("a = \"C:\\\\x \\u00e9\\t\\\"y\\\"\"", "C:\\x \u00e9\t\"y\"")]
    [InlineData("a = \"# no, // comment = {}\"", "# no, // comment = {}")]
    [InlineData("a = \"\"\"C:\\x \"quoted\" y\"\"\"", "C:\\x \"quoted\" y")]
    [InlineData("a = \"\"\"two\nlines\"\"\"", "two\nlines")]
    public void Quoted_text_is_unescaped_and_triple_quoted_text_is_taken_as_it_is(string hocon, string expected)
    {
        Assert.Equal(expected, ConfigurationFactory.ParseString(hocon).GetString("a"));
    }

    [Fact]
    public void Comments_go_to_the_end_of_the_line()
    {
        var config = ConfigurationFactory.ParseString("# one\na = 1 # two\n// three\nb = 2 // four");

        Assert.Equal(1, config.GetInt("a"));
        Assert.Equal(2, config.GetInt("b"));
    }

    [Theory]
    [InlineData("a = [1, 2, 3]")]
    [InlineData("a = [\n1\n2\n3\n]")]
    [InlineData("a =\n[\n 1,\n 2,\n 3\n]")]
    [InlineData("a = [1, 2] [3]")]
    public void The_values_of_a_list_are_parted_by_commas_or_lines_and_lists_side_by_side_are_joined(string hocon)
    {
        Assert.Equal([1, 2, 3], ConfigurationFactory.ParseString(hocon).GetIntList("a"));
    }

    [Fact]
    public void Objects_given_to_one_key_are_merged_and_a_later_value_wins()
    {
        var config = ConfigurationFactory.ParseString("""
            a.b {
              x = 1
              y = 2
            }
            a.b { y = 3 }
            a.b.z = 4
            """);

        Assert.Equal(1, config.GetInt("a.b.x"));
        Assert.Equal(3, config.GetInt("a.b.y"));
        Assert.Equal(4, config.GetInt("a.b.z"));
    }

    [Fact]
    public void A_null_forgets_what_the_key_held()
    {
        var config = ConfigurationFactory.ParseString("""
            a.b = 1
            a = null
            a.c = 3
            n = null
            """);

        Assert.Null(config.GetString("a.b"));
        Assert.Equal(3, config.GetInt("a.c"));
        Assert.Null(config.GetString("n"));
    }

    [Fact]
    public void A_substitution_stands_for_text_a_list_or_an_object()
    {
        var config = ConfigurationFactory.ParseString("""
            name = Roger
            greeting = My name is ${name}
            first = [1, 2]
            all = ${first} [3]
            defaults { port = 80 }
            server = ${defaults}
            """);

        Assert.Equal("My name is Roger", config.GetString("greeting"));
        Assert.Equal([1, 2, 3], config.GetIntList("all"));
        Assert.Equal(80, config.GetInt("server.port"));
    }

    [Theory]
    [InlineData("a = akka.tcp://system@localhost:4053")]
    [InlineData("a = [akka.tcp://system@localhost:4053]")]
    public void Signs_that_hocon_keeps_for_itself_are_refused_outside_quotes(string hocon)
    {
        Assert.Throws<ConfigurationException>(() => ConfigurationFactory.ParseString(hocon));
    }
}
