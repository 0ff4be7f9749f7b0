using System.Net;
using Akka.Configuration;
using Xunit;
using static ActorChat.Tests.Internals.Configuration.HoconText;

namespace ActorChat.Tests.Internals.Configuration;

public class ConfigSpecs
{
    [Fact]
    public void A_single_value_in_the_middle_of_a_chain_hides_what_is_below_it()
    {
        var config = Read("x.a = 1").WithFallback(Read("x = 5")).WithFallback(Read("x.b = 2"));

        Assert.False(config.HasPath("x.b"));
        Assert.False(config.GetConfig("x")!.HasPath("b"));
        Assert.Equal(1, config.GetConfig("x")!.GetInt("a"));
    }

    [Fact]
    public void A_part_keeps_apart_what_is_its_own_and_what_is_of_the_fallbacks()
    {
        var part = Read("x.a = 1").WithFallback(Read("x.b = 2")).GetConfig("x")!;

        Assert.Equal("a = 1\n", part.ToString());
        Assert.Equal("b = 2\n", part.Fallback!.ToString());
        Assert.Equal("a = 1\nb = 2\n", part.ToString(includeFallback: true));
    }

    [Fact]
    public void Keys_are_enumerated_in_order_with_merged_values()
    {
        var config = Read("b.x = 1\na = 1").WithFallback(Read("c = 1\nb.y = 2"));

        Assert.Equal(["b", "a", "c"], config.AsEnumerable().Select(pair => pair.Key));
        Assert.Equal(["x", "y"], config.AsEnumerable().First().Value.GetObject()!.Items.Keys);
    }

    [Fact]
    public void What_is_rendered_is_easy_to_read()
    {
        var config = Read("a.b { c = 1, \"d.e\" = x y }\nl = [1, \"2 3\", { f = null }]\ne {}\nt = \"\"\"say \"hi\"\n\"\"\"");

        Assert.Equal(
            """
            a {
              b {
                c = 1
                "d.e" = "x y"
              }
            }
            l = [1, "2 3", {
              f = null
            }]
            e {}
            t = "say \"hi\"\n"

            """,
            config.ToString());
    }

    [Fact]
    public void A_configuration_may_have_many_fallbacks_and_texts_on_both_sides()
    {
        Config config = "a = 1";

        Assert.Equal("a = 1\nb = 2\nc = 3\n", (config + "b = 2" + "c = 3").ToString(true));
        Assert.True(new Config().IsEmpty);
        Assert.False(Config.Empty.WithFallback(config).IsEmpty);
        Assert.Equal(1, new Config(Config.Empty, config).GetInt("a"));
        Assert.Same(config, config.WithFallback(null));
    }

    [Fact]
    public void A_value_can_be_put_below_a_key()
    {
        Assert.Equal("\"x.y\" {\n  a = 1\n}\n", Read("b.a = 1").GetValue("b")!.AtKey("x.y").ToString());
    }

    [Fact]
    public void Values_are_had_as_plain_objects_too()
    {
        var plain = Read("a = 1\nb = [x, null]\nc.d = null").Root.GetObject()!.Unwrapped;

        Assert.Equal("1", plain["a"]);
        Assert.Equal(new List<object?> { "x", null }, plain["b"]);
        Assert.Null(Assert.IsType<IDictionary<string, object?>>(plain["c"], exactMatch: false)["d"]);
    }

    [Fact]
    public void An_object_of_dotnet_becomes_a_configuration_that_reads_back()
    {
        var config = ConfigurationFactory.FromObject(new Dictionary<string, object?>
        {
            ["a.b"] = new { Time = TimeSpan.FromMilliseconds(1.5), Never = Timeout.InfiniteTimeSpan, Half = 0.5, Day = DayOfWeek.Friday },
            ["list"] = new object?[] { 1, "x", null, true },
            ["inner"] = new Dictionary<int, Uri> { [1] = new("http://x/") },
            ["host"] = IPAddress.Loopback,
            ["config"] = Read("k = 1"),
        });

        Assert.Equal(TimeSpan.FromMilliseconds(1.5), config.GetTimeSpan("\"a.b\".Time"));
        Assert.Equal(Timeout.InfiniteTimeSpan, config.GetTimeSpan("\"a.b\".Never"));
        Assert.Equal(0.5, config.GetDouble("\"a.b\".Half"));
        Assert.Equal("Friday", config.GetString("\"a.b\".Day"));
        Assert.Equal(["1", "x", null, "true"], config.GetValue("list")!.GetArray().Select(value => value.GetString()));
        Assert.Equal("http://x/", config.GetString("inner.1"));
        Assert.Equal("127.0.0.1", config.GetString("host"));
        Assert.Equal(1, config.GetInt("config.k"));
    }

    [Fact]
    public void An_object_without_keys_or_without_an_end_is_refused()
    {
        var endless = new Dictionary<string, object>();
        endless["self"] = endless;

        Assert.Throws<ConfigurationException>(() => ConfigurationFactory.FromObject("text"));
        Assert.Throws<ConfigurationException>(() => ConfigurationFactory.FromObject(new List<int> { 1 }));
        var error = Assert.Throws<ConfigurationException>(() => ConfigurationFactory.FromObject(endless));
        Assert.Contains("does the object hold itself?", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_resource_is_found_by_an_assembly_a_type_or_an_object_in_it()
    {
        var expected = ConfigurationFactory.Default().ToString();

        Assert.Equal(expected, ConfigurationFactory.FromResource<Config>("reference.hocon").ToString());
        Assert.Equal(expected, ConfigurationFactory.FromResource("reference.hocon", typeof(Config).Assembly).ToString());
        Assert.Equal(expected, ConfigurationFactory.FromResource("reference.hocon", (object)typeof(Config)).ToString());
        Assert.Equal(expected, ConfigurationFactory.FromResource("reference.hocon", Config.Empty).ToString());
        Assert.Equal(expected, ConfigurationFactory.Load().ToString());
        Assert.Equal(
            "ActorChat.Actors has no resource \"no.hocon\"",
            Assert.Throws<ConfigurationException>(() => ConfigurationFactory.FromResource<Config>("no.hocon")).Message);
    }

    [Fact]
    public void A_missing_section_names_what_needed_it()
    {
        Assert.Equal(
            "ConfigSpecs cannot be made: its configuration 'a.b' is missing or empty",
            ConfigurationException.NullOrEmptyConfig<ConfigSpecs>("a.b").Message);
        Assert.Equal(
            "ConfigSpecs cannot be made: its configuration is missing or empty",
            ConfigurationException.NullOrEmptyConfig<ConfigSpecs>().Message);
    }

    [Fact]
    public void A_text_may_be_empty_or_have_only_comments_or_begin_with_a_byte_order_mark()
    {
        Assert.True(Read("").IsEmpty);
        Assert.True(Read(" \r\n# nothing\r\n").IsEmpty);
        Assert.True(Read("{}").IsEmpty);
        Assert.Equal(1, Read("\ufeffa = 1\r\n\r\nb = 2\r\n").GetInt("a"));
        Assert.Equal("2", Read("a = 1\r\nb = 2\r\n").GetString("b"));
    }

    [Fact]
    public void A_brace_may_stand_on_its_own_line_and_commas_may_trail()
    {
        Assert.Equal([1, 2], Read("a\n{\n  b\n  {\n    c = [1\n, 2,\n],\n  },\n}\n").GetIntList("a.b.c"));
    }

    [Fact]
    public void A_key_may_have_spaces_and_be_put_together_from_quoted_and_other_parts()
    {
        Assert.Equal(1, Read("a b c : 1").GetInt("a b c"));
        Assert.Equal(1, Read("a\"b.c\"d . e = 1").GetInt("\"ab.cd\".e"));
        Assert.Equal(1, Read("3.14 = 1").GetInt("3.14"));
        Assert.Equal(1, Read("\"\" = 1").Root.GetObject()!.Items[""].GetInt());
    }
}
